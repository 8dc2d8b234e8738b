import Glibc

/// A run over numbered inputs, each made from the seed and its number alone.
package struct FuzzRun: Sendable {
    package struct Finding: Sendable {
        package var index: UInt64
        package var complaint: String
    }

    package struct Figures: Sendable {
        package var inputs: UInt64 = 0
        package var bytes: UInt64 = 0
        package var findings: [Finding] = []
        /// Processor time of the slowest input, in nanoseconds, and its number.
        package var slowest: (nanoseconds: UInt64, index: UInt64) = (0, 0)
        /// Inputs that took longer than the run's limit.
        package var overTime: [UInt64] = []
    }

    package let seed: UInt64
    private let mutation: MailMutation
    private let target: MailTarget

    package init(seed: UInt64, corpus: [[UInt8]]) throws {
        self.seed = seed
        mutation = MailMutation(corpus: corpus)
        target = try MailTarget()
    }

    /// The input of a number.
    package func input(_ index: UInt64) -> [UInt8] {
        var random = FuzzRandom(seed: seed, index: index)
        return mutation.mutant(&random)
    }

    /// Reads each mail of the corpus as it is; how many there are.
    package func readCorpus() -> Int {
        for mail in mutation.corpus { target.read(mail) }
        return mutation.corpus.count
    }

    /// What one input broke; nil when all holds.
    package func complaint(at index: UInt64) -> String? {
        target.complaint(about: input(index), checksTwice: index % 64 == 0)
    }

    /// Tries `count` inputs from `first` on. `before` hears each number before its input is read,
    /// so that a crash can be told. Inputs above `limit` of processor time are noted, not stopped.
    package func run(
        from first: UInt64, count: UInt64, limit: Duration = .milliseconds(500),
        before: (UInt64, borrowing Figures) -> Void = { _, _ in }
    ) -> Figures {
        var figures = Figures()
        let longest = UInt64(limit / .nanoseconds(1))
        for index in first..<first + count {
            before(index, figures)
            let bytes = input(index)
            let start = Self.processorTime()
            if let complaint = target.complaint(about: bytes, checksTwice: index % 64 == 0) {
                figures.findings.append(Finding(index: index, complaint: complaint))
            }
            let spent = Self.processorTime() - start
            if spent > figures.slowest.nanoseconds { figures.slowest = (spent, index) }
            if spent > longest { figures.overTime.append(index) }
            figures.inputs += 1
            figures.bytes += UInt64(bytes.count)
        }
        return figures
    }

    private static func processorTime() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
