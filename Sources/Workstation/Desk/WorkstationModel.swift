package import HelpDesk
package import Localization
package import SwiftExtensions
package import TerminalCore
import TerminalWidgets
package import Wire

/// All that the workstation knows; changed by `update` alone and drawn by the renderer.
package struct WorkstationModel: Equatable, Sendable {
    package var size: Size
    package var rules: TextRules
    package internal(set) var now: Timestamp
    package internal(set) var words: Words
    package internal(set) var localTime: LocalTime
    package internal(set) var marketplaceTimes = MarketplaceTimes()
    package internal(set) var me: Principal?
    package internal(set) var link = LinkState.connecting
    package internal(set) var isRehearsal = false
    package internal(set) var undoSeconds = 10
    package internal(set) var retryAt: Timestamp?

    package internal(set) var counts = InboxCounts()
    /// Whether the core has told any counts yet; until then none are shown.
    var knowsCounts = false
    /// When this session began.
    let startedAt: Timestamp
    package internal(set) var health: [SyncHealth] = []
    package internal(set) var people: [Person] = []

    package internal(set) var layers: [Layer] = [.inbox]
    package internal(set) var popups: [PopupState] = []
    package internal(set) var inbox = InboxPane.State()
    package internal(set) var thread: ThreadPane.State?
    package internal(set) var composer: ComposerPane.State?
    package internal(set) var outbox = OutboxPane.State()
    package internal(set) var engine = EnginePane.State()
    package internal(set) var history: HistoryPane.State?
    package internal(set) var account = AccountPane.State()
    package internal(set) var reports = ReportPane.State()
    package internal(set) var quality = QualityPane.State()
    package internal(set) var wall = WallPane.State()
    package internal(set) var accountRows = AccountRowsPane.State()
    package internal(set) var clocks = ClockPane.State()
    package internal(set) var routing = RoutingPane.State()
    package internal(set) var card = OrderPane.State()
    package internal(set) var rights = RightsPane.State()
    package internal(set) var library = LibraryPane.State()
    /// The person's own short names for texts.
    package internal(set) var snippets: [OwnWordContent] = []
    package internal(set) var collision = CollisionState()
    /// The books that were read last, whichever order they are of.
    package internal(set) var finances: FinancesView?

    package internal(set) var notice: Notice?
    package internal(set) var undo: UndoCountdown?
    package internal(set) var pendingKeys: [KeyPress] = []
    package internal(set) var pendingSince: Timestamp?
    /// The number typed before a key, such as the 3 of 3z.
    package internal(set) var keyCount: Int?
    /// The tickets whose state the agent changed last; what an undo means.
    package internal(set) var lastChanged: [TicketID] = []
    /// Whether the ticket that is asked for opens over whatever pane is there.
    var opensFromMentions = false
    package internal(set) var commandHistory: [String] = []
    /// Texts of typed messages that were closed before they left; they live as long as this session.
    package internal(set) var keptMessages: [String: String] = [:]
    package internal(set) var unsavedDrafts: [TicketID: LocalDraft] = [:]
    /// Drafts a session before this one left on the machine; the composer takes them up.
    package internal(set) var keptDrafts: [TicketID: LocalDraft] = [:]
    /// Notes that were closed before they were saved; they live as long as this session.
    package internal(set) var keptNotes: [TicketID: String] = [:]
    package internal(set) var isMouseOn = true
    /// Whether the configuration names a viewer for files.
    package internal(set) var hasViewer = false
    package internal(set) var hasDictation = false
    package internal(set) var dictation: DictationState?
    package internal(set) var transfer: FileTransfer?
    package internal(set) var upload: FileUpload?
    /// Tickets whose drafts this machine's disk refused.
    var unkept: Set<TicketID> = []
    /// The newest translation that was asked for.
    var lastTranslation: Int64 = 0

    package init(
        size: Size, rules: TextRules = .standard, now: Timestamp, language: InterfaceLanguage,
        zone: String = "UTC"
    ) {
        self.size = size
        self.rules = rules
        self.now = now
        startedAt = now
        words = Words(language)
        localTime = LocalTime(zone: zone, language: language)
        inbox.list.height = ScreenLayout(self).inboxRows
    }

    package var layer: Layer { layers.last ?? .inbox }
    package var isConnected: Bool { link == .connected }
    package var isSupervisor: Bool { may(.syncRun) }

    /// Whether the core would let this person do something, as far as is known here.
    package func may(_ verb: Verb, _ breadth: Breadth = .own) -> Bool {
        me?.may(verb, breadth) ?? false
    }
}

/// A reply or typed message that can still be taken back.
package struct UndoCountdown: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        case reply(OutboxID)
        case message(DispatchID, DispatchPlan)
    }

    package var what: What
    package var ticket: TicketID
    package var releaseAt: Timestamp

    /// What takes it back.
    var call: CoreCall {
        switch what {
        case .reply(let item): .undo(item)
        case .message(let dispatch, _): .settleDispatch(dispatch, .withdrawn, reason: "")
        }
    }
}
