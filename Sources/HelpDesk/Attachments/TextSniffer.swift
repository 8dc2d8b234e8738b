/// What kind of text a file without a signature is, if it is text at all.
struct TextSniffer {
    private let file: FileView
    private let head: String

    init(_ file: FileView) {
        self.file = file
        let start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let bytes = file.bytes[min(start, file.byteCount)..<min(file.byteCount, 4096)]
        head = String(decoding: bytes, as: UTF8.self).lowercased()
    }

    var kind: FileKind {
        if isWide { return .text }
        guard isText else { return .unknown }
        return markup ?? code ?? (isMail ? .mail : .text)
    }

    /// UTF-16 text says so by its first two bytes.
    private var isWide: Bool {
        file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
    }

    /// No control characters but those that lay text out (and Escape, of ISO-2022-JP).
    private var isText: Bool {
        file.bytes.prefix(1 << 16).allSatisfy { byte in
            byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte) || byte == 0x1B
        }
    }

    private var trimmed: Substring { head.drop { $0.isWhitespace } }

    private var markup: FileKind? {
        if head.contains("<svg") { return .svg }
        let signs = ["<html", "<!doctype html", "<head", "<body", "<script", "<iframe", "<meta "]
        if signs.contains(where: head.contains) { return .html }
        return trimmed.hasPrefix("<?xml") ? .xml : nil
    }

    private var code: FileKind? {
        if trimmed.hasPrefix("[internetshortcut]") || trimmed.hasPrefix("[desktop entry]") {
            return .shortcut
        }
        let signs = ["#!", "@echo", "<?php", "windows registry editor", "<job", "<package"]
        return signs.contains(where: trimmed.hasPrefix) ? .script : nil
    }

    private var isMail: Bool {
        ["received:", "return-path:", "delivered-to:", "mime-version:"].contains(
            where: trimmed.hasPrefix)
    }
}
