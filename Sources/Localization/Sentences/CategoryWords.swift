package import HelpDesk

/// Kinds of question in words.
package enum CategoryWords {
    package static func phrase(_ category: InquiryCategory) -> Phrase {
        switch category {
        case .preSaleQuestion: Phrase("category.pre-sale", "pre-sale question")
        case .whereIsMyOrder: Phrase("category.where", "where is my order")
        case .returnRefund: Phrase("category.return", "return or refund")
        case .damagedDefective: Phrase("category.damaged", "damaged or defective")
        case .wrongItem: Phrase("category.wrong", "wrong item")
        case .cancelRequest: Phrase("category.cancel", "cancellation")
        case .invoiceRequest: Phrase("category.invoice", "invoice")
        case .productUsage: Phrase("category.usage", "how to use it")
        case .addressChange: Phrase("category.address", "address change")
        case .other: Phrase("category.other", "other")
        }
    }
}
