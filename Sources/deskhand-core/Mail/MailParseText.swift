import ChannelAmazon
import Foundation

/// A parsed mail for people: one field a line.
enum MailParseText {
    static func lines(of report: MailParseReport) -> String {
        // The JSON's own encoder escapes every control character of a hostile mail.
        report.jsonLine()
            .replacingOccurrences(of: ",\"", with: ",\n  \"")
    }
}
