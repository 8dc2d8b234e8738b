import CoreClient
package import HelpDesk
package import Wire

/// What the workstation asks about templates, macros, spelling and people's own words.
package enum LibraryCall: Hashable, Sendable {
    case list
    case show(TemplateKey)
    case settle(TemplateKey, number: Int, isApproved: Bool, reason: String)
    case retire(TemplateKey, isRetired: Bool, reason: String)
    case reviewed(TemplateKey)
    case preview(TemplateKey, number: Int?, TicketID)
    /// Those for a ticket, or all versions for whoever keeps them.
    case macros(TicketID?)
    case runMacro(MacroName, TicketID, number: Int?, isDryRun: Bool)
    case settleMacro(MacroName, number: Int, isApproved: Bool, reason: String)
    case retireMacro(MacroName)
    case spelling(TicketID, text: String)
    case words(OwnWord.Kind)
    case keepWord(OwnWord.Kind, OwnWordContent)

    /// Whether the core does something for it; a snapshot only looks.
    var changesSomething: Bool {
        switch self {
        case .list, .show, .preview, .macros, .spelling, .words: false
        case .settle, .retire, .reviewed, .runMacro, .settleMacro, .retireMacro, .keepWord: true
        }
    }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .list: try connection.send(ListLibrary(isWhole: true))
        case .show(let key): try connection.send(ShowTemplate(template: key))
        case .settle(let key, let number, let isApproved, let reason):
            try connection.send(
                SettleTemplate(
                    template: key, number: number, isApproved: isApproved, reason: reason))
        case .retire(let key, let isRetired, let reason):
            try connection.send(
                RetireTemplate(template: key, isRetired: isRetired, reason: reason))
        case .reviewed(let key):
            try connection.send(CareForTemplate(template: key, isReviewed: true))
        case .preview(let key, let number, let ticket):
            try connection.send(PreviewTemplate(template: key, number: number, ticket: ticket))
        case .macros(let ticket):
            try connection.send(ListMacros(ticket: ticket, isWhole: ticket == nil))
        case .runMacro(let name, let ticket, let number, let isDryRun):
            try connection.send(
                RunMacro(name: name, ticket: ticket, number: number, isDryRun: isDryRun))
        case .settleMacro(let name, let number, let isApproved, let reason):
            try connection.send(
                SettleMacro(name: name, number: number, isApproved: isApproved, reason: reason))
        case .retireMacro(let name): try connection.send(RetireMacro(name: name))
        case .spelling(let ticket, let text):
            try connection.send(CheckSpelling(ticket: ticket, text: text))
        case .words(let kind): try connection.send(ListOwnWords(kind: kind))
        case .keepWord(let kind, let word):
            try connection.send(KeepOwnWord(kind: kind, word: word))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> LibraryAnswer {
        switch self {
        case .list: .list(try Incoming.decode(line, for: ListLibrary.self).templates)
        case .show: .detail(try Incoming.decode(line, for: ShowTemplate.self))
        case .settle: .changed(try Incoming.decode(line, for: SettleTemplate.self))
        case .retire: .changed(try Incoming.decode(line, for: RetireTemplate.self))
        case .reviewed: .changed(try Incoming.decode(line, for: CareForTemplate.self))
        case .preview: .preview(try Incoming.decode(line, for: PreviewTemplate.self))
        case .macros: .macros(try Incoming.decode(line, for: ListMacros.self).macros)
        case .runMacro: .played(try Incoming.decode(line, for: RunMacro.self))
        case .settleMacro: .done(try Incoming.decode(line, for: SettleMacro.self))
        case .retireMacro: .done(try Incoming.decode(line, for: RetireMacro.self))
        case .spelling: .spelling(try Incoming.decode(line, for: CheckSpelling.self))
        case .words: .words(try Incoming.decode(line, for: ListOwnWords.self).words)
        case .keepWord: .words(try Incoming.decode(line, for: KeepOwnWord.self).words)
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> LibraryAnswer {
        switch self {
        case .list: .list(try session.call(ListLibrary(isWhole: true)).templates)
        case .show(let key): .detail(try session.call(ShowTemplate(template: key)))
        case .preview(let key, let number, let ticket):
            .preview(
                try session.call(
                    PreviewTemplate(template: key, number: number, ticket: ticket)))
        case .macros(let ticket):
            .macros(
                try session.call(ListMacros(ticket: ticket, isWhole: ticket == nil)).macros)
        case .spelling(let ticket, let text):
            .spelling(try session.call(CheckSpelling(ticket: ticket, text: text)))
        case .words(let kind): .words(try session.call(ListOwnWords(kind: kind)).words)
        default: throw DeskError(.unknownMethod)
        }
    }
}

package enum LibraryAnswer: Hashable, Sendable {
    case list([TemplateEntryView])
    case detail(TemplateDetail)
    case changed(TemplateEntryView)
    case preview(RenderTemplate.Reply)
    case macros([MacroView])
    case played(RunMacro.Reply)
    case done(Done)
    case spelling(CheckSpelling.Reply)
    case words([OwnWordContent])
}
