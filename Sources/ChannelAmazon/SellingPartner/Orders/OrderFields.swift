import SwiftExtensions

/// The fields of an order that the desk reads, with their types, for showing what a record that
/// cannot be read has in their place (models: orders_2026-01-01).
enum OrderFields {
    enum Kind: String {
        case text = "string"
        case time = "date-time string"
        case whole = "whole number"
        case list = "array"
        case object
    }

    struct Field {
        var kind: Kind
        var isRequired: Bool

        var words: String { isRequired ? "\(kind.rawValue), required" : kind.rawValue }
    }

    /// By path, with `[]` for any element of an array.
    static let known: [String: Field] = {
        var fields: [String: Field] = [:]
        func add(_ kind: Kind, required: Bool = false, _ paths: String...) {
            for path in paths { fields["order.\(path)"] = Field(kind: kind, isRequired: required) }
        }
        add(.text, required: true, "orderId", "salesChannel.channelName")
        add(.time, required: true, "createdTime", "lastUpdatedTime")
        add(.object, required: true, "salesChannel", "orderItems[].product")
        add(.list, required: true, "orderItems")
        add(.text, required: true, "orderItems[].orderItemId", "fulfillment.fulfillmentStatus")
        add(.whole, required: true, "orderItems[].quantityOrdered")
        add(.object, "fulfillment", "buyer", "recipient", "proceeds", "proceeds.grandTotal")
        add(.text, "salesChannel.marketplaceId", "fulfillment.fulfilledBy")
        add(.text, "proceeds.grandTotal.amount", "proceeds.grandTotal.currencyCode")
        add(.object, "fulfillment.shipByWindow", "fulfillment.deliverByWindow")
        for window in ["shipByWindow", "deliverByWindow"] {
            add(.time, "fulfillment.\(window).earliestDateTime")
            add(.time, "fulfillment.\(window).latestDateTime")
        }
        add(.text, "buyer.buyerName", "buyer.buyerEmail")
        add(.object, "recipient.deliveryAddress")
        for name in ["city", "postalCode", "countryCode"] {
            add(.text, "recipient.deliveryAddress.\(name)")
        }
        add(.list, "programs", "packages")
        add(.text, required: true, "packages[].packageReferenceId")
        add(.text, "packages[].carrier", "packages[].trackingNumber")
        add(.time, "packages[].shipTime")
        add(.object, "packages[].packageStatus", "orderItems[].cancellation")
        add(.text, "packages[].packageStatus.status", "packages[].packageStatus.detailedStatus")
        add(.text, "orderItems[].product.sellerSku", "orderItems[].product.asin")
        add(.text, "orderItems[].product.title")
        add(.object, "orderItems[].product.price", "orderItems[].product.price.unitPrice")
        add(.text, "orderItems[].product.price.unitPrice.amount")
        add(.text, "orderItems[].product.price.unitPrice.currencyCode")
        add(.object, "orderItems[].fulfillment")
        add(.whole, "orderItems[].fulfillment.quantityFulfilled")
        return fields
    }()

    /// A path with its element numbers taken out: `order.orderItems[3].product` becomes
    /// `order.orderItems[].product`.
    static func shape(of path: String) -> String {
        var shape = ""
        var isInside = false
        for character in path {
            switch character {
            case "[":
                isInside = true
                shape += "["
            case "]":
                isInside = false
                shape += "]"
            default:
                if !isInside { shape.append(character) }
            }
        }
        return shape
    }
}

extension OrderFields.Kind {
    func fits(_ value: JSONValue) -> Bool {
        switch self {
        case .text: value.text != nil
        case .time: value.text.flatMap(Timestamp.init(iso8601:)) != nil
        case .whole: value.whole != nil
        case .list: value.elements != nil
        case .object: value.isObject
        }
    }
}

extension JSONValue {
    /// Type and value in a few words, such as `number 12`.
    var words: String {
        switch content {
        case .null: "null"
        case .bool(let flag): "boolean \(flag)"
        case .number(let digits): "number \(digits.prefix(40))"
        case .string(let text): "string \(PlatformText.cleaned(text, limit: 160))"
        case .array(let elements): "array of \(elements.count)"
        case .object(let members): "object of \(members.count)"
        }
    }

    /// The type alone, without anything of the value.
    var kindWords: String {
        switch content {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
