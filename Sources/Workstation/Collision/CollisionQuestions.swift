import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The questions before two people answer one buyer.
enum CollisionQuestions {
    private static func width(_ model: WorkstationModel) -> Int {
        max(10, min(66, model.size.width - 10))
    }

    /// Somebody else writes the answer: who, since when, and what can be done.
    static func held(_ holder: ComposeHolder, _ model: WorkstationModel) -> Dialog {
        let words = model.words
        let time = model.localTime.moment(holder.since, now: model.now)
        let age = AgeWords.age(since: holder.since, now: model.now, words)
        var lines = wrapped(
            words(CollisionStrings.since(holder.name, time, age)), .warning, model)
        if let characters = holder.characters, characters > 0 {
            lines += wrapped(words(CollisionStrings.characters(characters)), .muted, model)
        }
        if let reason = holder.reason {
            lines += wrapped(words(CollisionStrings.takenBecause(reason)), .text, model)
        }
        lines += wrapped(words(CollisionStrings.heldText), .text, model)
        return Dialog(
            title: words(CollisionStrings.heldTitle), lines: lines,
            choices: [
                DialogChoice(key: "d", label: words(CollisionStrings.draftBeside), isSafe: true),
                DialogChoice(key: "n", label: words(CollisionStrings.noteOnly)),
                DialogChoice(key: "t", label: words(CollisionStrings.takeOver)),
                DialogChoice(key: "b", label: words(CollisionStrings.goBack)),
            ])
    }

    /// The buyer got an answer a moment ago, or is about to.
    static func answered(_ answers: [RecentAnswer], _ model: WorkstationModel) -> Dialog {
        let words = model.words
        var lines: [TextLine] = []
        for answer in answers.prefix(3) {
            lines += wrapped(sentence(answer, model), .warning, model)
            lines += start(of: answer.body, .agent, rows: 2, model)
        }
        if answers.count > 3 {
            lines += wrapped(words(CollisionStrings.more(answers.count - 3)), .muted, model)
        }
        return Dialog(
            title: words(CollisionStrings.answeredTitle), lines: lines,
            choices: [
                DialogChoice(key: "b", label: words(CollisionStrings.dontSend), isSafe: true),
                DialogChoice(key: "y", label: words(CollisionStrings.sendSecond)),
            ])
    }

    private static func sentence(_ answer: RecentAnswer, _ model: WorkstationModel) -> String {
        let words = model.words
        let isMine = answer.author != nil && answer.author == model.me?.person
        let name =
            isMine
            ? words(CollisionStrings.you)
            : answer.authorName ?? words(CollisionStrings.inSellerCentral)
        let age = AgeWords.age(since: answer.at, now: model.now, words)
        guard answer.ticket != model.composer?.ticket else {
            return words(CollisionStrings.answered(name, age))
        }
        return words(CollisionStrings.answeredOn(name, model.number(answer.ticket), age))
    }

    /// What came in after the author's last look.
    static func stale(_ items: [MessageView], _ model: WorkstationModel) -> Dialog {
        let words = model.words
        var lines: [TextLine] = [[StyledText(words(QuestionStrings.staleText))], []]
        for item in items.prefix(4) {
            let author = item.authorName ?? words(ThreadStrings.buyer)
            let time = model.localTime.moment(item.message.platformTime, now: model.now)
            lines.append([StyledText("\(author)  \(time)", .info, .bold)])
            lines += start(of: item.body, .buyer, rows: 3, model)
        }
        if items.count > 4 {
            lines += wrapped(words(CollisionStrings.more(items.count - 4)), .muted, model)
        }
        return Dialog(
            title: words(QuestionStrings.staleTitle), lines: lines,
            choices: [
                DialogChoice(key: "r", label: words(QuestionStrings.readThem), isSafe: true),
                DialogChoice(key: "s", label: words(QuestionStrings.sendAnyway)),
            ])
    }

    private static func start(
        of text: String, _ role: ThemeRole, rows: Int, _ model: WorkstationModel
    ) -> [TextLine] {
        wrapped(String(text.prefix(400)), role, model).prefix(rows).map { $0 }
    }

    private static func wrapped(
        _ text: String, _ role: ThemeRole, _ model: WorkstationModel
    ) -> [TextLine] {
        SafeText.line(text, rules: model.rules).wrapped(width: width(model), rules: model.rules)
            .map { [StyledText(String($0), role)] }
    }
}
