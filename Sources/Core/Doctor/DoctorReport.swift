/// Everything that one visit of the doctor found, in the order of the checks.
package struct DoctorReport: Hashable, Sendable {
    package var findings: [DoctorFinding]
    /// Whether the configuration could be understood, so that the other checks were made.
    package var isConfigurationReadable: Bool

    package init(findings: [DoctorFinding], isConfigurationReadable: Bool) {
        self.findings = findings
        self.isConfigurationReadable = isConfigurationReadable
    }

    /// Nothing is broken; warnings are allowed.
    package var ok: Bool { !findings.contains { $0.level == .error } }

    /// 0 when all works, 1 when something does not, 2 when the configuration stopped the rest.
    package var exitCode: Int32 { isConfigurationReadable ? (ok ? 0 : 1) : 2 }

    package func count(_ level: DoctorLevel) -> Int {
        findings.count { $0.level == level }
    }
}
