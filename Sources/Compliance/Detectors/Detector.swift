/// A named way to find something. Later ones see what earlier ones found.
struct Detector: Sendable {
    let name: String
    /// Whether it goes by words alone, which may be meant otherwise than they sound: what it finds is
    /// weighed against the rest of the sentence.
    let isByWords: Bool
    let find: @Sendable (LintInput, [Hit], inout StepMeter) -> [Hit]

    init(
        name: String, isByWords: Bool = false,
        find: @escaping @Sendable (LintInput, [Hit], inout StepMeter) -> [Hit]
    ) {
        self.name = name
        self.isByWords = isByWords
        self.find = find
    }

    /// Every detector of the desk, in the order they run.
    static let all: [Detector] = [
        mailboxes, links, buyerContacts, phones, spokenPhones, splitPhones, messengers, waysOut,
        qrCodes,
        optOuts, trackedImages, unfilledSlots, postalAddresses, bankNumbers, frames, emoji,
        lineBreaks, markup, length, shouting, orderNumbers, otherLanguages, importantMarks,
        courtesyOnly, attachments, reviewReminders, unwelcome, disguises,
    ]
}
