package import HelpDesk
import SwiftExtensions

/// Acts of macros as people type them, and as files hold them.
package enum MacroLine {
    package static let help = """
        Acts: template KEY, tag NAME, untag NAME, priority WORD, assign me, assign USER, \
        note TEXT, watch, hold TIME REASON, snooze TIME, resolve, then STATE.
        """

    package static func act(_ line: String, person: (String) -> PersonID?) -> MacroAct? {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = parts.count > 1 ? parts[1] : ""
        switch (parts.first ?? "", rest) {
        case ("watch", ""): return .watch
        case ("resolve", ""): return .resolve
        case (_, ""): return nil
        case ("template", let key): return .template(TemplateKey(key))
        case ("tag", let name): return .tag(TagName(name))
        case ("untag", let name): return .untag(TagName(name))
        case ("priority", let word): return TicketPriority(rawValue: word).map { .priority($0) }
        case ("assign", "me"): return .assignToMe
        case ("assign", let user): return person(user).map { .assign($0) }
        case ("note", let text): return .note(text)
        case ("snooze", let time): return seconds(time).map { .snooze(seconds: $0) }
        case ("hold", let words):
            let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, let time = seconds(parts[0]) else { return nil }
            return .hold(reason: parts[1], seconds: time)
        case ("then", let word): return TicketState(rawValue: word).map { .afterSend($0) }
        default: return nil
        }
    }

    private static func seconds(_ text: String) -> Int64? {
        if text.last == "s" { return Int64(text.dropLast()) }
        return TimeLeft.parse(text).map { $0.wholeMilliseconds / 1000 }
    }

    /// What `seconds` reads as the same.
    private static func time(_ seconds: Int64) -> String {
        let isMinutes = seconds % 60 == 0 && seconds / 60 < 10_000
        return isMinutes ? "\(seconds / 60)m" : "\(seconds)s"
    }

    /// The line that `act` reads as the same; whom `user` does not know is named by number.
    package static func text(
        _ act: MacroAct, user: (PersonID) -> String? = { _ in nil }
    ) -> String {
        switch act {
        case .template(let key): "template \(key.rawValue)"
        case .tag(let tag): "tag \(tag.rawValue)"
        case .untag(let tag): "untag \(tag.rawValue)"
        case .priority(let priority): "priority \(priority.rawValue)"
        case .assignToMe: "assign me"
        case .assign(let person): "assign \(user(person) ?? "#\(person.rawValue)")"
        case .note(let text): "note \(text)"
        case .watch: "watch"
        case .hold(let reason, let seconds): "hold \(time(seconds)) \(reason)"
        case .snooze(let seconds): "snooze \(time(seconds))"
        case .resolve: "resolve"
        case .afterSend(let state): "then \(state.rawValue)"
        }
    }
}
