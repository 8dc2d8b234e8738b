import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Lays a conversation out as lines of a width.
struct ThreadLines {
    let words: Words
    let model: WorkstationModel
    let row: TicketRow
    let width: Int
    private(set) var lines: [TextLine] = []
    private(set) var starts: [Int] = []
    private var cases: [MessageID: DeskCase] = [:]
    private let marked: Set<MessageID>
    private let translations: [MessageID: Translation]
    /// Longer bodies are cut here; the desk keeps the whole text.
    static let longestBody = 20_000

    init(
        model: WorkstationModel, row: TicketRow, width: Int, marked: Set<MessageID> = [],
        translations: [MessageID: Translation] = [:]
    ) {
        self.marked = marked
        self.translations = translations
        words = model.words
        self.model = model
        self.row = row
        self.width = max(20, width)
    }

    /// What was sent through the platform stands after the mails, with its state and what to do.
    private mutating func add(_ view: DispatchView) {
        starts.append(lines.count)
        let role = DispatchLines.role(view.dispatch.state)
        lines.append([
            StyledText("> ", .agent, .bold),
            StyledText(DispatchLines.summary(view, words), role, .bold),
            StyledText("  " + view.authorName, .agent),
            StyledText("  " + moment(view.dispatch.queuedAt), .muted),
        ])
        for line in DispatchLines.explanation(view, words) { wrap(line, role) }
        if let text = view.text { addBody(text, Style(.agent)) }
        for part in DispatchLines.parts(view, words) { wrap(part, .info) }
        lines.append([])
    }

    mutating func add(_ detail: TicketDetail) {
        for item in detail.cases { item.message.map { cases[$0] = item } }
        for message in detail.messages { add(message) }
        starts = starts.isEmpty ? [0] : starts
        for view in detail.dispatches where view.dispatch.ticket == detail.row.id { add(view) }
        for (text, role) in LifeLines.lines(detail, model) { wrap(text, role) }
        if let obstacle = detail.contactObstacle {
            let said = ErrorSentences.words(
                code: obstacle.code.rawValue, arguments: obstacle.arguments)
            wrap("! " + words(said.problem), .warning)
        }
        lines.append([StyledText("── " + words(ThreadStrings.end), .muted)])
    }

    private mutating func add(_ view: MessageView) {
        starts.append(lines.count)
        let role = role(of: view.message)
        lines.append(heading(view, role))
        wrap(facts(view), .muted)
        if !view.subject.isEmpty, view.message.direction == .inbound {
            wrap("\(words(ThreadStrings.subject)): \(view.subject)", .muted)
        }
        addTick(view)
        for warning in view.warnings where Self.notice(warning) == nil {
            wrap(
                words(ThreadStrings.warning(words(MailWarningSentences.phrase(warning)))), .warning)
        }
        addBody(view.body, Style(role))
        addTranslation(of: view.id)
        for file in view.attachments { wrap(describe(file), file.danger == nil ? .info : .warning) }
        lines.append([])
    }

    /// Below the original, and never without the word that a machine wrote it.
    private mutating func addTranslation(of message: MessageID) {
        guard let translation = translations[message] else { return }
        wrap(
            "[\(translation.to.rawValue)] " + words(TranslationStrings.by(translation.engine)),
            .info)
        addBody(translation.text, Style(.muted))
        guard !translation.lost.isEmpty else { return }
        wrap(words(TranslationStrings.lost(translation.lost.joined(separator: ", "))), .warning)
    }

    /// The link behind which the mark is set; it must be opened as it is, so it is not broken up.
    private mutating func addTick(_ view: MessageView) {
        guard view.debt?.state == .excusePending, let link = view.noResponseURL else { return }
        wrap(words(ThreadStrings.tickHere), .warning)
        let safe = SafeText.line(link, rules: model.rules)
        for line in safe.wrapped(width: width - 2, rules: model.rules) {
            lines.append([StyledText("  "), StyledText(line, .accent)])
        }
    }

    /// The kind of case behind a notice's mark, such as `notice-return-request`.
    private static func notice(_ warning: String) -> CaseKind? {
        warning.hasPrefix("notice-") ? CaseKind(String(warning.dropFirst(7))) : nil
    }

    private func role(of message: Message) -> ThemeRole {
        switch message.direction {
        case .note: .note
        case .outbound: .agent
        case .inbound: message.kind == .bounce ? .error : .buyer
        }
    }

