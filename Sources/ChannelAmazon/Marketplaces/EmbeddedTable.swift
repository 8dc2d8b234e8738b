/// A data file that was compiled into the program.
enum EmbeddedTable {
    /// The file's text; bytes that are no UTF-8 become replacement characters.
    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
