/// What a file is, and what speaks against opening it, for the screen and the command line alike.
package enum FileSentences {
    /// The words for a kind of file.
    package static func kind(_ kind: String) -> Phrase {
        switch kind {
        case "text": Phrase("file.text", "text")
        case "doc", "docx": Phrase("file.word", "Word document")
        case "spreadsheet": Phrase("file.spreadsheet", "spreadsheet")
        case "presentation": Phrase("file.presentation", "presentation")
        case "office-macro": Phrase("file.macro", "office document with macros")
        case "html": Phrase("file.web-page", "web page")
        case "zip", "archive": Phrase("file.archive", "archive")
        case "program": Phrase("file.program", "program")
        case "script": Phrase("file.script", "script")
        case "shortcut": Phrase("file.shortcut", "shortcut")
        case "mail": Phrase("file.mail", "mail")
        case "tnef": Phrase("file.tnef", "Outlook wrapping (winmail.dat)")
        case "audio": Phrase("file.audio", "sound")
        case "video": Phrase("file.video", "film")
        case "empty": Phrase("file.empty", "empty")
        case "compound", "unknown": Phrase("file.unknown", "unknown kind")
        default: named(kind)
        }
    }

    private static func named(_ kind: String) -> Phrase {
        let pictures = ["png", "jpeg", "gif", "bmp", "tiff", "webp", "heic", "avif", "svg"]
        let name = kind.uppercased()
        return pictures.contains(kind)
            ? Phrase("file.picture", "picture ({name})", ["name": name])
            : Phrase("file.named", "{name}", ["name": name])
    }

    /// Why a file may do harm.
    package static func danger(_ danger: String) -> Phrase {
        switch danger {
        case "archive": Phrase("danger.archive", "archive: nobody has looked at what is inside")
        case "macro": Phrase("danger.macro", "carries program code (macros)")
        case "program": Phrase("danger.program", "is a program")
        case "script": Phrase("danger.script", "is a script that could run")
        case "web-page": Phrase("danger.web-page", "web page: can run code and call home")
        case "shortcut": Phrase("danger.shortcut", "opens something else")
        case "disguised": Phrase("danger.disguised", "is not what its name says")
        default: Phrase("danger.unknown", "nobody can tell what it is")
        }
    }
}
