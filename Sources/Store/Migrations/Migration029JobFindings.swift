extension Migration {
    /// What finished jobs found instead of what they looked for, by what they were about.
    static let jobFindings = Migration(
        number: 29, name: "job-findings",
        parts: [
            """
            CREATE INDEX job_finding ON job (kind, key)
                WHERE state = 'done' AND last_error IS NOT NULL;
            """
        ])
}
