import CoreClient
import Localization
import SwiftExtensions

/// Writes a page to a new file; what is there is never written over.
enum ReportFile {
    static func write(_ text: String, to path: String, _ words: Words) throws {
        do throws(FileFailure) {
            let file = try NewFile(at: path, orInFolderAs: "deskhand-report.html")
            try file.write(Array(text.utf8))
            try file.finish()
        } catch {
            throw CommandFailure(message: "deskhand: \(error)", code: 2)
        }
    }
}
