import Glibc

/// Tells what a file is from its bytes alone: signatures first, then what kind of text it is.
/// Never trusts a length or an offset found in the file.
package enum FileSniffer {
    /// The kind of a whole file.
    package static func kind(of bytes: [UInt8]) -> FileKind {
        guard !bytes.isEmpty else { return .empty }
        return bytes.withUnsafeBytes { buffer in
            let view = FileView(buffer)
            return signature(view) ?? container(view) ?? riff(view) ?? media(view)
                ?? archive(view) ?? TextSniffer(view).kind
        }
    }

    private static func signature(_ file: FileView) -> FileKind? {
        let found = signatures.first { file.starts(with: $0.bytes) }
        if let found { return found.kind }
        if file.starts(with: "BM"), file.byteCount > 26, file.isZero(6..<10) { return .bmp }
        // ISO 32000-1, annex H.3.4.1: readers take the mark anywhere in the first 1024 bytes.
        if file.contains("%PDF-", within: 1024) { return .pdf }
        return nil
    }

    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
        (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
        ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
        (Array("{\\rtf".utf8), .rtf), ([0x78, 0x9F, 0x3E, 0x22], .tnef),
        // Programs: DOS and Windows, ELF, Mach-O in both orders, Java and universal, WebAssembly.
        (Array("MZ".utf8), .program), ([0x7F, 0x45, 0x4C, 0x46], .program),
        ([0xFE, 0xED, 0xFA, 0xCE], .program), ([0xFE, 0xED, 0xFA, 0xCF], .program),
        ([0xCE, 0xFA, 0xED, 0xFE], .program), ([0xCF, 0xFA, 0xED, 0xFE], .program),
        ([0xCA, 0xFE, 0xBA, 0xBE], .program), ([0x00, 0x61, 0x73, 0x6D], .program),
        (Array("dex\n".utf8), .program), (Array("!<arch>\n".utf8), .program),
        ([0xED, 0xAB, 0xEE, 0xDB], .program),
        ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], .shortcut),
        (Array("Rar!\u{1A}\u{7}".utf8), .archive),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive), ([0x1F, 0x8B], .archive),
        (Array("BZh".utf8), .archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
        ([0x28, 0xB5, 0x2F, 0xFD], .archive), (Array("MSCF".utf8), .archive),
        ([0x60, 0xEA], .archive), (Array("ITSF".utf8), .program),
        (Array("ID3".utf8), .audio), (Array("OggS".utf8), .audio), (Array("fLaC".utf8), .audio),
        (Array("#!AMR".utf8), .audio), ([0x1A, 0x45, 0xDF, 0xA3], .video),
        (Array("FLV\u{1}".utf8), .video), ([0x00, 0x00, 0x01, 0xBA], .video),
    ]

    /// Zip and OLE hold whole families; the names inside tell which one it is. A name counts
    /// wherever it stands, so that no damaged table of contents can hide a macro.
    private static func container(_ file: FileView) -> FileKind? {
        if file.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return compound(file)
        }
        let isZip = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]].contains {
            file.starts(with: $0)
        }
        guard isZip else { return nil }
        if file.contains("vbaProject.bin") || file.contains("macrosheets/") { return .officeMacro }
        if file.contains("META-INF/MANIFEST.MF") || file.contains("AndroidManifest.xml") {
            return .program
        }
        guard file.contains("[Content_Types].xml") else { return .zip }
        if file.contains("word/document.xml") { return .docx }
        if file.contains("xl/workbook") { return .spreadsheet }
        return file.contains("ppt/presentation.xml") ? .presentation : .zip
    }

    /// Names in a compound file are UTF-16, low byte first ([MS-CFB] 2.6.1).
    private static func compound(_ file: FileView) -> FileKind {
        if file.containsWide("_VBA_PROJECT") || file.containsWide("Macros") { return .officeMacro }
        if file.containsWide("WordDocument") { return .doc }
        if file.containsWide("Workbook") || file.containsWide("Book") { return .spreadsheet }
        if file.containsWide("PowerPoint Document") { return .presentation }
        return file.containsWide("__properties_version1.0") ? .mail : .compound
    }

    private static func riff(_ file: FileView) -> FileKind? {
        guard file.starts(with: "RIFF") else { return nil }
        if file.has("WEBP", at: 8) { return .webp }
        if file.has("WAVE", at: 8) { return .audio }
        return file.has("AVI ", at: 8) ? .video : nil
    }

    /// The brand of an ISO base media file (ISO/IEC 14496-12, 4.3) tells pictures from films.
    private static func media(_ file: FileView) -> FileKind? {
        guard file.has("ftyp", at: 4) else { return nil }
        let brand = file.text(8..<12)
        if ["avif", "avis"].contains(brand) { return .avif }
        let heic = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"]
        if heic.contains(brand) { return .heic }
        return brand.hasPrefix("M4A") ? .audio : .video
    }

    private static func archive(_ file: FileView) -> FileKind? {
        if file.has("ustar", at: 257) { return .archive }
        if file.has("-lh", at: 2), file.has("-", at: 6) { return .archive }
        return file.has("CD001", at: 32_769) ? .archive : nil
    }
}
