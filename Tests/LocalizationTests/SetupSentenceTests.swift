import Localization
import Testing

struct SetupSentenceTests {
    private static let troubles = [
        "consent-empty", "consent-not-understood", "consent-without-code", "consent-incomplete",
        "consent-denied", "state-foreign", "state-expired", "seller-mismatch", "seller-known",
        "token-known", "no-marketplace", "code-expired", "code-used", "code-refused",
        "redirect-mismatch", "authorisation-ended", "foreign-token", "client-rejected",
        "role-missing", "access-denied", "wrong-region", "clock-skew", "account-suspended",
        "secret-unreadable", "network", "throttled", "platform-outage", "unexpected",
        "endpoint-missing", "mail-not-sent", "mail-not-back", "mailbox-unreadable", "no-sender",
    ]

    @Test(arguments: troubles)
    func everyTroubleHasItsSentenceAndItsNextStep(_ code: String) throws {
        let said = SetupSentences.trouble(code: code, arguments: [:])
        #expect(said.meaning.key == "setup.trouble.\(code)")
        let next = try #require(said.nextStep)
        let chinese = Words(.simplifiedChinese)
        #expect(chinese(said.meaning) != said.meaning.english)
        #expect(chinese(next) != next.english)
    }

    private static let items = [
        "config-open", "core-done", "core-open", "keys-done", "keys-open", "amazon-done",
        "amazon-open", "application-open", "secret-open", "mailbox-none", "mailbox-done",
        "mailbox-untried", "mailbox-failing", "store-none", "store-done", "store-mail-only",
        "store-pending", "store-unauthorised", "checklist-done", "checklist-open",
        "round-trip-done", "round-trip-open", "round-trip-failed", "people-done", "people-open",
    ]

    @Test(arguments: items)
    func whatIsOpenHasANextStepAndWhatIsDoneHasNone(_ code: String) {
        let said = SetupSentences.item(code: code, arguments: [:])
        #expect(said.meaning.key == "setup.item.\(code)")
        #expect((said.nextStep == nil) == (code.hasSuffix("-done") || code.hasSuffix("-only")))
    }

    @Test func anUnknownCodeIsNamed() {
        let said = SetupSentences.trouble(code: "new.thing", arguments: [:])
        #expect(Words(.english)(said.meaning).contains("new.thing"))
    }
}

struct CredentialSyncSentenceTests {
    @Test func aTroubleSaysMoreThanItsClass() {
        let foreign = SyncSentences.words(
            errorClass: "authorisation-expired", trouble: "foreign-token")
        #expect(foreign.problem.key == "setup.trouble.foreign-token")
        let plain = SyncSentences.words(errorClass: "authorisation-expired", trouble: nil)
        #expect(plain.problem.key == "sync.auth")
        let unknown = SyncSentences.words(errorClass: "throttled", trouble: "new-thing")
        #expect(unknown.problem.key == "sync.throttled")
    }
}
