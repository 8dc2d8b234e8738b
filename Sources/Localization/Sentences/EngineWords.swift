/// Words for the values of the sync engine, by their codes, for the screen and the command line.
/// A code that is not known is shown as it is.
package enum EngineWords {
    package static func kind(_ code: String) -> Phrase {
        switch code {
        case "messages": Phrase("sync-kind.messages", "messages")
        case "orders": Phrase("sync-kind.orders", "orders")
        case "reports": Phrase("sync-kind.reports", "reports")
        case "inventory": Phrase("sync-kind.inventory", "stock")
        case "finances": Phrase("sync-kind.finances", "finances")
        case "notifications": Phrase("sync-kind.notifications", "SQS queue")
        default: plain(code)
        }
    }

    package static func laneState(_ code: String) -> Phrase {
        switch code {
        case "healthy": Phrase("lane.healthy", "fine")
        case "slowed": Phrase("lane.slowed", "slowed")
        case "parked": Phrase("lane.parked", "stopped")
        case "paused": Phrase("lane.paused", "off")
        default: plain(code)
        }
    }

    package static func jobState(_ code: String) -> Phrase {
        switch code {
        case "ready": Phrase("job-state.ready", "waits")
        case "running": Phrase("job-state.running", "runs")
        case "done": Phrase("job-state.done", "done")
        case "dead": Phrase("job-state.dead", "given up")
        default: plain(code)
        }
    }

    package static func jobAct(_ code: String) -> Phrase {
        switch code {
        case "queued": Phrase("job-act.queued", "queued")
        case "started": Phrase("job-act.started", "started")
        case "failed": Phrase("job-act.failed", "failed")
        case "finished": Phrase("job-act.finished", "finished")
        case "buried": Phrase("job-act.buried", "given up by the desk")
        case "retried": Phrase("job-act.retried", "run again")
        case "dropped": Phrase("job-act.dropped", "dropped")
        default: plain(code)
        }
    }

    package static func verdict(_ code: String) -> Phrase {
        switch code {
        case "fits": Phrase("drift-verdict.fits", "fits")
        case "missing": Phrase("drift-verdict.missing", "missing")
        case "retyped": Phrase("drift-verdict.retyped", "other type")
        case "unknown": Phrase("drift-verdict.unknown", "unknown")
        default: plain(code)
        }
    }

    package static func checkResult(_ code: String) -> Phrase {
        switch code {
        case "match": Phrase("check-result.match", "match")
        case "missing": Phrase("check-result.missing", "missing here")
        case "extra": Phrase("check-result.extra", "extra here")
        default: plain(code)
        }
    }

    /// Why a mail is held back.
    package static func holdReason(_ code: String) -> Phrase {
        switch code {
        case "look-alike-sender":
            Phrase("held.look-alike", "The sender's address imitates Amazon's.")
        case "look-alike-reply-to":
            Phrase("held.reply-to", "The answer would go to an address that imitates Amazon's.")
        case "display-name":
            Phrase("held.display-name", "The sender calls itself Amazon from a foreign address.")
        case "spf-failed": Phrase("held.spf", "It came from a host that may not send for Amazon.")
        case "dkim-failed": Phrase("held.dkim", "Its signature is broken.")
        case "dmarc-failed": Phrase("held.dmarc", "It failed the sender's own policy (DMARC).")
        case "foreign-notice":
            Phrase("held.foreign-notice", "It claims to be a notice of Amazon, and is not.")
        case "unproven-copy":
            Phrase("held.unproven-copy", "It claims to be a copy of our answer; nothing proves it.")
        case "unproven-notice":
            Phrase(
                "held.unproven-notice",
                "It would end a claim's clock or stop messages; nothing proves that Amazon sent it."
            )
        case "no-thread":
            Phrase("held.no-thread", "It is a copy of an answer of ours; no conversation fits it.")
        case "several-threads":
            Phrase(
                "held.several-threads",
                "It is a copy of an answer of ours that fits more than one conversation.")
        case "no-store":
            Phrase("held.no-store", "It does not say for which store of the desk it is.")
        default: plain(code)
        }
    }

    private static func plain(_ code: String) -> Phrase { Phrase("plain", code) }
}
