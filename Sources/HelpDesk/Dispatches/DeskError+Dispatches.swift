extension DeskError.Code {
    // Typed messages.
    package static let dispatchTextMissing: Self = "dispatch.text_missing"
    package static let dispatchTextTooLong: Self = "dispatch.text_too_long"
    package static let dispatchTextNotTaken: Self = "dispatch.text_not_taken"
    package static let dispatchMarkup: Self = "dispatch.markup"
    package static let dispatchCoverageMissing: Self = "dispatch.coverage_missing"
    package static let dispatchCoverageBackwards: Self = "dispatch.coverage_backwards"
    package static let dispatchCoverageNotTaken: Self = "dispatch.coverage_not_taken"
    // Files of a typed message.
    package static let dispatchFilesMissing: Self = "dispatch.files_missing"
    package static let dispatchTooManyFiles: Self = "dispatch.too_many_files"
    package static let dispatchFilesTooLarge: Self = "dispatch.files_too_large"
    package static let dispatchFileType: Self = "dispatch.file_type"
    package static let dispatchFileName: Self = "dispatch.file_name"
    package static let dispatchFileEmpty: Self = "dispatch.file_empty"
    /// A file is not what it was when it was shown.
    package static let dispatchFileChanged: Self = "dispatch.file_changed"
    // Review requests.
    package static let reviewTooEarly: Self = "review.too_early"
    package static let reviewTooLate: Self = "review.too_late"
    package static let reviewAsked: Self = "review.asked"
    // Confirmations of shipment.
    package static let shipmentByPlatform: Self = "shipment.by_platform"
    package static let shipmentState: Self = "shipment.state"
    package static let shipmentReference: Self = "shipment.reference"
    package static let shipmentField: Self = "shipment.field"
    package static let shipmentCarrierName: Self = "shipment.carrier_name"
    package static let shipmentDate: Self = "shipment.date"
    package static let shipmentCollection: Self = "shipment.collection"
    package static let shipmentNothing: Self = "shipment.nothing"
    package static let shipmentItem: Self = "shipment.item"
    package static let shipmentQuantity: Self = "shipment.quantity"
    // All of them.
    /// The platform does not offer it for this order now.
    package static let dispatchNotOffered: Self = "dispatch.not_offered"
    /// The platform offers it, but says why it is shut.
    package static let dispatchDisabled: Self = "dispatch.disabled"
    package static let dispatchRefused: Self = "dispatch.refused"
    package static let dispatchUnclear: Self = "dispatch.unclear"
    package static let dispatchWaiting: Self = "dispatch.waiting"
    package static let dispatchNoRole: Self = "dispatch.no_role"
    package static let dispatchNotFound: Self = "dispatch.not_found"
    package static let dispatchTooLate: Self = "dispatch.too_late"
    package static let dispatchNoPlatform: Self = "dispatch.no_platform"
    package static let dispatchContentGone: Self = "dispatch.content_gone"
}
