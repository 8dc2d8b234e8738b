extension ImapSession {
    /// Adds what `mails` lacks of `uids` by asking once more for each alone. Mails that are gone from
    /// the mailbox stay missing. Throws when the server lists a mail and does not hand it over: the
    /// cursor must not pass what nobody has read.
    func complete(
        _ mails: [ImapMail], of uids: [UInt32],
        asking again: (UInt32) throws(ImapError) -> [ImapMail]
    ) throws(ImapError) -> [ImapMail] {
        var found = Dictionary(mails.map { ($0.uid, $0) }) { first, _ in first }
        for uid in uids where found[uid] == nil { found[uid] = try again(uid).first }
        let missing = uids.filter { found[$0] == nil }
        if let first = missing.min() {
            let listed = Set(try search(after: first - min(first, 1)))
            guard listed.isDisjoint(with: missing) else {
                throw ImapError(.protocolError, "a listed mail was not handed over")
            }
        }
        return found.values.sorted { $0.uid < $1.uid }
    }
}
