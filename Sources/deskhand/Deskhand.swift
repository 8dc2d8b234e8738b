import ArgumentParser
import Glibc
import Wire

/// The command that people type. Without a subcommand it opens the workstation.
@main
struct Deskhand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deskhand",
        abstract: "The customer-service desk for Amazon buyers, in a terminal.",
        discussion: """
            Exit codes: 0 done, 1 the check found something, 2 usage or configuration error, \
            3 core unreachable, 4 not allowed or blocked, 5 newer items than the reply's basis.
            """,
        version: deskhandVersion,
        subcommands: [
            OpenWorkstation.self, TicketCommand.self, OrderCommand.self, OutboxCommand.self,
            PeopleCommand.self, AuditCommand.self, Snap.self, Demo.self, Serve.self, Lint.self,
            Mail.self, Doctor.self, Setup.self, SyncCommand.self, JobsCommand.self,
            DriftCommand.self, QuarantineCommand.self, Export.self, Bench.self,
            ReportCommand.self, QualityCommand.self, InventoryCommand.self,
            VerifyCommand.self,
            AlarmsCommand.self,
            VerifyExport.self,
            CalendarsCommand.self, PoliciesCommand.self,
            NoticesCommand.self, BreachesCommand.self,
            TagsCommand.self, NoteCommand.self,
            GroupsCommand.self, RulesCommand.self, AgentsCommand.self, RouteCommand.self,
            HandOverCommand.self,
            RightsCommand.self,
            WallCommand.self, ForecastCommand.self, ShiftsCommand.self, BroadcastsCommand.self,
            LintRulesCommand.self,
            CategoryCommand.self,
            TemplatesCommand.self, MacrosCommand.self, SnippetsCommand.self,
            SpellingCommand.self,
        ],
        defaultSubcommand: OpenWorkstation.self)

    static func main() {
        // A reader that went away (`| head`) ends the program quietly, as for every filter.
        signal(SIGPIPE, SIG_DFL)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as CommandFailure {
            failure.exit()
        } catch {
            leave(with: error)
        }
    }

    // The product's contract has 2 for usage errors where the parser's own code is 64.
    private static func leave(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if code == .success {
            print(text)
            Glibc.exit(0)
        }
        StandardError.say(text)
        Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
    }
}
