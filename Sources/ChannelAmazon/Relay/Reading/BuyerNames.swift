internal import Foundation

/// Names of buyers, as display names and subjects give them.
struct BuyerNames: Sendable {
    let table: AddressTable

    /// A display name without what Amazon adds; nil when it names Amazon itself or an address.
    func buyer(_ displayName: String) -> String? {
        var name = SafeText.line(displayName, limit: 200)
        name = name.trimmingCharacters(in: CharacterSet(charactersIn: " \"'"))
        var isCut = true
        while isCut {
            isCut = false
            for suffix in table.nameSuffixes where hasSuffix(name, suffix) {
                name = String(name.dropLast(suffix.count))
                name = name.trimmingCharacters(in: CharacterSet(charactersIn: " \"'-–—|,"))
                isCut = true
            }
        }
        guard !name.isEmpty, !name.contains("@") else { return nil }
        let folded = WordFolding.fold(name)
        return table.platformNames.contains(folded) || folded.hasPrefix("amazon.") ? nil : name
    }

    /// True when a foreign sender's display name pretends to be Amazon or a relay address.
    func isImpersonating(_ displayName: String) -> Bool {
        let name = WordFolding.fold(SafeText.line(displayName, limit: 200))
        guard !name.isEmpty else { return false }
        if name.contains("@marketplace.amazon.") { return true }
        if table.platformNames.contains(name), name.contains("amazon") { return true }
        return table.forgedNameStarts.contains { name.hasPrefix($0) }
            || table.forgedNameEnds.contains { name.hasSuffix($0) }
    }

    /// Dashes of any kind and any case; the suffix must not be the whole name.
    private func hasSuffix(_ name: String, _ suffix: String) -> Bool {
        guard name.count > suffix.count else { return false }
        let end = WordFolding.fold(String(name.suffix(suffix.count)))
        return end == WordFolding.fold(suffix)
    }
}
