/// What is said under a list that is longer than what is shown of it.
package enum CutListSentences {
    package static func newest(_ shown: Int, of total: Int) -> Phrase {
        Phrase(
            "list.newest", "The newest {shown} of {total} are listed.",
            ["shown": "\(shown)", "total": "\(total)"])
    }
}
