import Settings

extension DoctorCheck {
    /// The core refuses to start with a wrong template, so each problem is named with its place.
    static func templates(_ folder: String?) -> DoctorCheck {
        local(folder ?? "templates") { context in
            guard let folder else { return [DoctorFinding(.templatesNone, "templates")] }
            do {
                let count = try context.surroundings.countTemplates(folder)
                return [DoctorFinding(.templatesOk, folder, ["count": String(count)])]
            } catch let error as ConfigurationError {
                return error.problems.map(templateFinding)
            } catch {
                return [DoctorFinding(.templatesUnreadable, folder, ["detail": "\(error)"])]
            }
        }
    }

    private static func templateFinding(_ problem: ConfigurationProblem) -> DoctorFinding {
        let place = problem.line > 0 ? "\(problem.file):\(problem.line)" : problem.file
        let code: DoctorCode =
            problem.kind == .unreadable ? .templatesUnreadable : .templatesInvalid
        return DoctorFinding(
            code, place,
            ["key": problem.key.isEmpty ? "-" : problem.key, "detail": problem.detail])
    }
}
