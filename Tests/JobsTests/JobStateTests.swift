import Jobs
import SwiftExtensions
import Testing

@Suite struct JobStateTests {
    private let now = Timestamp(seconds: 1_800_000_000)
    private let policy = RetryPolicy(
        attemptLimit: 3, backoff: Backoff(base: .seconds(2), cap: .seconds(60)))

    private func running() -> JobState {
        var job = JobState(notBefore: now)
        _ = job.due(at: now)
        return job
    }

    @Test func waitsUntilItIsDue() {
        var job = JobState(notBefore: now + .seconds(5))
        #expect(job.due(at: now) == .wait(until: now + .seconds(5)))
        #expect(job.due(at: now + .seconds(5)) == .run(attempt: 1))
        #expect(job.due(at: now + .seconds(6)) == .none)
    }

    @Test func successFinishesOnce() {
        var job = running()
        #expect(job.succeeded() == .finish)
        #expect(job.succeeded() == .none)
        #expect(job.phase == .finished)
    }

    @Test func transientFailuresEndInTheDeadLettersAtTheLimit() {
        var random = SeededRandom(seed: 1)
        var job = JobState(notBefore: now)
        var time = now
        var attempts: [Int] = []
        for _ in 0..<20 {
            switch job.due(at: time) {
            case .run(let attempt):
                attempts.append(attempt)
                _ = job.failed(.transient, reason: "down", policy: policy, at: time, using: &random)
            case .wait(let until): time = until
            default: break
            }
        }
        #expect(attempts == [1, 2, 3])
        #expect(job.phase == .dead(attempts: 3, reason: "down"))
    }

    @Test(arguments: [FailureNature.permanent, .unknownOutcome])
    func someFailuresAreNotRepeated(nature: FailureNature) {
        var random = SeededRandom(seed: 1)
        var job = running()
        let action = job.failed(nature, reason: "no", policy: policy, at: now, using: &random)
        #expect(action == .bury(reason: "no"))
    }

    @Test func namedPauseIsKeptInFull() {
        var random = SeededRandom(seed: 9)
        var job = running()
        let action = job.failed(
            .throttled(retryAfter: .seconds(179)), reason: "429", policy: policy, at: now,
            using: &random)
        guard case .wait(let until) = action else {
            Issue.record("A throttled job waits.")
            return
        }
        #expect(until >= now + .seconds(179))
        #expect(until <= now + .seconds(181))
    }

    @Test func interruptedWorkIsRepeatedOnlyWhenThatDoesNoHarm() {
        var repeatable = running()
        #expect(
            repeatable.interrupted(isRepeatable: true, policy: policy, at: now)
                == .wait(until: now))
        #expect(repeatable.phase == .ready(attempt: 2, notBefore: now))
        var sending = running()
        #expect(
            sending.interrupted(isRepeatable: false, policy: policy, at: now)
                == .bury(reason: "interrupted"))
    }

    @Test func workThatKillsTheCoreEveryTimeIsBuried() {
        var job = JobState(phase: .running(attempt: 3))
        #expect(
            job.interrupted(isRepeatable: true, policy: policy, at: now)
                == .bury(reason: "interrupted"))
    }

    @Test func personRevivesADeadJobWithAllItsAttempts() {
        var job = JobState(phase: .dead(attempts: 3, reason: "down"))
        #expect(job.revived(at: now) == .wait(until: now))
        #expect(job.due(at: now) == .run(attempt: 1))
    }

    @Test func revivingALivingJobChangesNothing() {
        var job = running()
        #expect(job.revived(at: now) == .none)
        #expect(job.phase == .running(attempt: 1))
    }
}
