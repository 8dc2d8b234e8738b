extension Migration {
    /// Dispatches that were refused, or of which nobody knows the end, count as problems of their
    /// tickets: those of earlier days as well.
    static let dispatchProblems = Migration(
        number: 19, name: "dispatch-problems",
        parts: [
            """
            UPDATE ticket SET has_problem = 1
            WHERE has_problem = 0 AND (
                id IN (SELECT ticket FROM dispatch WHERE state = 'unknown')
                OR (is_live AND id IN (
                    SELECT ticket FROM dispatch AS latest
                    WHERE state = 'refused' AND NOT EXISTS (
                        SELECT 1 FROM dispatch
                        WHERE dispatch.ticket = latest.ticket AND dispatch.id > latest.id
                            AND dispatch.state <> 'withdrawn'))))
            """
        ])
}
