import Glibc

/// Lines for people who look at a failure, beside what a pipe reads.
enum StandardError {
    static func say(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = write(2, bytes, bytes.count)
    }
}
