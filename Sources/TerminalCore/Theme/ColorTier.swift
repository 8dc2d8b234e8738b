/// How many colours the terminal gets.
package enum ColorTier: String, CaseIterable, Hashable, Sendable {
    /// 24 bits; drawn through the 256 colours where the backend has no direct colour.
    case trueColor = "truecolor"
    case palette256 = "256"
    case palette16 = "16"
    /// Attributes only.
    case mono

    /// The tier for an environment and the number of colours terminfo promises (`COLORS`).
    ///
    /// `NO_COLOR` with any value but an empty one means mono (no-color.org). COLORTERM alone is not
    /// believed where terminfo promises fewer than 256, since it survives into other terminals.
    package static func choose(environment: [String: String], colors: Int) -> ColorTier {
        if let refusal = environment["NO_COLOR"], !refusal.isEmpty { return .mono }
        guard colors >= 8 else { return .mono }
        guard colors >= 256 else { return .palette16 }
        let promise = environment["COLORTERM"]
        return promise == "truecolor" || promise == "24bit" ? .trueColor : .palette256
    }
}
