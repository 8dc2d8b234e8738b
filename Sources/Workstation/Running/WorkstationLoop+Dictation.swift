import Glibc
import SwiftExtensions

extension WorkstationLoop {
    func performDictation(_ effect: Effect) {
        switch effect {
        case .dictate:
            dictation = Dictation(options.dictation, at: Self.milliseconds)
            if dictation == nil { apply(.dictated(.failed("not-started"))) }
        case .endDictation: dictation?.stop(at: Self.milliseconds)
        default: dictation = nil
        }
    }

    /// Takes what the dictation program wrote.
    func listen() {
        guard let dictation,
            case .ended(let result) = dictation.read(at: Self.milliseconds)
        else { return }
        self.dictation = nil
        apply(.dictated(result))
    }

    /// Monotonic.
    private static var milliseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
