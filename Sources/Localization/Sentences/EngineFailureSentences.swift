/// Why an engine on the seller's own network, or a program on this machine, gave nothing.
package enum EngineFailureSentences {
    /// The sentence for a reason; nil for one that only a number tells, such as `exit 3`.
    package static func problem(_ reason: String) -> Phrase? {
        switch reason {
        case "timed-out": Phrase("engine-failed.time", "The engine took too long.")
        case "unreachable": Phrase("engine-failed.network", "The engine cannot be reached.")
        case "busy": Phrase("engine-failed.busy", "The engine has enough to do at the moment.")
        case "not-started": Phrase("engine-failed.start", "The program cannot be started.")
        case "ended": Phrase("engine-failed.ended", "The program broke off or took too long.")
        case "key": Phrase("engine-failed.key", "The engine's key cannot be read.")
        case "too-long": Phrase("engine-failed.long", "That was too much at once.")
        case "unreadable", "empty", "too-large":
            Phrase("engine-failed.answer", "What the engine answered is of no use.")
        default: nil
        }
    }
}
