import HelpDesk
import Jobs
import SwiftExtensions

/// Values for sample requests, drawn from a seed. Texts hold what must be escaped.
extension SeededRandom {
    mutating func chance(_ share: Double = 0.5) -> Bool {
        Double.random(in: 0..<1, using: &self) < share
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }

    /// Some of the elements in their order, perhaps none.
    mutating func some<Element>(of elements: [Element]) -> [Element] {
        elements.filter { _ in Bool.random(using: &self) }
    }

    mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(Int.random(in: 0...9, using: &self)) }.joined()
    }

    mutating func orderID() -> OrderID { OrderID("\(digits(3))-\(digits(7))-\(digits(7))") }

    mutating func marketplaceID() -> String {
        one(of: ["A1PA6795UKMFR9", "ATVPDKIKX0DER", "A1VC38T7YXB528", "A1F83G8C2ARO7P"])
    }

    /// A text of that many characters, none of which a URL takes as it is.
    mutating func text(_ lengths: ClosedRange<Int>) -> String {
        let letters = Array("aZ09 +&=?/#%,;:é漢🙂\"\\")
        return String(
            (0..<Int.random(in: lengths, using: &self)).map { _ in one(of: letters) })
    }

    /// An instant long enough ago for every rule about times.
    mutating func pastInstant() -> Timestamp {
        ConformanceDesk.now
            - .milliseconds(Int64.random(in: 600_000...7_000_000_000, using: &self))
    }
}

/// Parameters of a sandbox case.
extension [String: Json] {
    func instant(_ name: String) -> Timestamp? {
        self[name]?.text.flatMap(Timestamp.init(iso8601:))
    }
}
