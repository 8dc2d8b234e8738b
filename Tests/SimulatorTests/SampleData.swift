import Foundation
import SwiftExtensions

@testable import Simulator

/// The folder of sample data beside the tests, and a fixed moment to load it at.
enum SampleData {
    static let now = Timestamp(seconds: 1_772_445_600)

    static var folder: String {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("sample-data").path
    }

    static func world() throws -> SampleWorld {
        try SampleWorld.load(from: folder, now: now)
    }
}
