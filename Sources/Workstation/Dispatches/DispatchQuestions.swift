import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

extension QuestionPane {
    /// Everything that is about to leave, once more.
    static func dispatch(_ plan: DispatchPlan, _ model: WorkstationModel) -> Dialog {
        let words = model.words
        let width = min(66, model.size.width - 10)
        let action = words(DispatchWords.action(plan.action))
        var lines: [TextLine] = [
            [
                StyledText(
                    words(DispatchStrings.forBuyer(action, plan.order.rawValue)), .title, .bold)
            ]
        ]
        for line in (plan.text ?? "").split(separator: "\n").prefix(4) {
            let safe = SafeText.line(String(line.prefix(200)), rules: model.rules)
            for part in safe.wrapped(width: width, rules: model.rules).prefix(2) {
                lines.append([StyledText(part, .agent)])
            }
        }
        for file in plan.files.prefix(5) {
            let name = SafeText.line(FileWords.short(file, words), rules: model.rules)
            lines.append([StyledText(words(DispatchStrings.file(name)), .info)])
        }
        if let shipment = plan.shipment {
            let carrier = shipment.carrierName ?? shipment.carrierCode
            lines.append([
                StyledText(
                    words(DispatchStrings.tracking(carrier, shipment.trackingNumber)), .info)
            ])
        }
        lines.append([StyledText(words(DispatchStrings.confirmText), .muted)])
        return Dialog(
            title: words(DispatchStrings.confirmTitle), lines: lines,
            choices: [
                DialogChoice(key: "n", label: words(DispatchStrings.goBack), isSafe: true),
                DialogChoice(key: "y", label: words(DispatchStrings.send)),
            ])
    }

    /// A dispatch that waits for a person's word.
    static func settle(_ view: DispatchView, _ model: WorkstationModel) -> Dialog {
        let words = model.words
        let isUnknown = view.dispatch.state == .unknown
        let action = words(DispatchWords.action(view.dispatch.action))
        let time = model.localTime.moment(view.dispatch.queuedAt, now: model.now)
        let text = isUnknown ? DispatchStrings.unknownText : DispatchStrings.waits
        let lines: [TextLine] = [
            [StyledText("\(action)  \(view.authorName)  \(time)", .info, .bold)],
            [StyledText(words(text))],
        ]
        let leave = DialogChoice(
            key: "l", label: words(DispatchStrings.leaveOpen), isSafe: true)
        let choices =
            isUnknown
            ? [
                leave, DialogChoice(key: "y", label: words(DispatchStrings.isThere)),
                DialogChoice(key: "a", label: words(DispatchStrings.sendAgain)),
            ] : [leave, DialogChoice(key: "t", label: words(DispatchStrings.takeBack))]
        let title = isUnknown ? DispatchStrings.unknownTitle : DispatchStrings.takeBackTitle
        return Dialog(title: words(title), lines: lines, choices: choices)
    }
}
