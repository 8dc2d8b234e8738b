import ChannelAmazon
import HelpDesk
import Jobs
import Testing

/// Every request that the client can make, against the parameters of the models.
@Suite struct RequestTests {
    private static let seeds: ClosedRange<UInt64> = 1...150

    @Test func samplesKeepTheRules() async throws {
        for shelf in try ModelShelf.all {
            var count = 0
            for operation in ClientOperation.all {
                let found = try #require(
                    shelf.operation(operation.id, path: operation.path), "\(operation) in \(shelf)")
                let check = RequestCheck(found)
                for seed in Self.seeds {
                    for request in try await requests(of: operation, seed: seed) {
                        let broken = check.violations(of: request)
                        #expect(broken.isEmpty, "\(operation) seed \(seed): \(broken)")
                        count += 1
                    }
                }
            }
            CoverageNote.print(
                shelf,
                "\(count) sample requests of \(ClientOperation.all.count) operations checked")
        }
    }

    /// The proof that the check can fail: a request that is damaged in any way is refused.
    @Test func damagedRequestsAreRefused() async throws {
        for shelf in try ModelShelf.all {
            var count = 0
            for operation in ClientOperation.all {
                let found = try #require(shelf.operation(operation.id, path: operation.path))
                for seed in 1...20 as ClosedRange<UInt64> {
                    for request in try await requests(of: operation, seed: seed) {
                        for damage in RequestDamage.all(of: request, found) {
                            let broken = RequestCheck(found).violations(of: damage.request)
                            #expect(!broken.isEmpty, "\(operation): \(damage.name) was let through")
                            count += 1
                        }
                    }
                }
            }
            CoverageNote.print(shelf, "\(count) damaged requests refused")
            #expect(count > 0)
        }
    }

    /// The client counts each call against the rate of the operation that it really is, and the
    /// rate is the published one.
    @Test func operationsHaveTheirPublishedRates() async throws {
        for operation in ClientOperation.all {
            var random = SeededRandom(seed: 3)
            let desk = try ConformanceDesk()
            _ = try? await operation.sample(&random)(desk)
            // Files go to addresses of their own, which no rate limits.
            let counted = Set(desk.operations).subtracting(["uploadFile", "reportDocument"])
            #expect(counted == [operation.id])
        }
        for shelf in try ModelShelf.all {
            for operation in ClientOperation.all {
                let (_, found) = try #require(
                    shelf.operation(operation.id, path: operation.path))
                guard let published = PublishedRate(found.description) else { continue }
                let own = RateLimitTable.standard.limit(of: operation.id)
                #expect(own.ratePerSecond == published.rate, "\(operation) in \(shelf)")
                #expect(own.burst == published.burst, "\(operation) in \(shelf)")
            }
        }
    }

    /// Every rate of the table belongs to an operation that is proved here.
    @Test func noOperationIsLeftOut() {
        let proved = Set(ClientOperation.all.map(\.id))
        #expect(RateLimitTable.standard.operations.filter { !proved.contains($0) } == [])
    }

    private func requests(
        of operation: ClientOperation, seed: UInt64
    ) async throws -> [WireRequest] {
        var random = SeededRandom(seed: seed)
        let desk = try ConformanceDesk()
        // What the client makes of an empty answer is not the question here.
        _ = try? await operation.sample(&random)(desk)
        #expect(!desk.requests.isEmpty, "\(operation) seed \(seed) sent nothing")
        return desk.requests
    }
}
