package import Settings

extension DoctorFinding {
    /// A problem of the configuration file, with its place as the subject.
    package init(_ problem: ConfigurationProblem) {
        let place = problem.line > 0 ? "\(problem.file):\(problem.line)" : problem.file
        self.init(
            Self.code(problem.kind), place, ["key": problem.key, "detail": problem.detail])
    }

    private static func code(_ kind: ConfigurationProblem.Kind) -> DoctorCode {
        switch kind {
        case .unreadable: .configUnreadable
        case .syntax: .configSyntax
        case .unknownKey: .configUnknownKey
        case .missingKey: .configMissingKey
        case .wrongType: .configWrongType
        case .badValue: .configBadValue
        case .duplicate: .configDuplicate
        case .secretMissing: .configSecretMissing
        case .secretExposed: .configSecretExposed
        case .secretUnreadable: .configSecretUnreadable
        case .secretEmpty: .configSecretEmpty
        case .noCredentialsDirectory: .configNoCredentials
        case .insecureEndpoint: .configInsecureEndpoint
        case .unknownReference: .configUnknownReference
        }
    }
}
