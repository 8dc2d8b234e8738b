/// Names one listener for as long as the core runs.
package struct SubscriptionID: Hashable, Sendable {
    let number: Int
}
