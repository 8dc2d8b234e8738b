package import SwiftExtensions

extension Order {
    /// When its business was over, as near as the desk knows: the last day of delivery, else the day
    /// the last parcel left. Nil for what is not wholly on its way, and for what never will be.
    package var completedAt: Timestamp? {
        guard status == .shipped else { return nil }
        return deliverBy ?? deliverFrom ?? packages.compactMap(\.shippedAt).max()
    }
}
