import HelpDesk
import Testing

@Suite struct BuiltInRightsTests {
    @Test(arguments: Role.allCases) func everyRightComesInABreadthThatItHas(_ role: Role) throws {
        #expect(try RightSet(checking: role.builtInRights.words) == role.builtInRights)
    }

    @Test("The table of helpdesk section 16")
    func theTable() {
        let rights = { (role: Role) in role.builtInRights }
        #expect(rights(.agent).allows(.reply) && !rights(.agent).allows(.assign, .group))
        #expect(!rights(.agent).allows(.merge) && !rights(.agent).allows(.confirmExcuse))
        #expect(rights(.senior).allows(.assign, .stores) && rights(.senior).allows(.merge))
        #expect(rights(.senior).allows(.reopenClosed) && rights(.senior).allows(.confirmExcuse))
        #expect(!rights(.senior).allows(.sendWithoutLintPass))
        #expect(rights(.supervisor).allows(.report, .stores) && rights(.supervisor).allows(.roster))
        #expect(rights(.quality).allows(.read) && !rights(.quality).allows(.reply))
        #expect(rights(.admin).allows(.userAdmin, .all) && !rights(.admin).allows(.read))
        #expect(rights(.auditor).allows(.auditRead, .all) && !rights(.auditor).allows(.read))
        #expect(rights(.service) == RightSet())
    }

    @Test(arguments: Role.allCases) func nobodySeesABuyersDataWholeByRole(_ role: Role) {
        #expect(!role.builtInRights.allows(.readPII))
        #expect(!role.builtInRights.allows(.erase))
    }

    @Test func eachStepOfATeamHoldsWhatTheOneBeforeHolds() {
        let team: [Role] = [.agent, .senior, .supervisor]
        for (lower, higher) in zip(team, team.dropFirst()) {
            let both = higher.builtInRights.union(lower.builtInRights)
            #expect(both == higher.builtInRights)
        }
    }

    @Test(arguments: ["read:own", "user_admin:stores", "fly:all", "read", "read:stores:x"])
    func aWordThatIsNoRightIsNamed(_ word: String) {
        #expect(throws: DeskError(.badRequest, ["field": "rights", "right": word])) {
            try RightSet(checking: ["reply:own", word])
        }
    }

    @Test func noRightIsGivenTwice() {
        #expect(throws: DeskError.self) { try RightSet(checking: ["reply:own", "reply:stores"]) }
    }
}
