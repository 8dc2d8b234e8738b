package import HelpDesk
package import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// Where a reply or a note is written.
package enum ComposerPane {
    package enum Kind: Hashable, Sendable {
        case reply, note
        /// One of the platform's typed messages.
        case message(DispatchPlan)
    }

    /// What the platform takes in one message, in characters.
    package static let longestReply = 2000

    package struct State: Equatable, Sendable {
        package let ticket: TicketID
        package internal(set) var kind: Kind
        package internal(set) var row: TicketRow
        /// Whom of several the reply answers; nil when the ticket holds one thread.
        package internal(set) var aim: ReplyAim?
        /// Newest item the author has on screen.
        package internal(set) var basis: EventSequence
        package internal(set) var editor: TextEditor
        package internal(set) var findings: [Finding] = []
        package internal(set) var template: TemplateKey?
        /// The version of the template that was filled in.
        var templateVersion: Int?
        package internal(set) var stateAfter = TicketState.pending
        package internal(set) var confirmedRules: [String] = []
        package internal(set) var savedAt: Timestamp?
        package internal(set) var isSending = false
        /// Files that go with it; the core keeps them with the draft.
        package internal(set) var files: [NamedFile] = []
        /// Words that no dictionary knows, in the text that was asked about last.
        var misspelled: [Finding] = []
        /// The dictionary that they were looked up in; nil when there is none.
        package internal(set) var dictionary: String?
        /// The text the linter spoke of last.
        var lintedText: String?
        /// The text the core has as this ticket's draft.
        var savedText: String
        var lintAt: Timestamp?
        var draftAt: Timestamp?
        /// The author's own text while its translation stands in the editor.
        package internal(set) var original: String?
        /// The text whose translation is awaited.
        var translating: AwaitedTranslation?
        /// A translation that came while its text was being changed, and waits to be taken.
        var readyTranslation: Translation?
        /// What an engine was asked to draft.
        package internal(set) var machine: MachineDrafting?
        var staleReason: String?
        /// Newer items that the core showed instead of sending.
        var staleItems: [MessageView] = []
        /// Answers to the buyer of the last two minutes that the author knows of.
        var knownAnswers: [AnswerMark] = []
        /// Whether the answer is this author's to send.
        package internal(set) var lease = ComposerLease.asked(isOpening: true)
        var reviewReason: String?

        package init(row: TicketRow, kind: Kind, text: String = "", savedText: String = "") {
            ticket = row.id
            self.row = row
            self.kind = kind
            basis = row.ticket.lastItem
            editor = TextEditor(text)
            self.savedText = savedText
        }
    }
}

extension ComposerPane.State {
    /// What is typed but not yet known to be kept in the core.
    func pendingDraft(now: Timestamp) -> LocalDraft? {
        guard kind == .reply, editor.text != savedText else { return nil }
        return LocalDraft(ticket: ticket, basis: basis, text: editor.text, savedAt: now)
    }

    mutating func saved(_ draft: LocalDraft, now: Timestamp) {
        guard draft.ticket == ticket, kind == .reply else { return }
        savedText = draft.text
        savedAt = now
    }

    /// The text changed: the linter speaks after a short pause, the draft is kept within a second.
    mutating func edited(now: Timestamp) {
        lintAt = now + .milliseconds(120)
        if draftAt == nil { draftAt = now + .milliseconds(700) }
    }

    /// Findings for an older text than the one on screen say nothing.
    mutating func linted(_ findings: [Finding], ticket: TicketID, text: String) {
        guard ticket == self.ticket, text == editor.text else { return }
        lintedText = text
        show(findings)
    }

    /// Unknown words stand behind the findings, and never over one that says more: what blocks must
    /// not be hidden by advice.
    mutating func show(_ findings: [Finding]) {
        let unknown = misspelled.filter { word in
            word.isAt(word.start..<word.end, of: editor.text)
                && !findings.contains { $0.start < word.end && word.start < $0.end }
        }
        let told = findings.filter { $0.rule != Finding.spellingRule }
        self.findings = told.sorted { $0.start < $1.start } + unknown.sorted { $0.start < $1.start }
        editor.marks = self.findings.map {
            TextMark(range: $0.start..<max($0.start, $0.end), role: $0.severity.role)
        }
    }

    var blocks: Int { findings.count { $0.severity == .block } }

    /// The finding at the caret, or the next one after it, or the first.
    var currentFinding: Finding? {
        findings.first { $0.start <= editor.caret && editor.caret <= $0.end }
            ?? findings.first { $0.end >= editor.caret } ?? findings.first
    }

    /// Most characters that the platform takes here.
    var longest: Int { plan?.rule?.textLimit ?? ComposerPane.longestReply }

    /// What the core's linter is asked: it judges a typed message as it will when it leaves.
    var lintCall: CoreCall {
        plan.map { .lintMessage(ticket, $0.order, text: editor.text) }
            ?? .lint(ticket, text: editor.text, template)
    }

    /// Newest item among those that the reason to send past is about.
    private var staleThrough: EventSequence {
        staleItems.map(\.message.sequence).max().map { max($0, basis) } ?? basis
    }

    func request() -> ReplyRequest {
        ReplyRequest(
            ticket: ticket, basis: basis, text: editor.text, template: template,
            templateVersion: templateVersion, stateAfter: stateAfter,
            confirmedRules: confirmedRules, staleReason: staleReason,
            reviewReason: reviewReason, files: files.map(\.file.digest),
            staleThrough: staleReason == nil ? nil : staleThrough, knownAnswers: knownAnswers)
    }
}

extension Finding {
    /// Whether its words still stand at the place.
    fileprivate func isAt(_ range: Range<Int>, of text: String) -> Bool {
        let bytes = text.utf8
        guard range.upperBound <= bytes.count else { return false }
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(start, offsetBy: range.count)
        return bytes[start..<end].elementsEqual(self.text.utf8)
    }
}

extension Severity {
    var role: ThemeRole {
        switch self {
        case .block: .markBlock
        case .warn: .markWarn
        case .advise: .markInfo
        }
    }
}
