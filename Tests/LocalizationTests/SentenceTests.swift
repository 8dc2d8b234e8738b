import HelpDesk
import Localization
import Testing

struct SentenceTests {
    static let codes: [DeskError.Code] = [
        .buyersLinkedThrough,
        .composeHeld, .ownersOnly, .takeoverNeedsReason, .answeredJustNow,
        .notAllowed, .unknownUser, .storeOutOfScope, .ticketNotFound, .ticketTaken,
        .ticketDebtOwed, .excuseTooLate, .ticketStateRefused, .holdNeedsReview, .personNotFound,
        .orderNotFound,
        .lintBlocked, .lintUnconfirmed, .staleBasis, .nothingToAnswer, .replyEmpty,
        .outboxNotFound, .outboxTooLate, .sameApprover, .templateNotFound, .templateValueMissing,
        .templateInvalid, .badRequest, .unknownMethod, .versionMismatch, .coreUnreachable,
        .coreStopping, .internalError, .configuration, .dataFolderLocked, .dataFolderUnsafe,
        .mailboxUnreachable, .platformRefused, .jobNotFound, .jobStateRefused,
        .jobNotRepeatable, .driftNotFound, .spotCheckNotFound, .spotCheckRecorded,
        .quarantineNotFound, .quarantineReleased, .quarantineNeedsStore,
        .fileNotFound, .fileErased, .fileDangerous, .fileGrantOver, .fileEmpty,
        .fileKindRefused, .fileNameMismatch, .filesTooLarge, .filesTooMany, .fileUploadBroken,
        .financesUnknown, .roleMissing,
    ]

    static let dispatchCodes: [DeskError.Code] = [
        .dispatchTextMissing, .dispatchTextTooLong, .dispatchTextNotTaken, .dispatchMarkup,
        .dispatchCoverageMissing, .dispatchCoverageBackwards, .dispatchCoverageNotTaken,
        .dispatchFilesMissing, .dispatchTooManyFiles, .dispatchFilesTooLarge, .dispatchFileType,
        .dispatchFileName, .dispatchFileEmpty, .reviewTooEarly, .reviewTooLate, .reviewAsked,
        .shipmentByPlatform, .shipmentState, .shipmentReference, .shipmentField,
        .shipmentCarrierName, .shipmentDate, .shipmentCollection, .shipmentNothing,
        .shipmentItem, .shipmentQuantity, .dispatchNotOffered, .dispatchDisabled,
        .dispatchRefused, .dispatchUnclear, .dispatchWaiting, .dispatchNoRole,
        .dispatchNotFound, .dispatchTooLate, .dispatchNoPlatform, .dispatchContentGone,
    ]

    static let clockCodes: [DeskError.Code] = [
        .calendarRefused, .calendarNeverOpens, .calendarNotFound, .calendarChanged,
        .policyRefused, .policyNotFound, .policyChanged, .breachNotFound,
    ]

    @Test(arguments: codes + dispatchCodes + clockCodes)
    func everyCodeHasItsOwnSentence(_ code: DeskError.Code) {
        let words = ErrorSentences.words(code: code.rawValue, arguments: [:])
        #expect(words.problem.key != "error.other")
    }

    @Test func anUnknownCodeIsNamed() {
        let words = ErrorSentences.words(code: "new.thing", arguments: [:])
        #expect(Words(.english)(words.problem).contains("new.thing"))
    }

    @Test(arguments: SyncErrorClass.allCases)
    func everySyncErrorHasARemedyInBothLanguages(_ errorClass: SyncErrorClass) {
        let words = SyncSentences.words(errorClass: errorClass.rawValue)
        #expect(Words(.english)(words.nextStep) != Words(.simplifiedChinese)(words.nextStep))
    }

    /// Why an engine gave nothing is said in words, in both languages; a number stays a number.
    @Test(arguments: [
        "timed-out", "unreachable", "busy", "not-started", "ended", "key", "unreadable", "empty",
        "too-large", "too-long",
    ])
    func whyAnEngineFailedIsNoCode(_ reason: String) {
        for code in [DeskError.Code.draftFailed, .translationFailed] {
            for language in InterfaceLanguage.allCases {
                let words = ErrorSentences.words(
                    code: code.rawValue, arguments: ["reason": reason])
                #expect(words.problem.key.hasPrefix("engine-failed."))
                let other = ErrorSentences.words(
                    code: code.rawValue, arguments: ["reason": "status 500"])
                #expect(Words(language)(other.problem).contains("500"))
            }
        }
    }

    @Test func whereAnOrderMustStandIsNoCode() {
        let obstacle = TemplateObstacle(
            .orderState, ["needs": "unshipped, delivered", "has": "none"])
        let english = LibrarySentences.obstacle(obstacle, in: Words(.english))
        #expect(english == "for orders that are not shipped, delivered; this one: no order")
        let chinese = LibrarySentences.obstacle(obstacle, in: Words(.simplifiedChinese))
        #expect(chinese.contains("未发货, 已送达") && chinese.contains("无订单"))
    }

    /// A platform that leads in a circle refuses nothing: the store's settings are not to blame.
    @Test func aCircleOfPagesHasItsOwnSentence() {
        let words = SyncSentences.words(
            errorClass: "bad-request", operation: "searchOrders", trouble: nil,
            code: SyncFailure.pageCircle)
        let usual = SyncSentences.words(errorClass: "bad-request")
        for language in InterfaceLanguage.allCases {
            #expect(Words(language)(words.problem) != Words(language)(usual.problem))
            #expect(Words(language)(words.nextStep) != Words(language)(usual.nextStep))
        }
        #expect(Words(.simplifiedChinese)(words.problem).contains("页面"))
    }

    @Test(arguments: [
        "CON-01", "CON-02", "CON-03", "CON-05", "CON-09", "LNK-01", "LNK-02", "LNK-03", "LNK-04",
        "LNK-05", "FMT-08", "FCT-01", "FCT-02", "FCT-03", "FCT-04", "FCT-05", "ORI-01", "ORI-02",
        "ORI-03",
        "ORI-04",
    ])
    func everyRuleOfTheGateIsExplained(_ rule: String) {
        let words = FindingSentences.words(rule: rule)
        #expect(words.why.key != "finding.other")
        #expect(Words(.simplifiedChinese)(words.remedy) != words.remedy.english)
    }

    @Test func anUnknownRuleIsNamed() {
        let words = FindingSentences.words(rule: "NEW-07")
        #expect(Words(.english)(words.why).contains("NEW-07"))
    }
}
