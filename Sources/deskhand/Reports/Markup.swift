import TerminalCore

/// Pieces of HTML. Whatever came from outside passes through `text`.
enum Markup {
    enum Cell {
        case text(String)
        case number(String)
        /// Made here, of numbers alone.
        case markup(String)
    }

    /// A text that no reader takes for markup, without what could deceive its reader.
    static func text(_ text: String) -> String {
        var escaped = ""
        for character in SafeText.line(text) {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    static func row(_ cells: [Cell]) -> String {
        let columns = cells.map { cell in
            switch cell {
            case .text(let words): "<td>\(text(words))</td>"
            case .number(let words): "<td class=\"n\">\(text(words))</td>"
            case .markup(let markup): "<td>\(markup)</td>"
            }
        }
        return "<tr>" + columns.joined() + "</tr>"
    }

    static func table(_ head: [String], _ rows: [String]) -> String {
        let columns = head.map { "<th>\(text($0))</th>" }.joined()
        return "<table><thead><tr>\(columns)</tr></thead><tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody></table>"
    }
}

/// How the page looks: the reader's own light or dark, and black on white on paper.
enum PageStyle {
    static let sheet = """
        :root{color-scheme:light dark;--ink:#1b1f24;--faint:#6b7480;--line:#d5dae0;--page:#fff;
        --a:#2463b0;--b:#b3261e;--c:#b06a00;--d:#7a8794;--e:#2f7d4f}
        @media(prefers-color-scheme:dark){:root{--ink:#e4e7eb;--faint:#9aa4b0;--line:#3a424c;
        --page:#15191e;--a:#7fb2ef;--b:#ff8a80;--c:#f0b35a;--d:#8b98a5;--e:#7fcf9d}}
        body{font:15px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;color:var(--ink);
        background:var(--page);max-width:70em;margin:2em auto;padding:0 1em}
        h1{font-size:1.5em;margin:0}h2{font-size:1.15em;margin:1.5em 0 .3em}
        .meta{color:var(--faint);margin:.1em 0}
        table{border-collapse:collapse;margin:1em 0;font-variant-numeric:tabular-nums}
        th,td{text-align:left;padding:.2em .7em .2em 0;border-bottom:1px solid var(--line);
        vertical-align:top}th{color:var(--faint);font-weight:600}.n{text-align:right}
        .wide{overflow-x:auto}figure{margin:1.2em 0;break-inside:avoid}
        figcaption{color:var(--faint)}svg{display:block;max-width:100%}
        dt{font-weight:600}dd{margin:0 0 .5em;color:var(--faint)}
        tr{break-inside:avoid}
        @media print{:root{--ink:#000;--faint:#444;--line:#bbb;--page:#fff;--a:#222;--b:#000;
        --c:#555;--d:#999;--e:#777}body{margin:0;max-width:none}.wide{overflow:visible}}
        """
}
