/// A secret that is read when it is needed and never shows itself: descriptions and dumps say so.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let read: @Sendable () throws -> String

    /// Reads anew at every use, so that a rotated file counts without a restart.
    package init(_ read: @escaping @Sendable () throws -> String) {
        self.read = read
    }

    /// A secret that is known already.
    package init(value: String) {
        read = { value }
    }

    package var description: String { "(secret)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }

    /// The secret itself, without white space around it; throws what reading throws.
    package func reveal() throws -> String {
        let text = try read()
        let kept = text.drop(while: \.isWhitespace)
        return String(kept.reversed().drop(while: \.isWhitespace).reversed())
    }
}
