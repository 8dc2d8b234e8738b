import Compliance
import HelpDesk
import Store

/// Reasons that people give stand in the record for ever, where no erasure reaches them: besides
/// names and mail addresses no phone number gets in either (invariant I13).
enum ReasonDoor {
    /// Throws `reasonPersonal`.
    static func refusePhones(in transaction: WriteTransaction) throws {
        for record in transaction.recorded {
            for reason in record.event.reasonsOfPeople where holdsPhone(reason.text) {
                throw DeskError(.reasonPersonal, ["place": "a reason holds a phone number"])
            }
        }
    }

    private static func holdsPhone(_ text: String) -> Bool {
        guard text.contains(where: \.isNumber) else { return false }
        return Linter.lint(text).contains { $0.category == "contact-phone" }
    }
}
