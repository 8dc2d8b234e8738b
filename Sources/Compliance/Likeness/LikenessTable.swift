import TOMLKit

/// The table of the model, `likeness.toml`: a printable letter for each weight.
enum LikenessTable {
    static let name = "likeness.toml"
    /// The letter of weight 0; TOML's literal strings hold all others as they are.
    private static let zero: Int = 0x53
    private static let lineLength = 128

    static func read(_ text: String) throws(LintTableFault) -> LikenessModel {
        let file = try RuleTOML(file: name, text: text)
        let root = RuleRow(file: file, name: "", table: file.root)
        let guilt = try weights(root, "guilt", file, count: LikenessModel.buckets)
        var rules: [(code: String, weights: LinearWeights)] = []
        for (code, row) in try file.tables("rule") {
            rules.append(
                (code, try weights(row, "levels", file, count: LikenessModel.ruleBuckets)))
        }
        guard !rules.isEmpty else { throw file.fault("rule", "names no rule") }
        return LikenessModel(
            guilt: guilt, suspicion: try number(root, "suspicion", file),
            innocence: try number(root, "innocence", file), rules: rules,
            corpus: try string(root, "corpus", file))
    }

    static func text(of model: LikenessModel) -> String {
        var text = """
            # Written by scripts/train-linter: do not edit. One letter for each weight, "S" is 0.
            corpus = "\(model.corpus)"
            suspicion = \(model.suspicion)
            innocence = \(model.innocence)
            \(keys(of: model.guilt))
            guilt = '''
            \(lines(model.guilt.levels))'''

            """
        for (code, weights) in model.rules {
            text += """

                [rule.\(code)]
                \(keys(of: weights))
                levels = '''
                \(lines(weights.levels))'''

                """
        }
        return text
    }

    private static func keys(of weights: LinearWeights) -> String {
        "step = \(weights.step)\nbias = \(weights.bias)"
    }

    private static func lines(_ levels: [Int8]) -> String {
        var text = ""
        for (place, level) in levels.enumerated() {
            text.unicodeScalars.append(Unicode.Scalar(UInt8(zero + Int(level))))
            if (place + 1).isMultiple(of: lineLength) { text += "\n" }
        }
        return text
    }

    private static func weights(
        _ row: RuleRow, _ key: String, _ file: RuleTOML, count: Int
    ) throws(LintTableFault) -> LinearWeights {
        var levels: [Int8] = []
        for byte in try string(row, key, file).utf8 where byte != 0x0A {
            guard let level = Int8(exactly: Int(byte) - zero), abs(level) <= LinearWeights.most
            else { throw file.fault(key, "holds a letter that is no weight") }
            levels.append(level)
        }
        guard levels.count == count else {
            throw file.fault(key, "must hold \(count) weights, not \(levels.count)")
        }
        return LinearWeights(
            levels: levels, step: try number(row, "step", file),
            bias: try number(row, "bias", file))
    }

    private static func string(_ row: RuleRow, _ key: String, _ file: RuleTOML)
        throws(LintTableFault) -> String
    {
        guard let text = row.table[key]?.string else { throw file.fault(key, "must be a text") }
        return text
    }

    private static func number(_ row: RuleRow, _ key: String, _ file: RuleTOML)
        throws(LintTableFault) -> Float
    {
        guard let value = row.table[key]?.double else { throw file.fault(key, "must be a number") }
        return Float(value)
    }
}
