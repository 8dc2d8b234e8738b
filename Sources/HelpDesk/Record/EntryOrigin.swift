/// Where a change came from, as far as it is known; stands in the record beside the actor
/// (helpdesk section 15.1).
package struct EntryOrigin: Hashable, Sendable, Codable {
    /// Names the connection for as long as it lasts; no personal data.
    package var session: String?
    /// The number that the client gave its request.
    package var request: Int?

    package init(session: String? = nil, request: Int? = nil) {
        self.session = session
        self.request = request
    }

    /// Nothing is known: services, and programs that open the data by themselves.
    package static let unknown = EntryOrigin()
}
