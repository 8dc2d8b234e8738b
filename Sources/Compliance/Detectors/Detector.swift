/// A named way to find something. Later ones see what earlier ones found.
struct Detector: Sendable {
    let name: String
    let find: @Sendable (LintInput, [Hit], inout StepMeter) -> [Hit]

    /// Every detector of the desk, in the order they run.
    static let all: [Detector] = [
        mailboxes, links, buyerContacts, phones, spokenPhones, splitPhones, messengers, waysOut,
        qrCodes,
        optOuts, trackedImages, unfilledSlots, postalAddresses, bankNumbers, frames, emoji,
        lineBreaks, markup, length, shouting, orderNumbers, otherLanguages, importantMarks,
        courtesyOnly, attachments, reviewReminders, unwelcome, disguises,
    ]
}
