/// `[amazon.notifications]`: an SQS queue and a user that may read it.
package struct NotificationSettings: Sendable, Hashable {
    package var queueURL: String
    /// The queue's region, such as `eu-west-1`.
    package var region: String
    package var accessKeyID: String
    package var secretKey: Secret

    package init(queueURL: String, region: String, accessKeyID: String, secretKey: Secret) {
        self.queueURL = queueURL
        self.region = region
        self.accessKeyID = accessKeyID
        self.secretKey = secretKey
    }
}
