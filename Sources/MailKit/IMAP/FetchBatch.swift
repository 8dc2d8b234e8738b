/// Mails to fetch in one command: few enough that a slow line shows progress and memory stays small.
struct FetchBatch: Hashable {
    static let mailLimit = 50
    static let byteLimit = 4 << 20

    /// Sizes and dates are known; the bytes are not there yet.
    var mails: [ImapMail]
    /// Fetch only so many bytes of it; nil for all.
    var cutAt: Int?

    /// Keeps the order. A mail beyond the byte limit comes alone; one beyond `limit` comes cut.
    static func plan(_ mails: [ImapMail], limit: Int) -> [FetchBatch] {
        var batches: [FetchBatch] = []
        var current: [ImapMail] = []
        var bytes = 0
        func close() {
            if !current.isEmpty { batches.append(FetchBatch(mails: current)) }
            current = []
            bytes = 0
        }
        for mail in mails {
            if mail.size > limit {
                close()
                batches.append(FetchBatch(mails: [mail], cutAt: limit))
                continue
            }
            if current.count == mailLimit || bytes + mail.size > byteLimit { close() }
            current.append(mail)
            bytes += mail.size
        }
        close()
        return batches
    }
}
