import HelpDesk
import Testing

@Suite struct QualityTests {
    @Test func weightsAddUpToAHundred() {
        #expect(QualityCriterion.allCases.map(\.weight).reduce(0, +) == 100)
    }

    @Test(arguments: [
        (QualityMark.met, QualityMark.met, 100.0), (.missed, .met, 70), (.partly, .met, 85),
        // 80 without policy, and a policy fail caps at 59.
        (.met, .missed, 59), (.missed, .missed, 50), (.met, .partly, 90),
    ])
    func totals(accuracy: QualityMark, policy: QualityMark, expected: Double) {
        let marks = QualityMarks(
            accuracy: accuracy, completeness: .met, policy: policy, language: .met,
            timeliness: .met)
        #expect(marks.total == expected)
    }

    @Test func nobodyIsRankedOnAFewAnswers() {
        let standings = QualityStanding.of([
            "few": Array(repeating: 100, count: 9), "good": Array(repeating: 90, count: 10),
            "same": Array(repeating: 90, count: 12), "less": Array(repeating: 80, count: 10),
        ])
        #expect(standings["few"]?.rank == nil)
        #expect(standings["good"]?.rank == 1)
        #expect(standings["same"]?.rank == 1)
        #expect(standings["less"]?.rank == 3)
    }

    @Test func fiveOfEachPersonByLot() {
        let answers: [PersonID: [MessageID]] = [
            PersonID(2): (1...40).map { MessageID($0) }, PersonID(1): [MessageID(90)],
            PersonID(3): [],
        ]
        var random = Counter(state: 7)
        let chosen = QualityDraw.choose(from: answers, alreadyDrawn: 0, using: &random)
        #expect(chosen.count { $0.person == PersonID(2) } == 5)
        #expect(chosen.first?.message == MessageID(90))
        #expect(Set(chosen.map(\.message)).count == 6)
        var again = Counter(state: 7)
        #expect(chosen == QualityDraw.choose(from: answers, alreadyDrawn: 0, using: &again))
        var other = Counter(state: 8)
        #expect(chosen != QualityDraw.choose(from: answers, alreadyDrawn: 0, using: &other))
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7] as [UInt64])
    func oneInTenIsJudgedTwice(seed: UInt64) {
        let answers = Dictionary(
            uniqueKeysWithValues: (1...20).map { person in
                (PersonID(person), (1...9).map { MessageID(person * 100 + $0) })
            })
        var random = Counter(state: seed)
        let chosen = QualityDraw.choose(from: answers, alreadyDrawn: 0, using: &random)
        #expect(chosen.count == 100)
        #expect(chosen.count { $0.isDouble } == 10)
    }
}

/// A generator whose numbers depend on its seed alone (splitmix64).
private struct Counter: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
