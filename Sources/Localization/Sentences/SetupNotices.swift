/// What the wizard says of the platform's notifications.
package enum SetupNotices {
    package static let noQueue = Phrase(
        "setup.queue.none", "No queue is configured: add [amazon.notifications] first.")
    package static let badQueue = Phrase(
        "setup.queue.bad", "{address} is no address of a queue (…/ACCOUNT/NAME).")
    package static let policy = Phrase(
        "setup.queue.policy",
        "The policy of {queue} must let {principal} do SendMessage and GetQueueAttributes.")
    package static let subscribed = Phrase(
        "setup.queue.subscribed", "{store} · {type}: comes into the queue from now on")
    package static let known = Phrase(
        "setup.queue.known", "{store} · {type}: comes into the queue already")
    package static let elsewhere = Phrase(
        "setup.queue.elsewhere",
        "{store} · {type}: goes into another queue of this application; end that first")
}
