import CGMime
import Glibc

/// The library's one-time start and the few casts that its C macros do elsewhere.
enum GMimeLibrary {
    private static let started: Bool = {
        g_mime_init()
        return true
    }()

    /// Starts GMime once per process; safe from any thread.
    static func start() {
        _ = started
    }

    /// Whether a GObject is of this class or of one that inherits from it.
    static func isKind<Object>(_ object: UnsafeMutablePointer<Object>, of type: GType) -> Bool {
        let instance = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GTypeInstance.self)
        return g_type_check_instance_is_a(instance, type) != 0
    }

    /// The same object under another of its classes; ask `isKind` first.
    static func cast<Object, Other>(
        _ object: UnsafeMutablePointer<Object>, to: Other.Type
    ) -> UnsafeMutablePointer<Other> {
        UnsafeMutableRawPointer(object).assumingMemoryBound(to: Other.self)
    }

    /// A copy of a C string; bytes that are not UTF-8 become replacement characters.
    static func text(_ string: UnsafePointer<CChar>?) -> String? {
        string.map { String(cString: $0) }
    }

    /// The bytes of a C string, whatever they mean.
    static func bytes(of string: UnsafePointer<CChar>?) -> [UInt8] {
        guard let string else { return [] }
        let count = strlen(string)
        return string.withMemoryRebound(to: UInt8.self, capacity: count) {
            Array(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    /// What `write` puts into a memory stream.
    static func bytes(_ write: (UnsafeMutablePointer<GMimeStream>) -> Void) -> [UInt8] {
        guard let stream = g_mime_stream_mem_new() else { return [] }
        defer { g_object_unref(stream) }
        write(stream)
        let memory = cast(stream, to: GMimeStreamMem.self)
        guard let array = g_mime_stream_mem_get_byte_array(memory), let data = array.pointee.data
        else { return [] }
        return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    }
}
