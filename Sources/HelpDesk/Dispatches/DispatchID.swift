/// Something that a person has the platform do for one order.
package struct DispatchID: DeskIdentifier {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
}
