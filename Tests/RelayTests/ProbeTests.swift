import ChannelAmazon
import Channels
import Foundation
import HelpDesk
import Testing
@Test func probe() throws {
    guard let folder = ProcessInfo.processInfo.environment["PROBE"] else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".eml") {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
        let start = ContinuousClock.now
        let m = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        print("PROBE", MailParseReport(file: name, m).jsonLine(), "topic=\(m.topic)", m.rule, m.languageConfidence, m.courtesyConfidence ?? -1, m.kind, ContinuousClock.now - start)
    }
}
