/// Counts the elements that the linter looks at, so that a test can prove its cost linear.
package struct StepMeter: Sendable {
    package private(set) var steps = 0

    package init() {}

    mutating func count(_ steps: Int = 1) { self.steps &+= steps }
}
