import HelpDesk
import Testing

struct FileSnifferTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var kind: FileKind
        var testDescription: String { "\(name) is \(kind.rawValue)" }

        init(_ name: String, _ bytes: [UInt8], _ kind: FileKind) {
            (self.name, self.bytes, self.kind) = (name, bytes, kind)
        }
        init(_ name: String, _ text: String, _ kind: FileKind) {
            self.init(name, Array(text.utf8), kind)
        }
    }

    /// A zip's local header with a name in it, as every office file has.
    static func zip(_ names: String...) -> [UInt8] {
        [0x50, 0x4B, 0x03, 0x04] + Array(names.joined(separator: "\0\u{1}\0").utf8)
    }

    static func compound(_ names: String...) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
            + names.flatMap { $0.utf8.flatMap { [$0, 0] } + [0, 0] }
    }

    static let samples: [Sample] = [
        Sample("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
        Sample("jpeg", [0xFF, 0xD8, 0xFF, 0xE0], .jpeg), Sample("gif", "GIF89a;", .gif),
        Sample("tiff", [0x4D, 0x4D, 0x00, 0x2A], .tiff),
        Sample("bmp", Array("BM".utf8) + [9, 9, 9, 9] + [UInt8](repeating: 0, count: 30), .bmp),
        Sample("a word with BM", "BMW parts for my car", .text),
        Sample("webp", "RIFF\u{1}\u{1}\u{1}\u{1}WEBP", .webp),
        Sample("heic", [0, 0, 0, 24] + Array("ftypheic".utf8), .heic),
        Sample("heif", [0, 0, 0, 24] + Array("ftypmif1".utf8), .heic),
        Sample("avif", [0, 0, 0, 24] + Array("ftypavif".utf8), .avif),
        Sample("mp4", [0, 0, 0, 24] + Array("ftypisom".utf8), .video),
        Sample("pdf", "%PDF-1.7\n%x", .pdf), Sample("pdf behind noise", "\n\n junk %PDF-1.4", .pdf),
        Sample("exe", Array("MZ".utf8) + [0x90, 0, 3], .program),
        Sample("elf", [0x7F, 0x45, 0x4C, 0x46, 2, 1], .program),
        Sample("lnk", [0x4C, 0, 0, 0, 1, 0x14, 2, 0], .shortcut),
        Sample("url", "[InternetShortcut]\nURL=https://x.example", .shortcut),
        Sample("zip", zip("a.txt"), .zip),
        Sample("docx", zip("[Content_Types].xml", "word/document.xml"), .docx),
        Sample("xlsx", zip("[Content_Types].xml", "xl/workbook.xml"), .spreadsheet),
        Sample(
            "docm", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            .officeMacro),
        Sample("jar", zip("META-INF/MANIFEST.MF"), .program),
        Sample("doc", compound("WordDocument"), .doc),
        Sample("doc with macros", compound("WordDocument", "_VBA_PROJECT"), .officeMacro),
        Sample("xls", compound("Workbook"), .spreadsheet),
        Sample("ole", compound("Other"), .compound),
        Sample("rar", "Rar!\u{1A}\u{7}\u{1}", .archive), Sample("gzip", [0x1F, 0x8B, 8], .archive),
        Sample("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
        Sample("tar", [UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8), .archive),
        Sample("tnef", [0x78, 0x9F, 0x3E, 0x22, 1], .tnef), Sample("rtf", "{\\rtf1 x}", .rtf),
        Sample("html", "  <!DOCTYPE html><p>x", .html),
        Sample("script in text", "hello <script>x", .html),
        Sample("svg", "<?xml version=\"1.0\"?><svg onload=\"x\">", .svg),
        Sample("xml", "<?xml version=\"1.0\"?><a/>", .xml),
        Sample("shell", "#!/bin/sh\nrm x", .script), Sample("batch", "@echo off", .script),
        Sample("mail", "Received: from x\nSubject: y", .mail),
        Sample("text", "Größe 尺码\n", .text),
        Sample("latin-1", [0x47, 0x72, 0xF6, 0xDF, 0x65], .text),
        Sample("utf-16", [0xFF, 0xFE, 0x61, 0x00], .text), Sample("empty", [UInt8](), .empty),
        Sample("noise", [1, 2, 3, 0, 0xFF], .unknown),
    ]

    @Test(arguments: samples) func tellsByBytes(_ sample: Sample) {
        #expect(FileSniffer.kind(of: sample.bytes) == sample.kind)
    }

    @Test(arguments: samples) func neverReadsPastAnEnd(_ sample: Sample) {
        for count in 0...min(sample.bytes.count, 600) {
            let part = Array(sample.bytes.prefix(count))
            _ = FileSniffer.kind(of: part)
            _ = PictureSize(of: part)
        }
    }

    @Test(
        arguments: [
            (FileKind.png, "a.png", nil), (.png, "a.pdf", .disguised), (.heic, "a.jpg", .disguised),
            (.pdf, "a.pdf", nil), (.program, "a.pdf", .program), (.text, "a.js", .script),
            (.text, "a.txt", nil), (.text, "a.TXT ", nil), (.text, "a.pdf.lnk", .shortcut),
            (.docx, "a.docx", nil), (.docx, "a.docm", .macro), (.officeMacro, "a.doc", .macro),
            (.zip, "a.zip", .archive), (.zip, "a.docx", .archive), (.html, "a.txt", .webPage),
            (.text, "a.html", .webPage), (.svg, "a.png", .webPage), (.unknown, "a", .unknown),
            (.mail, "a.eml", nil), (.tnef, "winmail.dat", nil), (.text, "noending", nil),
            (.spreadsheet, "a.iso", .archive),
        ] as [(FileKind, String, FileDanger?)])
    func namesDangers(_ kind: FileKind, _ name: String, _ danger: FileDanger?) {
        #expect(FileDanger.of(kind, name: name) == danger)
    }

    @Test func readsPictureSizes() {
        let png: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
            + [0, 0, 4, 0, 0, 0, 3, 0]
        #expect(PictureSize(of: png)?.width == 1024)
        #expect(PictureSize(of: png)?.height == 768)
        let jpeg: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0, 32, 0, 64, 3, 1]
        #expect(PictureSize(of: jpeg)?.width == 64)
        #expect(PictureSize(of: jpeg)?.height == 32)
        #expect(PictureSize(of: Array("GIF89a".utf8) + [2, 0, 3, 0])?.height == 3)
        #expect(PictureSize(of: [1, 2, 3]) == nil)
    }
}
