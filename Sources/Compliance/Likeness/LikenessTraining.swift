/// A sentence to learn from.
package struct LikenessExample: Sendable {
    /// What stands in it, as `SentenceFeatures` has it.
    let features: [UInt32]
    /// The rules that people say it breaks; none for an honest one.
    let rules: Set<String>
}

/// Makes the model from texts that people have judged: logistic regression by AdaGrad, always in
/// the same order, so that the same texts give the same table.
package enum LikenessTraining {
    /// The sentences of a text, each with the rules whose places lie in it.
    package static func examples(
        _ text: String, context: LintContext, broken: [(rule: String, place: Range<Int>)]
    ) -> [LikenessExample] {
        var meter = StepMeter()
        let book = RuleBook.builtIn
        let input = LintInput(text, context: context, book: book, meter: &meter)
        return input.sentences.indices.compactMap { number in
            let origin = input.text.origin(of: input.sentences[number].range)
            let found = SentenceFeatures.shared.of(number, in: input, meter: &meter)
            guard !found.isEmpty else { return nil }
            let rules = broken.filter { isWithin($0.place, origin) }.map(\.rule)
            return LikenessExample(features: found, rules: Set(rules))
        }
    }

    /// A place that runs over from the sentence beside it says nothing of this one.
    private static func isWithin(_ place: Range<Int>, _ origin: Range<Int>) -> Bool {
        let common = place.clamped(to: origin).count
        return common > 0 && common >= min(leastCommon, place.count)
    }

    private static let leastCommon = 6

    /// The model of `examples`, with the log-odds from which it speaks up for and against words.
    package static func model(
        of examples: [LikenessExample], suspicion: Float, innocence: Float, corpus: String
    ) -> LikenessModel {
        let guilt = LogisticTrainer(buckets: LikenessModel.buckets, weightOfGuilty: 2)
            .train(examples.map { ($0.features, !$0.rules.isEmpty) })
        let guilty = examples.filter { !$0.rules.isEmpty }
        let codes = Set(guilty.flatMap(\.rules)).sorted()
        let rules = codes.map { code in
            let weights = LogisticTrainer(buckets: LikenessModel.ruleBuckets, weightOfGuilty: 4)
                .train(guilty.map { ($0.features, $0.rules.contains(code)) })
            return (code: code, weights: weights)
        }
        return LikenessModel(
            guilt: guilt, suspicion: suspicion, innocence: innocence, rules: rules,
            corpus: corpus)
    }

    /// The table of a model, as `likeness.toml` holds it.
    package static func table(of model: LikenessModel) -> String { LikenessTable.text(of: model) }
}
