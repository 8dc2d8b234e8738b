import Localization
import Testing

@testable import Core

/// No kind of job stands on a screen by its code.
@Suite struct JobKindWordsTests {
    @Test(arguments: JobKind.allCases) func everyKindHasAName(_ kind: JobKind) {
        let phrase = JobObjects.kind(kind.rawValue)
        #expect(phrase.key != "job.kind.other")
        #expect(Words(.english)(phrase) != Words(.simplifiedChinese)(phrase))
        #expect(JobObjects.name(kind: kind.rawValue, key: "x/1").key != "job.object.other")
    }
}
