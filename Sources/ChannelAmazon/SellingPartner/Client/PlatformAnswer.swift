/// An accepted answer: its document, its bytes and the platform's number for the request.
struct PlatformAnswer {
    var document: JSONValue
    var body: [UInt8]
    var requestID: String?

    /// The bytes of one value of the document, as they came.
    func raw(_ value: JSONValue) -> [UInt8] {
        Array(body[value.range.clamped(to: body.indices)])
    }
}
