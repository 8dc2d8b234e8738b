extension ZoneTable {
    /// Where Linux keeps its zones.
    package static let folder = "/usr/share/zoneinfo/"

    /// A zone by its IANA name, from the system's zone files; nil when there is no such file.
    package init?(named name: String) {
        guard Self.isName(name),
            let bytes = try? FileBytes.read(Self.folder + name, limit: 1 << 18)
        else { return nil }
        self.init(tzif: bytes)
    }

    /// A name never leads out of the zone folder.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && !text.hasPrefix("/") && !text.contains("..") && text.utf8.count < 64
            && text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
    }
}
