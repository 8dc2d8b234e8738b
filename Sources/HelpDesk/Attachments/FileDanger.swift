/// Why a file may harm whoever opens it.
package enum FileDanger: String, Codable, Sendable, CaseIterable {
    case archive, macro, program, script
    /// HTML and SVG run code and fetch pictures when a browser shows them.
    case webPage = "web-page"
    case shortcut
    /// Its name says one thing and its bytes another.
    case disguised
    /// Nobody can tell what it is.
    case unknown
}

extension FileDanger {
    /// What speaks against opening a file of this kind and name; nil when nothing does.
    package static func of(_ kind: FileKind, name: String) -> FileDanger? {
        let ending = FileEnding.of(name)
        if let danger = byKind(kind) { return danger }
        if let danger = byEnding[ending] { return danger }
        if let kinds = FileEnding.kinds[ending], !kinds.contains(kind) { return .disguised }
        return kind == .unknown || kind == .compound ? .unknown : nil
    }

    private static func byKind(_ kind: FileKind) -> FileDanger? {
        switch kind {
        case .zip, .archive: .archive
        case .officeMacro: .macro
        case .program: .program
        case .script: .script
        case .html, .svg: .webPage
        case .shortcut: .shortcut
        default: nil
        }
    }

    /// Endings by which a desktop decides what to run, whatever the bytes are.
    private static let byEnding: [String: FileDanger] = {
        let groups: [(FileDanger, String)] = [
            (.archive, "zip rar 7z gz tgz bz2 xz tar cab iso img vhd vhdx arj lzh ace z zst"),
            (.macro, "docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm xll"),
            (
                .program,
                "exe com scr pif cpl msi msp mst dll sys ocx jar apk app deb rpm dmg pkg appx chm bin run gadget msix"
            ),
            (
                .script,
                "js jse mjs vbs vbe wsf wsh wsc hta ps1 psm1 psd1 bat cmd sh bash py pyw pl rb reg inf sct application ahk au3 applescript command"
            ),
            (.webPage, "html htm xhtml shtml mht mhtml svg svgz xht"),
            (
                .shortcut,
                "lnk url desktop scf website webloc library-ms search-ms settingcontent-ms"
            ),
        ]
        var table: [String: FileDanger] = [:]
        for (danger, endings) in groups {
            for ending in endings.split(separator: " ") { table[String(ending)] = danger }
        }
        return table
    }()
}

/// What stands behind the last dot of a name.
package enum FileEnding {
    /// In lower case, without the dot; empty when there is none.
    package static func of(_ name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased().filter { !$0.isWhitespace }
    }

    /// Endings that promise a kind.
    static let kinds: [String: Set<FileKind>] = [
        "png": [.png], "jpg": [.jpeg], "jpeg": [.jpeg], "jpe": [.jpeg], "gif": [.gif],
        "bmp": [.bmp], "tif": [.tiff], "tiff": [.tiff], "webp": [.webp], "heic": [.heic],
        "heif": [.heic], "avif": [.avif], "pdf": [.pdf], "txt": [.text], "csv": [.text],
        "log": [.text], "rtf": [.rtf], "doc": [.doc, .rtf], "docx": [.docx],
        "xls": [.spreadsheet], "xlsx": [.spreadsheet], "ppt": [.presentation],
        "pptx": [.presentation], "eml": [.mail, .text], "msg": [.mail], "xml": [.xml],
        "mp4": [.video], "mov": [.video], "m4a": [.audio], "mp3": [.audio], "wav": [.audio],
        "dat": [.tnef],
    ]
}
