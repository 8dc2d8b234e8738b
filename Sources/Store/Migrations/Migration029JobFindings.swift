extension Migration {
    /// How the jobs of a kind ended, by what they were about.
    static let jobFindings = Migration(
        number: 29, name: "job-findings",
        parts: [
            """
            CREATE INDEX job_ended ON job (kind, key) WHERE state IN ('done', 'dead');
            """
        ])
}
