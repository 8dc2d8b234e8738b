import CZlib

/// Unpacks a gzip document (RFC 1952) that a stranger sent.
enum Gunzip {
    enum Problem: Error, Equatable {
        /// No gzip, or damaged.
        case damaged
        /// More bytes than allowed came out: a packing bomb, or a report beyond all sense.
        case tooLarge
    }

    /// Window bits of 15, plus 16 for a gzip header (zlib.h, inflateInit2).
    private static let windowBits: Int32 = 31
    private static let pieceSize = 64 << 10

    static func bytes(_ packed: [UInt8], limit: Int) throws(Problem) -> [UInt8] {
        var stream = z_stream()
        guard
            inflateInit2_(
                &stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .damaged }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var input = packed
        let outcome = input.withUnsafeMutableBufferPointer { source -> Problem? in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: source.count)
            return unpack(&stream, into: &output, limit: limit)
        }
        if let outcome { throw outcome }
        return output
    }

    private static func unpack(
        _ stream: inout z_stream, into output: inout [UInt8], limit: Int
    ) -> Problem? {
        var piece = [UInt8](repeating: 0, count: pieceSize)
        while true {
            let status = piece.withUnsafeMutableBufferPointer { sink -> Int32 in
                stream.next_out = sink.baseAddress
                stream.avail_out = UInt32(sink.count)
                return inflate(&stream, Z_NO_FLUSH)
            }
            let made = pieceSize - Int(stream.avail_out)
            guard output.count + made <= limit else { return .tooLarge }
            output.append(contentsOf: piece.prefix(made))
            if status == Z_STREAM_END {
                guard stream.avail_in > 0 else { return nil }
                // A document may be packed in several members, one after another.
                guard inflateReset(&stream) == Z_OK else { return .damaged }
                continue
            }
            guard status == Z_OK, made > 0 || stream.avail_in > 0 else { return .damaged }
        }
    }
}
