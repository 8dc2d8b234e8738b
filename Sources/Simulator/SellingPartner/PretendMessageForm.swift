package import HelpDesk
package import SwiftExtensions

/// A typed message as the pretend platform takes it, written apart from the desk's own table so
/// that one checks the other.
struct PretendMessageForm: Hashable, Sendable {
    var name: String
    var operation: String
    /// Last part of the address that it is posted to.
    var path: String
    var textLimit: Int?
    var files: ClosedRange<Int>
    var needsCoverage = false
    var title: String
    var hint: String

    static let all: [PretendMessageForm] = [
        text("confirmDeliveryDetails", 2000, "Arrange or confirm the delivery"),
        text("confirmOrderDetails", 2000, "Ask about the order before it ships"),
        text("confirmServiceDetails", 2000, "Arrange a service call"),
        text("unexpectedProblem", 2000, "Tell of a problem with the order"),
        PretendMessageForm(
            name: "confirmCustomizationDetails", operation: "confirmCustomizationDetails",
            path: "confirmCustomizationDetails", textLimit: 800, files: 0...5,
            title: "Ask about the customisation", hint: "At most 800 characters."),
        PretendMessageForm(
            name: "digitalAccessKey", operation: "createDigitalAccessKey",
            path: "digitalAccessKey", textLimit: 400, files: 0...5, title: "Send an access key",
            hint: "At most 400 characters."),
        PretendMessageForm(
            name: "legalDisclosure", operation: "createLegalDisclosure", path: "legalDisclosure",
            files: 0...5, title: "Send a legal document", hint: "Up to five files."),
        PretendMessageForm(
            name: "warranty", operation: "CreateWarranty", path: "warranty", files: 1...5,
            needsCoverage: true, title: "Send a warranty", hint: "One to five files."),
        PretendMessageForm(
            name: "sendInvoice", operation: "sendInvoice", path: "invoice", files: 1...5,
            title: "Send an invoice", hint: "One to five files."),
    ]

    static func named(_ name: String) -> PretendMessageForm? { all.first { $0.name == name } }

    static func posted(to path: String) -> PretendMessageForm? { all.first { $0.path == path } }

    private static func text(_ name: String, _ limit: Int, _ title: String) -> PretendMessageForm {
        let capital = name.prefix(1).uppercased() + name.dropFirst()
        return PretendMessageForm(
            name: name, operation: "create\(capital)", path: name, textLimit: limit, files: 0...0,
            title: title, hint: "At most \(limit) characters.")
    }
}

/// A typed message that reached a buyer.
package struct PretendMessage: Hashable, Sendable {
    package var order: OrderID
    package var action: String
    package var text: String?
    package var files: [PretendFile]
    package var at: Timestamp
}

/// A file that reached a buyer.
package struct PretendFile: Hashable, Sendable {
    package var name: String
    package var mediaType: String
    package var bytes: [UInt8]
}

/// A place to put one file.
struct PretendUpload: Hashable, Sendable {
    var sellerID: String
    var resource: String
    var contentMD5: String
    var endsAt: Timestamp
    var mediaType = ""
    var bytes: [UInt8]?
}

/// A buyer who was asked for a review.
struct PretendSolicitation: Hashable, Sendable {
    var sellerID: String
    var order: OrderID
}
