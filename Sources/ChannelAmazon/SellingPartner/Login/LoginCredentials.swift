/// The desk's own registration with Login with Amazon.
package struct LoginCredentials: Sendable {
    /// The token endpoint, its path included.
    package var endpoint: PlatformEndpoint
    package var clientID: String
    package var clientSecret: Secret

    package init(endpoint: PlatformEndpoint, clientID: String, clientSecret: Secret) {
        self.endpoint = endpoint
        self.clientID = clientID
        self.clientSecret = clientSecret
    }
}
