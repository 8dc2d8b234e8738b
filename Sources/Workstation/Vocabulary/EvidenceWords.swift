package import Localization

/// Words for the proof that the record keeps of each step of a reply.
package enum EvidenceWords {
    /// What a server or the desk noted, in words.
    package static func words(_ evidence: String) -> Phrase {
        desk(evidence) ?? server(evidence) ?? Phrase("evidence.other", "{text}", ["text": evidence])
    }

    private static func desk(_ evidence: String) -> Phrase? {
        switch evidence {
        case "approved": Phrase("evidence.approved", "released by a supervisor")
        case "refused-in-review": Phrase("evidence.refused", "given back by a supervisor")
        case "taken-back": Phrase("evidence.taken-back", "taken back by its author")
        case "no-bounce": Phrase("evidence.no-bounce", "nothing came back")
        case "platform-copy": Phrase("evidence.copy", "Amazon's copy has come in")
        case "confirmed-by-person": Phrase("evidence.person", "a person says that it arrived")
        case "settled-not-arrived":
            Phrase("evidence.not-arrived", "a person says that it did not arrive")
        case "core-stopped-while-sending":
            Phrase("evidence.stopped", "the core stopped while sending")
        case "file-erased": Phrase("evidence.file-erased", "an attached file is no longer kept")
        case "no-sender": Phrase("evidence.no-sender", "the store cannot send mail")
        default: nil
        }
    }

    /// Codes of mail servers: 2 for taken, 4 for later, 5 for no.
    private static func server(_ evidence: String) -> Phrase? {
        let code = evidence.prefix { $0.isASCII && $0.isNumber }
        let isCode = code.count == 3 && (evidence.count == 3 || evidence.dropFirst(3).first == " ")
        let text = String(evidence.dropFirst(isCode ? 4 : 0))
        switch isCode ? code.first : nil {
        case "2": return Phrase("evidence.taken", "taken by the mail server")
        case "4":
            return Phrase(
                "evidence.later", "the mail server asks to try later: {text}", ["text": text])
        case "5":
            return Phrase("evidence.rejected", "the mail server said no: {text}", ["text": text])
        default: break
        }
        if evidence.hasPrefix("not-sent") {
            return Phrase("evidence.not-sent", "no connection to the mail server")
        }
        if evidence.hasPrefix("unknown:") {
            return Phrase("evidence.unknown", "the mail server's answer never came")
        }
        return nil
    }
}
