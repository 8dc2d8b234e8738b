import Glibc
import MailFuzz
import SwiftExtensions
import Synchronization

/// The number of the input at work, for the handler below, which may use nothing else.
private let current = Atomic<UInt64>(0)

/// deskfuzz SEED FIRST COUNT FOLDER...: breaks the mails of the folders in COUNT numbered ways and
/// reads each. Not shipped. `deskfuzz SEED INDEX show FOLDER...` writes one input to standard output,
/// `deskfuzz SEED ROUNDS rate FOLDER...` reads the mails as they are and says how many a second.
@main
struct Deskfuzz {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        guard words.count >= 4, let seed = UInt64(words[1]), let first = UInt64(words[2]) else {
            print("usage: deskfuzz SEED FIRST COUNT|show|rate FOLDER...")
            exit(2)
        }
        do {
            let run = try FuzzRun(seed: seed, corpus: try corpus(Array(words.dropFirst(3))))
            if words[3] == "show" {
                let input = run.input(first)
                _ = write(1, input, input.count)
                return
            }
            if words[3] == "rate" { return rate(run, rounds: first) }
            guard let count = UInt64(words[3]) else { exit(2) }
            tellOfCrashes()
            exit(report(run, from: first, count: count))
        } catch {
            print("deskfuzz: \(error)")
            exit(2)
        }
    }

    /// All `.eml` files of the folders, in the order of their names.
    private static func corpus(_ folders: [String]) throws -> [[UInt8]] {
        var mails: [[UInt8]] = []
        for folder in folders {
            let names = try FolderListing.names(in: folder).filter { $0.hasSuffix(".eml") }
            for name in names.sorted() {
                mails.append(try FileBytes.read("\(folder)/\(name)", limit: 4 << 20))
            }
        }
        guard !mails.isEmpty else {
            print("deskfuzz: no mails in \(folders)")
            exit(2)
        }
        return mails
    }

    private static func rate(_ run: FuzzRun, rounds: UInt64) {
        let clock = ContinuousClock()
        let start = clock.now
        let count = (0..<max(1, rounds)).reduce(0) { total, _ in total + run.readCorpus() }
        let seconds = max(0.001, (clock.now - start) / .seconds(1))
        print("mails\t\(count)")
        print("mails-per-second\t\(Int(Double(count) / seconds))")
    }

    private static func report(_ run: FuzzRun, from first: UInt64, count: UInt64) -> Int32 {
        let clock = ContinuousClock()
        let start = clock.now
        let figures = run.run(from: first, count: count) { index, figures in
            current.store(index, ordering: .relaxed)
            if figures.inputs > 0, figures.inputs % 50_000 == 0 {
                print("… \(figures.inputs) inputs, \(figures.findings.count) findings")
                fflush(nil)
            }
        }
        let seconds = max(0.001, (clock.now - start) / .seconds(1))
        for finding in figures.findings.prefix(50) {
            print("finding: seed \(run.seed) index \(finding.index): \(finding.complaint)")
        }
        for index in figures.overTime.prefix(20) { print("slow: seed \(run.seed) index \(index)") }
        print("inputs\t\(figures.inputs)")
        print("megabytes\t\(figures.bytes / 1_000_000)")
        print("seconds\t\(Int(seconds))")
        print("inputs-per-second\t\(Int(Double(figures.inputs) / seconds))")
        print("findings\t\(figures.findings.count)")
        print("over-time\t\(figures.overTime.count)")
        print(
            "slowest\t\(figures.slowest.nanoseconds / 1_000_000) ms at \(figures.slowest.index)")
        var usage = rusage()
        getrusage(__rusage_who_t(0), &usage)
        print("peak-memory\t\(usage.ru_maxrss / 1024) MiB")
        return figures.findings.isEmpty && figures.overTime.isEmpty ? 0 : 1
    }

    /// A Swift trap runs no `defer`: the handler writes the number of the input and dies on.
    private static func tellOfCrashes() {
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
            signal(number) { caught in
                var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
                withUnsafeMutableBytes(of: &digits) { buffer in
                    var rest = current.load(ordering: .relaxed)
                    var place = buffer.count - 1
                    buffer[place] = 10
                    repeat {
                        place -= 1
                        buffer[place] = UInt8(48 + rest % 10)
                        rest /= 10
                    } while rest > 0
                    _ = write(2, "crash at index ", 15)
                    if let base = buffer.baseAddress {
                        _ = write(2, base + place, buffer.count - place)
                    }
                }
                signal(caught, SIG_DFL)
                raise(caught)
            }
        }
    }
}
