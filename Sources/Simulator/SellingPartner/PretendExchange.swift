/// A call as the pretend platform sees it, decoded.
struct PretendRequest {
    var method: String
    var path: String
    var query: [(name: String, value: String)]
    /// Names in lower case.
    var headers: [(name: String, value: String)]
    var body: [UInt8] = []

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// A list parameter: values separated by commas.
    func list(_ name: String) -> [String] {
        parameter(name)?.split(separator: ",").map(String.init) ?? []
    }
}

extension PretendRequest {
    /// The call without the region that its address may begin with, as in `/eu/orders/…`: one
    /// server then stands for regions that know only their own sellers.
    func withoutRegion() -> (PretendRequest, region: String?) {
        guard let region = ["na", "eu", "fe"].first(where: { path.hasPrefix("/\($0)/") }) else {
            return (self, nil)
        }
        var request = self
        request.path = String(path.dropFirst(region.utf8.count + 1))
        return (request, region)
    }
}

/// What the pretend platform says, and how it comes over the line.
struct PretendResponse {
    enum Delivery {
        case whole
        case halfThenPause(Duration)
        case halfThenBreak
        /// In small pieces with a pause between them.
        case trickle(Duration)
        /// Nothing at all: the connection ends.
        case reset
    }

    var status: Int
    var headers: [(name: String, value: String)] = []
    var contentType = "application/json"
    var body: String
    /// Takes the place of `body` where a document is no text.
    var bytes: [UInt8]?
    var delivery = Delivery.whole

    init(status: Int, body: String) {
        self.status = status
        self.body = body
    }

    init(_ document: PretendJSON, status: Int = 200) {
        self.init(status: status, body: document.text)
    }

    /// The error list of the models.
    static func refusal(
        _ status: Int, _ code: String, _ message: String, details: String = ""
    ) -> PretendResponse {
        let error = PretendJSON.object([
            ("code", .string(code)), ("message", .string(message)), ("details", .string(details)),
        ])
        return PretendResponse(.object([("errors", .array([error]))]), status: status)
    }

    /// A page that sends the browser elsewhere.
    static func redirect(to address: String) -> PretendResponse {
        var response = PretendResponse(status: 302, body: "")
        response.contentType = "text/html"
        response.headers = [("Location", address)]
        return response
    }

    static func invalid(_ details: String) -> PretendResponse {
        refusal(400, "InvalidInput", "Invalid Input", details: details)
    }
}

/// One line of the pretend platform's access log.
package struct PretendLogEntry: Hashable, Sendable {
    package var operation: String
    package var status: Int
    package var sellerID: String?
    /// What was made to go wrong with the call.
    package var fault: PretendFault?
}
