/// A text seen through a layer of normalisation, with the way back to the agent's own bytes.
///
/// Each element is one scalar and the range of UTF-8 bytes of the original text it came from.
package struct NormalizedText: Sendable {
    private(set) var scalars: [Unicode.Scalar] = []
    /// First byte of each element in the original text.
    private var starts: [Int] = []
    /// Byte behind each element in the original text.
    private var ends: [Int] = []
    /// Letters that had signs or blanks between them, in order.
    private var apart: [Range<Int>] = []

    var count: Int { scalars.count }
    var indices: Range<Int> { 0..<scalars.count }

    subscript(index: Int) -> Unicode.Scalar { scalars[index] }

    /// The scalar at `index`, or nil outside the text.
    func scalar(at index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    /// The bytes of the original text that `range` covers; never empty for a non-empty range.
    func origin(of range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return starts[first]..<max(starts[first], ends[last])
    }

    /// The normalised text of `range`.
    func string(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }

    mutating func append(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
        scalars.append(scalar)
        starts.append(origin.lowerBound)
        ends.append(origin.upperBound)
    }

    /// Copies one element of another layer; `scalar` replaces its own when given.
    mutating func append(_ index: Int, of other: NormalizedText, as scalar: Unicode.Scalar? = nil) {
        scalars.append(scalar ?? other.scalars[index])
        starts.append(other.starts[index])
        ends.append(other.ends[index])
    }

    /// A blank that the agent did not write, before an element of another layer.
    mutating func appendBlank(before index: Int, of other: NormalizedText) {
        append(" ", from: other.starts[index]..<other.starts[index])
    }

    /// Remembers that the elements of `range` stood apart.
    mutating func markApart(_ range: Range<Int>) { apart.append(range) }

    /// Whether all of `range` stood apart.
    func isWrittenApart(_ range: Range<Int>) -> Bool {
        let place = apart.partitioningIndex { $0.upperBound >= range.upperBound }
        return place < apart.count && apart[place].lowerBound <= range.lowerBound
    }

    /// Lets the last element reach to `end`, for marks that belong to the letter before them.
    mutating func extendLast(to end: Int) {
        guard !ends.isEmpty else { return }
        ends[ends.count - 1] = end
    }

    mutating func replace(at index: Int, with scalar: Unicode.Scalar) {
        scalars[index] = scalar
    }
}
