import Foundation

/// Files of the sample data; errors name the file.
enum SampleFile {
    static func text(_ path: String) throws(SampleWorldError) -> String {
        guard let text = String(validating: try bytes(path), as: UTF8.self) else {
            throw SampleWorldError(file: path, detail: "is not UTF-8")
        }
        return text
    }

    static func bytes(_ path: String) throws(SampleWorldError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw SampleWorldError(file: path, detail: "cannot be read")
        }
    }

    /// Names with `ending` in `folder`, in order.
    static func names(in folder: String, ending: String) throws(SampleWorldError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(ending) }.sorted()
        } catch {
            throw SampleWorldError(file: folder, detail: "cannot be read")
        }
    }
}
