extension Migration {
    /// Versions of templates that the folder overtook wait no more; drafts of machines are known
    /// again inside a longer letter; insertions say whether the desk had suggested them.
    static let waiting = Migration(
        number: 31, name: "waiting",
        parts: [
            """
            UPDATE template_version SET state = 'earlier'
            WHERE state = 'waiting' AND EXISTS (
                SELECT 1 FROM template_version AS later
                WHERE later.template = template_version.template
                    AND later.number > template_version.number AND later.author IS NULL);
            ALTER TABLE template_touch
                ADD COLUMN suggested INTEGER NOT NULL DEFAULT 0 CHECK (suggested IN (0, 1));
            ALTER TABLE machine_draft ADD COLUMN length INTEGER;
            """
        ])
}
