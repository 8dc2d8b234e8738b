import HelpDesk
import Testing

@Suite struct RightSetTests {
    @Test func whatIsNotNamedIsNotAllowed() {
        let none = RightSet()
        #expect(Verb.allCases.allSatisfy { !none.allows($0) })
        #expect(Verb.allCases.allSatisfy { RightSet.everything.allows($0, .all) })
    }

    @Test(arguments: Breadth.allCases) func aRightReachesAsFarAsItSays(_ breadth: Breadth) {
        let rights = RightSet([.assign: breadth])
        for wanted in Breadth.allCases {
            #expect(rights.allows(.assign, wanted) == (wanted <= breadth))
        }
        #expect(!rights.allows(.read))
    }

    @Test func aUnionTakesTheWiderBreadth() {
        let both = RightSet([.assign: .own, .read: .stores])
            .union(RightSet([.assign: .stores, .read: .own, .note: .all]))
        #expect(both == RightSet([.assign: .stores, .read: .stores, .note: .all]))
    }

    @Test func wordsAreSortedAndReadBack() throws {
        let rights = RightSet([.unmask: .group, .assign: .own, .readPII: .all])
        #expect(rights.words == ["assign:own", "read_pii:all", "unmask:group"])
        let back = RightSet(
            Dictionary(uniqueKeysWithValues: rights.words.compactMap(RightSet.right)))
        #expect(back == rights)
    }

    @Test(arguments: ["", "read", "read:", ":own", "read:own:own", "fly:own", "read:world"])
    func strangeWordsAreNoRight(_ word: String) {
        #expect(RightSet.right(word) == nil)
    }

    @Test func eachNeedIsMetByExactlyWhatItNames() {
        let rights = RightSet([.report: .own, .assign: .stores])
        #expect(Need.signedIn.isMet(by: RightSet()))
        #expect(Need.verb(.report).isMet(by: rights))
        #expect(!Need.right(.report, .group).isMet(by: rights))
        #expect(Need.oneOf([.qaScore, .assign]).isMet(by: rights))
        #expect(!Need.oneOf([.qaScore, .erase]).isMet(by: rights))
        #expect(!Need.oneOf([]).isMet(by: .everything))
    }
}
