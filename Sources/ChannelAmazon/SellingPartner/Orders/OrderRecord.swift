package import HelpDesk

/// One order's own bytes, as an answer held them: read again after an update of the desk, and laid
/// open field by field for people.
package struct OrderRecord: Sendable {
    /// One field as expected and as found.
    package struct Field: Hashable, Sendable {
        package enum Verdict: String, Sendable {
            case fits, missing, retyped, unknown
        }

        package var path: String
        /// Type and need; empty for an unknown field.
        package var expected: String
        /// Type and value; may be personal data. Empty when missing.
        package var found: String
        package var verdict: Verdict
    }

    private static let fieldLimit = 2000
    private let raw: [UInt8]

    package init(_ raw: [UInt8]) {
        self.raw = raw
    }

    /// Reads the record as if it had just come.
    package func read(for store: StoreID) -> OrderAnswer {
        guard let value = try? JSONReader.parse(raw) else {
            return .quarantined(
                QuarantinedRecord(
                    recordID: nil, problem: "order: unreadable", raw: raw, path: "order",
                    expected: "object, required", found: "no JSON"))
        }
        var reader = OrderReader(store: store)
        do {
            let order = try reader.order(value, asked: OrderBlock.shown)
            return .found(order, unknownFields: reader.drift.counts)
        } catch {
            return .quarantined(QuarantinedRecord(value, error, raw: raw))
        }
    }

    /// All fields in the order of the bytes; required ones that are missing come last.
    package func fields() -> [Field] {
        guard let value = try? JSONReader.parse(raw) else { return [] }
        var survey = Survey()
        survey.visit(value, path: "order", RecordShape.order)
        return survey.fields + survey.missing
    }

    private struct Survey {
        var fields: [Field] = []
        var missing: [Field] = []

        mutating func visit(_ value: JSONValue, path: String, _ shape: RecordShape?) {
            guard fields.count < OrderRecord.fieldLimit else { return }
            switch value.content {
            case .object(let members):
                for (key, member) in members {
                    visitMember(
                        member, "\(path).\(PlatformText.cleaned(key, limit: 60))", key, shape)
                }
                noteMissing(in: value, path: path)
            case .array(let elements):
                var inner: RecordShape?
                if case .list(let shape)? = shape { inner = shape }
                for (index, element) in elements.enumerated() {
                    visit(element, path: "\(path)[\(index)]", inner)
                }
            default:
                break
            }
        }

        private mutating func visitMember(
            _ member: JSONValue, _ path: String, _ key: String, _ shape: RecordShape?
        ) {
            var inner: RecordShape?
            if case .object(let known)? = shape { inner = known[key] }
            let field = OrderFields.known[OrderFields.shape(of: path)]
            var isKnown = field != nil || inner != nil
            // What lies under a leaf is of no concern to the desk.
            if case .leaf? = shape { isKnown = true }
            let verdict: Field.Verdict =
                !isKnown ? .unknown : (field?.kind.fits(member) ?? true) ? .fits : .retyped
            fields.append(
                Field(
                    path: path, expected: isKnown ? field?.words ?? "not read" : "",
                    found: member.words, verdict: verdict))
            guard verdict == .fits, inner != nil else { return }
            visit(member, path: path, inner)
        }

        private mutating func noteMissing(in value: JSONValue, path: String) {
            let shape = OrderFields.shape(of: path) + "."
            let names = OrderFields.known.filter { $0.value.isRequired && $0.key.hasPrefix(shape) }
            for (known, field) in names.sorted(by: { $0.key < $1.key }) {
                let name = String(known.dropFirst(shape.count))
                guard !name.contains("."), !name.contains("["), value[name] == nil else { continue }
                missing.append(
                    Field(
                        path: "\(path).\(name)", expected: field.words, found: "",
                        verdict: .missing))
            }
        }
    }
}

extension QuarantinedRecord {
    /// A record with the first problem that its reading met.
    init(_ record: JSONValue, _ problem: FieldProblem, raw: [UInt8]) {
        let value = record.member(at: problem.path)
        let field = OrderFields.known[OrderFields.shape(of: problem.path)]
        self.init(
            recordID: record["orderId"]?.text.map { PlatformText.cleaned($0, limit: 64) },
            problem: problem.description, raw: raw,
            path: PlatformText.cleaned(problem.path, limit: 200),
            expected: field?.words ?? "", found: value?.kindWords ?? "nothing")
    }

    /// What this record has in common with others that cannot be read for the same reason.
    package var shape: String { "\(OrderFields.shape(of: path)): \(expected) / \(found)" }
}

extension JSONValue {
    /// The value at a path such as `order.orderItems[3].product`; the first part names this one.
    func member(at path: String) -> JSONValue? {
        var value = self
        for part in path.split(separator: ".").dropFirst() {
            let pieces = part.split(separator: "[")
            guard let name = pieces.first, let member = value[String(name)] else { return nil }
            value = member
            for piece in pieces.dropFirst() {
                guard let index = Int(piece.dropLast()), let elements = value.elements,
                    elements.indices.contains(index)
                else { return nil }
                value = elements[index]
            }
        }
        return value
    }
}
