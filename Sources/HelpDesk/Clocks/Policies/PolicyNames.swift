/// Names that people give to calendars and policies.
enum PolicyNames {
    /// Lower-case letters, digits and single hyphens, at most 40 of them: `shanghai-office`.
    static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return text.utf8.count <= 40
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        (97...122).contains($0) || (48...57).contains($0)
                    }
            }
    }
}
