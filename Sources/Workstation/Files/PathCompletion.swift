import Glibc
import SwiftExtensions

/// What a path could go on as: the longest beginning that all matches share.
package struct PathCompletion: Hashable, Sendable {
    package var text: String
    /// Names that fit, folders with a slash; at most 200.
    package var names: [String]

    /// Looks at the folder that `text` names so far. Hidden names only where a dot was typed.
    package init(_ text: String, home: String) {
        let slash = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
        let (folder, start) = (String(text[..<slash]), String(text[slash...]))
        let place = Self.expanded(folder.isEmpty ? "./" : folder, home: home)
        let all = (try? FolderListing.names(in: place)) ?? []
        let found = all.filter { name in
            name.hasPrefix(start) && (start.hasPrefix(".") || !name.hasPrefix("."))
        }
        names = found.prefix(200).map { name in
            let isFolder = (try? FileStatus(path: place + name))?.isDirectory ?? false
            return isFolder ? name + "/" : name
        }
        self.text = names.isEmpty ? text : folder + Self.shared(names)
    }

    /// A path with `~/` at its beginning written out.
    package static func expanded(_ path: String, home: String) -> String {
        path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
    }

    private static func shared(_ names: [String]) -> String {
        guard var prefix = names.first else { return "" }
        for name in names { while !name.hasPrefix(prefix) { prefix.removeLast() } }
        return prefix
    }
}
