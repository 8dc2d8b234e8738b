/// Logistic regression over hashed features with AdaGrad.
struct LogisticTrainer {
    typealias Example = (features: [UInt32], isGuilty: Bool)

    let buckets: Int
    /// How many honest examples a guilty one weighs.
    let weightOfGuilty: Float
    var rounds = 30
    var rate: Float = 0.3
    /// What keeps weights small, for each example that has the feature.
    var decay: Float = 0.00002

    func train(_ examples: [Example]) -> LinearWeights {
        var weights = [Float](repeating: 0, count: buckets)
        var squares = [Float](repeating: 0.01, count: buckets)
        var bias: Float = 0
        var biasSquares: Float = 0.01
        var order = Array(examples.indices)
        var random = StepRandom(state: 42)
        let mask = UInt32(buckets - 1)
        for _ in 0..<rounds {
            random.shuffle(&order)
            for place in order {
                let example = examples[place]
                guard !example.features.isEmpty else { continue }
                let length = 1 / Float(example.features.count).squareRoot()
                var sum = bias
                for feature in example.features { sum += weights[Int(feature & mask)] * length }
                let share = Self.probability(sum) - (example.isGuilty ? 1 : 0)
                let slope = share * (example.isGuilty ? weightOfGuilty : 1)
                biasSquares += slope * slope
                bias -= rate * slope / biasSquares.squareRoot()
                for feature in example.features {
                    let bucket = Int(feature & mask)
                    let own = slope * length + decay * weights[bucket]
                    squares[bucket] += own * own
                    weights[bucket] -= rate * own / squares[bucket].squareRoot()
                }
            }
        }
        return Self.quantized(weights, bias)
    }

    /// Steps of one size for all weights; the few that are larger are cut.
    private static func quantized(_ weights: [Float], _ bias: Float) -> LinearWeights {
        let sizes = weights.map { abs($0) }.filter { $0 > 0 }.sorted()
        let large = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 999 / 1000)]
        let step = large / Float(LinearWeights.most)
        let most = Float(LinearWeights.most)
        let levels = weights.map { Int8(max(-most, min(most, ($0 / step).rounded()))) }
        return LinearWeights(levels: levels, step: step, bias: bias)
    }

    /// 1 / (1 + e^-x) by squaring, good to a thousandth: the standard library has no exponential.
    private static func probability(_ score: Float) -> Float {
        let bounded = max(-20, min(20, score))
        var power = 1 - bounded / 1024
        for _ in 0..<10 { power *= power }
        return 1 / (1 + power)
    }
}

/// Numbers that are the same in each run, whatever the standard library does.
struct StepRandom {
    var state: UInt64

    mutating func shuffle(_ list: inout [Int]) {
        for place in stride(from: list.count - 1, to: 0, by: -1) {
            list.swapAt(place, Int((next() >> 16) % UInt64(place + 1)))
        }
    }

    private mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}
