extension ErrorSentences {
    static func file(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "file.not_found":
            ErrorWords(
                Phrase("error.file-not-found", "There is no such file here."),
                Phrase("error.file-not-found.next", "Look at the list of files again."))
        case "file.erased":
            ErrorWords(
                Phrase("error.file-erased", "The file's content is no longer kept."),
                Phrase("error.file-erased.next", "Ask the buyer to send it again if needed."))
        case "file.dangerous":
            ErrorWords(
                Phrase("error.file-dangerous", "This file could do harm."),
                Phrase(
                    "error.file-dangerous.next",
                    "Save it only if you must, with --accept-danger, and do not run it."))
        case "file.grant_over":
            ErrorWords(
                Phrase("error.file-grant", "The file is no longer open for you."),
                Phrase("error.file-grant.next", "Open it again."))
        case "file.upload_broken":
            ErrorWords(
                Phrase("error.file-upload", "The file did not reach the core whole."),
                Phrase("error.file-upload.next", "Attach it again."))
        default: outgoingFile(code, given)
        }
    }

    private static func outgoingFile(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "file.empty":
            ErrorWords(
                Phrase("error.file-empty", "The file is empty."),
                Phrase("error.file-empty.next", "Choose another file."))
        case "file.kind_refused":
            ErrorWords(
                Phrase(
                    "error.file-kind", "Amazon does not pass files of this kind on ({kind}).",
                    ["kind": given["kind"] ?? "?"]),
                Phrase(
                    "error.file-kind.next",
                    "Send PDF, PNG, JPEG, GIF, TIFF, BMP, plain text or Word without macros."))
        case "file.name_mismatch":
            ErrorWords(
                Phrase("error.file-name", "The file's name does not fit what is in it."),
                Phrase(
                    "error.file-name.next", "Its name should end in: {endings}.",
                    ["endings": given["endings"] ?? "?"]))
        case "file.too_large":
            ErrorWords(
                Phrase(
                    "error.file-large", "The files of one reply may have {limit} MB together.",
                    ["limit": given["limit"] ?? "?"]),
                Phrase("error.file-large.next", "Send fewer or smaller files."))
        case "file.too_many":
            ErrorWords(
                Phrase(
                    "error.file-many", "One reply takes {limit} files at most.",
                    ["limit": given["limit"] ?? "?"]),
                Phrase("error.file-many.next", "Take some out, or put them into one PDF."))
        default: nil
        }
    }
}
