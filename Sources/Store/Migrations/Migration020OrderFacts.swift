extension Migration {
    /// What else the platform tells of an order, as JSON. And which tickets need a look follows from
    /// their dispatches too since typed messages stand in the outbox: rows of earlier days are made
    /// what a replay of their events makes of them; as an update, so that the tallies follow.
    static let orderFacts = Migration(
        number: 20, name: "order-facts",
        parts: [
            """
            ALTER TABLE sales_order ADD COLUMN facts TEXT;
            """,
            """
            UPDATE ticket SET has_problem = NOT has_problem
            WHERE has_problem <> (
                EXISTS (
                    SELECT 1 FROM outbox
                    WHERE outbox.ticket = ticket.id AND outbox.state = 'unknown')
                OR EXISTS (
                    SELECT 1 FROM dispatch
                    WHERE dispatch.ticket = ticket.id AND dispatch.state = 'unknown')
                OR (is_live AND coalesce((
                    SELECT dispatch.state = 'refused' FROM dispatch
                    WHERE dispatch.ticket = ticket.id AND dispatch.state <> 'withdrawn'
                    ORDER BY dispatch.id DESC LIMIT 1), 0))
                OR (is_live AND coalesce((
                    SELECT outbox.state IN ('failed', 'bounced') FROM outbox
                    WHERE outbox.ticket = ticket.id AND outbox.state <> 'withdrawn'
                    ORDER BY outbox.id DESC LIMIT 1), 0)));
            """,
        ])
}
