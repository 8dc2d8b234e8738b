package import HelpDesk
internal import Foundation

/// Multinomial naive Bayes over `CategoryFeatures`: counts and nothing else, so that training is
/// one pass, two models add up, and the same texts in any order give the same model.
package struct CategoryModel: Hashable, Sendable {
    package struct Guess: Hashable, Sendable {
        package var category: InquiryCategory
        /// 0 to 1.
        package var confidence: Double
    }

    private static let classes = InquiryCategory.allCases
    private static let smoothing = 0.05

    /// How often a bucket stands in texts of a category, by bucket and category.
    private var counts: [UInt32]
    /// How many buckets the texts of a category have in all, and how many texts there are.
    private var totals: [UInt32]
    private var texts: [UInt32]

    package init() {
        counts = Array(repeating: 0, count: CategoryFeatures.buckets * Self.classes.count)
        totals = Array(repeating: 0, count: Self.classes.count)
        texts = totals
    }

    /// Counts a text `times` times.
    package mutating func learn(_ text: String, _ category: InquiryCategory, times: Int = 1) {
        learn(CategorySample(text, category), times: times)
    }

    package mutating func learn(_ sample: CategorySample, times: Int = 1) {
        guard let place = Self.classes.firstIndex(of: sample.category), times > 0 else { return }
        let weight = UInt32(clamping: times)
        for bucket in sample.buckets {
            counts[bucket * Self.classes.count + place] &+= weight
        }
        totals[place] &+= weight &* UInt32(clamping: sample.buckets.count)
        texts[place] &+= weight
    }

    /// What both learnt.
    package func adding(_ other: CategoryModel) -> CategoryModel {
        var sum = self
        for index in counts.indices where other.counts[index] > 0 {
            sum.counts[index] &+= other.counts[index]
        }
        for place in totals.indices {
            sum.totals[place] &+= other.totals[place]
            sum.texts[place] &+= other.texts[place]
        }
        return sum
    }

    /// The likeliest category; nil for a text that shares nothing with those learnt.
    package func guess(_ text: String) -> Guess? { guess(CategoryFeatures.of(text)) }

    package func guess(_ sample: CategorySample) -> Guess? { guess(sample.buckets) }

    private func guess(_ buckets: [Int]) -> Guess? {
        let width = Self.classes.count
        let learnt = texts.reduce(0.0) { $0 + Double($1) }
        guard learnt > 0, !buckets.isEmpty else { return nil }
        var sums = Array(repeating: 0.0, count: width)
        var isKnown = false
        let bases = totals.map {
            log(Double($0) + Self.smoothing * Double(CategoryFeatures.buckets))
        }
        for bucket in buckets {
            let row = counts[bucket * width..<(bucket + 1) * width]
            // A bucket that nothing fell into says nothing, in no category's favour.
            guard row.contains(where: { $0 > 0 }) else { continue }
            isKnown = true
            for (place, count) in row.enumerated() {
                sums[place] += log(Double(count) + Self.smoothing) - bases[place]
            }
        }
        guard isKnown else { return nil }
        let mean = sums.reduce(0, +) / Double(width)
        // Neighbouring runs of letters are no independent witnesses: the root tempers their number.
        let scores = sums.map { ($0 - mean) / Double(buckets.count).squareRoot() }
        return softmax(scores)
    }

    private func softmax(_ scores: [Double]) -> Guess? {
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        let whole = scores.reduce(0) { $0 + exp($1 - scores[best]) }
        return Guess(category: Self.classes[best], confidence: 1 / whole)
    }
}

/// A text as a model sees it, and what it is about.
package struct CategorySample: Hashable, Sendable {
    package var category: InquiryCategory
    let buckets: [Int]

    package init(_ text: String, _ category: InquiryCategory) {
        self.category = category
        buckets = CategoryFeatures.of(text)
    }
}

extension CategoryModel {
    /// Bytes that `init(bytes:)` reads: a mark, the category names' digest, totals, then the
    /// cells that are not empty.
    package var bytes: [UInt8] {
        var bytes = Array(Self.mark.utf8)
        func put(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
        for place in totals.indices {
            put(totals[place])
            put(texts[place])
        }
        for (index, count) in counts.enumerated() where count > 0 {
            put(UInt32(clamping: index))
            put(count)
        }
        return bytes
    }

    /// Nil for bytes that are no model of these categories.
    package init?(bytes: [UInt8]) {
        self.init()
        let mark = Array(Self.mark.utf8)
        let head = mark.count + totals.count * 8
        guard bytes.starts(with: mark), bytes.count >= head, (bytes.count - head) % 8 == 0 else {
            return nil
        }
        func value(_ offset: Int) -> UInt32 {
            bytes[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
        for place in totals.indices {
            totals[place] = value(mark.count + place * 8)
            texts[place] = value(mark.count + place * 8 + 4)
        }
        for offset in stride(from: head, to: bytes.count, by: 8) {
            let index = Int(value(offset))
            guard counts.indices.contains(index) else { return nil }
            counts[index] = value(offset + 4)
        }
    }

    /// Whoever changes the categories or the features makes old numbers worthless.
    private static let mark =
        "deskhand-categories-1:" + classes.map(\.rawValue).joined(separator: ",") + "\n"
}