    /// A rule across the pane with who spoke; a letter tells the direction without colour.
    private func heading(_ view: MessageView, _ role: ThemeRole) -> TextLine {
        let message = view.message
        let sign =
            switch message.direction {
            case .inbound: "< "
            case .outbound: "> "
            case .note: "# "
            }
        let mark = marked.contains(view.id) ? [StyledText("[x] ", .accent, .bold)] : []
        var line = mark + [StyledText(sign, role, .bold), StyledText(author(view), role, .bold)]
        line.append(StyledText("  " + moment(message.platformTime), .muted))
        if let kind = kindWord(view) { line.append(StyledText("  " + words(kind), .info)) }
        if message.language != .undetermined {
            line += [StyledText("  "), Badge.text(message.language.rawValue)]
        }
        return line
    }

    private func author(_ view: MessageView) -> String {
        switch view.message.kind {
        case .buyer, .buyerAuto, .courtesy, .unparsed:
            row.buyerName.isEmpty ? words(ThreadStrings.buyer) : row.buyerName
        case .bounce, .platformNotice: words(ThreadStrings.platform)
        default: view.authorName ?? words(ThreadStrings.desk)
        }
    }

    private func kindWord(_ view: MessageView) -> Phrase? {
        switch view.message.kind {
        case .note: ThreadStrings.note
        case .agentExternal: ThreadStrings.external
        case .bounce: ThreadStrings.bounce
        case .courtesy: ThreadStrings.courtesy
        case .buyerAuto, .system: ThreadStrings.automatic
        case .unparsed: ThreadStrings.unparsed
        case .platformNotice: view.warnings.lazy.compactMap(Self.notice).first.map(CaseWords.kind)
        case .buyer, .agentReply: nil
        }
    }

    private func moment(_ instant: Timestamp) -> String {
        let mine = model.localTime.moment(instant, now: model.now)
        guard let store = model.marketplaceTimes.time(of: row.ticket.marketplace) else {
            return mine
        }
        return mine + " · " + words(ThreadStrings.storeTime(store.clock(instant)))
    }

    /// What the clock and the outbox say of this item.
    private func facts(_ view: MessageView) -> String {
        var facts: [String] = []
        if view.message.isTimeEstimated { facts.append(words(ThreadStrings.estimated)) }
        if let fate = view.fate { facts.append(LifeLines.fate(fate, model)) }
        if let item = cases[view.message.id] {
            facts.append(words(CaseWords.state(item.state)))
            if item.state == .open, let due = item.reviewDue {
                let time = model.localTime.moment(due, now: model.now)
                facts.append(words(CaseWords.actUntil(time, isNamed: item.isDeadlineNamed)))
            }
        }
        if let debt = view.debt {
            facts.append(words(StateWords.debt(debt.state)))
            if debt.isUnseenAtReply == true { facts.append(words(CollisionStrings.sentPast)) }
            if debt.state == .owed {
                let due = model.localTime.moment(debt.platformDue, now: model.now)
                facts.append(words(ThreadStrings.due(due)))
            }
        }
        if let item = view.outbox {
            facts.append(words(StateWords.outbox(item.state)))
            let release = ReleaseWords.line(item.override, by: view.releasedBy, in: words)
            if let evidence = item.evidence, release == nil || evidence != "approved" {
                facts.append(words(EvidenceWords.words(evidence)))
            }
            if let release { facts.append(release) }
        }
        return facts.joined(separator: " · ")
    }

    private func describe(_ file: AttachmentView) -> String {
        let kind = words(FileSentences.kind(file.kind.rawValue))
        let size = FileWords.size(file.attachment.byteCount)
        let danger = file.danger.map { "  ! " + words(FileSentences.danger($0.rawValue)) }
        return words(ThreadStrings.attachment(file.name, kind, size)) + (danger ?? "")
    }

    private mutating func addBody(_ body: String, _ style: Style) {
        let shown = String(body.prefix(Self.longestBody))
        let bodyLines = TextViewport.lines(
            of: shown, width: width - 2, style: style, rules: model.rules)
        lines += bodyLines.map { [StyledText("  ")] + $0 }
        if shown.endIndex < body.endIndex, body.count > Self.longestBody {
            wrap(words(ThreadStrings.cut(body.count - Self.longestBody)), .warning)
        }
    }

    private mutating func wrap(_ text: String, _ role: ThemeRole) {
        guard !text.isEmpty else { return }
        let safe = SafeText.line(text, rules: model.rules)
        for line in safe.wrapped(width: width - 2, rules: model.rules) {
            lines.append([StyledText("  "), StyledText(line, role)])
        }
    }
}
