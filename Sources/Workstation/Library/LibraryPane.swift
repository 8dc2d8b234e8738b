import HelpDesk
import Localization
import TerminalCore
package import TerminalWidgets
package import Wire

/// The team's letters and macros, as whoever keeps them sees them.
package enum LibraryPane {
    package enum Part: String, Hashable, Sendable, CaseIterable {
        /// What asks for somebody: waiting, broken, overdue, behind, unused.
        case care
        case templates
        case macros
    }

    package struct State: Equatable, Sendable {
        package internal(set) var part: Part = .care
        package internal(set) var templates: [TemplateEntryView]?
        package internal(set) var macros: [MacroView]?
        package internal(set) var detail: TemplateDetail?
        /// The selected version filled with the open ticket's values.
        package internal(set) var preview: RenderTemplate.Reply?
        package internal(set) var list = ListState()
        package internal(set) var viewport = ViewportState()

        package init() {}
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body.inset(horizontal: 1)
        buffer.write(strip(model), at: area.origin, width: area.width)
        let parts = LibraryLayout(area)
        drawList(model, parts.list, into: &buffer)
        if parts.isSideBySide {
            buffer.verticalLine(
                at: Point(x: parts.detail.x - 2, y: parts.detail.y), height: parts.detail.height)
        } else {
            buffer.horizontalLine(
                at: Point(x: area.x, y: parts.detail.y - 1), width: area.width)
        }
        TextViewport(lines: LibraryLines(model: model, width: parts.detail.width).detail)
            .render(into: &buffer, in: parts.detail, state: model.library.viewport)
    }

    private static func strip(_ model: WorkstationModel) -> TextLine {
        model.libraryParts.map { part in
            let count = part == .care ? model.caredFor.count : 0
            let text = model.words(LibraryStrings.part(part)) + (count > 0 ? " \(count)" : "")
            let isHere = part == model.library.part
            let role: ThemeRole = count > 0 ? .warning : isHere ? .title : .muted
            return StyledText(isHere ? "[\(text)]" : " \(text) ", role, isHere ? .bold : [])
        }
    }

    private static func drawList(
        _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        let lines = LibraryLines(model: model, width: area.width)
        guard let count = model.libraryCount else {
            return lines.say(InboxStrings.loading, at: area.origin, into: &buffer)
        }
        guard count > 0 else {
            return lines.say(
                LibraryStrings.nothing(model.library.part), at: area.origin, into: &buffer)
        }
        let table = Table(
            columns: [
                TableColumn("", width: .rest, isTelling: true),
                TableColumn("", width: .fixed(4)), TableColumn("", width: .fixed(8)),
                TableColumn("", width: .fixed(min(34, area.width * 4 / 10))),
            ], showsHeader: false, isFocused: model.popups.isEmpty)
        table.render(into: &buffer, in: area, state: model.library.list, count: count) { row in
            TableRow(cells: lines.cells(row))
        }
    }
}

/// Where list and detail stand; the update asks it as well as the drawing.
struct LibraryLayout {
    let list: Rect
    let detail: Rect
    let isSideBySide: Bool

    init(_ area: Rect) {
        let body = Rect(
            x: area.x, y: area.y + 2, width: area.width, height: max(0, area.height - 2))
        isSideBySide = area.width >= 140
        if isSideBySide {
            let width = body.width / 2 - 2
            list = Rect(x: body.x, y: body.y, width: width, height: body.height)
            detail = Rect(
                x: body.x + width + 4, y: body.y, width: body.width - width - 4,
                height: body.height)
        } else {
            let height = max(3, body.height * 2 / 5)
            list = Rect(x: body.x, y: body.y, width: body.width, height: height)
            detail = Rect(
                x: body.x, y: body.y + height + 1, width: body.width,
                height: max(0, body.height - height - 1))
        }
    }
}
