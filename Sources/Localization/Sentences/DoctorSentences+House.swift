/// What the doctor says about the machine and the data folder.
extension DoctorSentences {
    static func data(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "data.ok":
            DoctorWords(
                Phrase("doctor.data.ok", "The data folder is private and free."))
        case "data.core_running":
            DoctorWords(
                Phrase(
                    "doctor.data.core_running",
                    "The data folder is private; a core works on it (process {pid}).", given))
        case "data.missing":
            DoctorWords(
                Phrase("doctor.data.missing", "The data folder does not exist yet."),
                Phrase(
                    "doctor.data.missing.next",
                    "Nothing to do; the first start of deskhand serve makes it."))
        case "data.not_creatable":
            DoctorWords(
                Phrase(
                    "doctor.data.not_creatable",
                    "The data folder does not exist and this user cannot make it."),
                Phrase(
                    "doctor.data.not_creatable.next",
                    "Make it, or let this user write into its parent."))
        case "data.not_a_folder":
            DoctorWords(
                Phrase(
                    "doctor.data.not_a_folder",
                    "The data folder is not a folder, or only a link to one."),
                Phrase("doctor.data.not_a_folder.next", "Name a real folder in core.data."))
        case "data.unreadable":
            DoctorWords(
                Phrase(
                    "doctor.data.unreadable", "The data folder cannot be examined: {reason}.", given
                ),
                Phrase("doctor.data.unreadable.next", "Check its parents' permissions."))
        case "data.open_to_others":
            DoctorWords(
                Phrase(
                    "doctor.data.open_to_others", "Others may enter the data folder (mode {mode}).",
                    given),
                Phrase("doctor.data.open_to_others.next", "Run chmod 700 on it."))
        case "data.foreign_owner":
            DoctorWords(
                Phrase(
                    "doctor.data.foreign_owner",
                    "The data folder belongs to another user (uid {owner}).", given),
                Phrase(
                    "doctor.data.foreign_owner.next",
                    "Run the core as that user, or change the owner."))
        case "data.other_account":
            DoctorWords(
                Phrase(
                    "doctor.data.other_account",
                    "The data folder belongs to uid {owner}, not to root.", given),
                Phrase(
                    "doctor.data.other_account.next",
                    "Run the doctor as that user to see what the core sees."))
        default: nil
        }
    }

    static func key(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "key.ok":
            DoctorWords(
                Phrase("doctor.key.ok", "The key file is private and has the right length."))
        case "key.not_yet":
            DoctorWords(
                Phrase("doctor.key.not_yet", "There is no key file yet; the first start makes it."))
        case "key.missing":
            DoctorWords(
                Phrase("doctor.key.missing", "The database is there, but its key file is missing."),
                Phrase(
                    "doctor.key.missing.next",
                    "Put the key file back from the backup; without it contents stay sealed."))
        case "key.open_to_others":
            DoctorWords(
                Phrase(
                    "doctor.key.open_to_others", "Others may read the key file (mode {mode}).",
                    given),
                Phrase("doctor.key.open_to_others.next", "Run chmod 600 on it."))
        case "key.foreign_owner":
            DoctorWords(
                Phrase(
                    "doctor.key.foreign_owner",
                    "The key file belongs to another user (uid {owner}).", given),
                Phrase("doctor.key.foreign_owner.next", "Change its owner to the core's user."))
        case "key.not_a_file":
            DoctorWords(
                Phrase("doctor.key.not_a_file", "The key file is not a plain file."),
                Phrase("doctor.key.not_a_file.next", "Put the real key file in its place."))
        case "key.length":
            DoctorWords(
                Phrase(
                    "doctor.key.length", "The key file holds {count} bytes instead of 32.", given),
                Phrase("doctor.key.length.next", "Put the key file back from the backup."))
        case "key.unreadable":
            DoctorWords(
                Phrase("doctor.key.unreadable", "The key file cannot be read: {reason}.", given),
                Phrase(
                    "doctor.key.unreadable.next",
                    "Run the doctor as the core's user, and check the file."))
        case "key.mismatch":
            DoctorWords(
                Phrase(
                    "doctor.key.mismatch", "The key file does not open what the database holds."),
                Phrase(
                    "doctor.key.mismatch.next",
                    "Put the key file back that belongs to this database."))
        default: nil
        }
    }

    static func database(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "database.ok":
            DoctorWords(
                Phrase("doctor.database.ok", "The database is sound."))
        case "database.none":
            DoctorWords(
                Phrase(
                    "doctor.database.none", "There is no database yet; the first start makes it."))
        case "database.too_new":
            DoctorWords(
                Phrase(
                    "doctor.database.too_new",
                    "A newer version of Deskhand has written the database."),
                Phrase("doctor.database.too_new.next", "Install that version or a later one."))
        case "database.older":
            DoctorWords(
                Phrase("doctor.database.older", "The database is of an older version."),
                Phrase(
                    "doctor.database.older.next",
                    "Make a backup; the next start brings it up to date."))
        case "database.damaged":
            DoctorWords(
                Phrase(
                    "doctor.database.damaged",
                    "The database is damaged in {count} places, first: {problem}.", given),
                Phrase(
                    "doctor.database.damaged.next",
                    "Stop the core, keep a copy of the folder, restore the backup."))
        case "database.unreadable":
            DoctorWords(
                Phrase(
                    "doctor.database.unreadable", "The database cannot be opened: {reason}.", given),
                Phrase(
                    "doctor.database.unreadable.next",
                    "Check the file and its owner; restore the backup if it is broken."))
        case "database.slow":
            DoctorWords(
                Phrase(
                    "doctor.database.slow",
                    "The check of the database took longer than {seconds} s.", given),
                Phrase("doctor.database.slow.next", "Run the doctor again at a quiet hour."))
        default: nil
        }
    }

    static func disk(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "disk.ok":
            DoctorWords(
                Phrase("doctor.disk.ok", "{free} free for data.", given))
        case "disk.low":
            DoctorWords(
                Phrase("doctor.disk.low", "Only {free} free for data.", given),
                Phrase(
                    "doctor.disk.low.next",
                    "Free some space or move the folder before 200 MB are reached."))
        case "disk.full":
            DoctorWords(
                Phrase("doctor.disk.full", "Almost no space for data: {free} free.", given),
                Phrase("doctor.disk.full.next", "Free space now; without it no mail can be stored.")
            )
        case "disk.unknown":
            DoctorWords(
                Phrase("doctor.disk.unknown", "The free space cannot be found out."),
                Phrase("doctor.disk.unknown.next", "Check the data folder's file system."))
        default: nil
        }
    }

    static func socket(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "socket.ok":
            DoctorWords(
                Phrase("doctor.socket.ok", "The core answers."))
        case "socket.idle":
            DoctorWords(
                Phrase("doctor.socket.idle", "No core runs; the socket can be opened."))
        case "socket.folder_missing":
            DoctorWords(
                Phrase("doctor.socket.folder_missing", "The socket's folder does not exist."),
                Phrase(
                    "doctor.socket.folder_missing.next", "Make the folder, or change core.socket."))
        case "socket.folder_not_writable":
            DoctorWords(
                Phrase(
                    "doctor.socket.folder_not_writable",
                    "This user cannot make the socket in its folder."),
                Phrase(
                    "doctor.socket.folder_not_writable.next",
                    "Let the core's user write there, or change core.socket."))
        case "socket.not_a_socket":
            DoctorWords(
                Phrase(
                    "doctor.socket.not_a_socket",
                    "Something that is no socket lies at the socket's path."),
                Phrase("doctor.socket.not_a_socket.next", "Move it away, or change core.socket."))
        case "socket.silent":
            DoctorWords(
                Phrase(
                    "doctor.socket.silent",
                    "A core has the data folder, but it does not answer here."),
                Phrase(
                    "doctor.socket.silent.next",
                    "Look at the core's log; restart it with the same configuration."))
        case "socket.stranger":
            DoctorWords(
                Phrase(
                    "doctor.socket.stranger",
                    "Something listens here, but no core has this data folder."),
                Phrase(
                    "doctor.socket.stranger.next",
                    "Check whether another desk uses the same socket."))
        case "socket.closed":
            DoctorWords(
                Phrase("doctor.socket.closed", "This user may not connect to the socket."),
                Phrase(
                    "doctor.socket.closed.next", "Run the doctor as a user who may use the desk."))
        default: nil
        }
    }

    static func clock(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "clock.ok":
            DoctorWords(
                Phrase("doctor.clock.ok", "The clock is plausible."))
        case "clock.implausible":
            DoctorWords(
                Phrase("doctor.clock.implausible", "The clock says {now}, which cannot be.", given),
                Phrase("doctor.clock.implausible.next", "Set the clock, best by a time service."))
        case "clock.skewed":
            DoctorWords(
                Phrase(
                    "doctor.clock.skewed", "The clock is {minutes} min away from Amazon's.", given),
                Phrase(
                    "doctor.clock.skewed.next",
                    "Switch time synchronisation on; due times depend on it."))
        default: nil
        }
    }

    static func zones(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "zones.ok":
            DoctorWords(
                Phrase("doctor.zones.ok", "The time-zone data is installed."))
        case "zones.missing":
            DoctorWords(
                Phrase("doctor.zones.missing", "There is no data for the time zone {zone}.", given),
                Phrase("doctor.zones.missing.next", "Install the package tzdata."))
        default: nil
        }
    }

    static func audit(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "audit.ok":
            DoctorWords(
                Phrase("doctor.audit.ok", "Checkpoints of the record are copied to a second place.")
            )
        case "audit.no_copy":
            DoctorWords(
                Phrase(
                    "doctor.audit.no_copy",
                    "Checkpoints of the record are kept on this machine alone."),
                Phrase(
                    "doctor.audit.no_copy.next",
                    "Set audit.copy_folder or audit.copy_command, so that a shortened record is found."
                ))
        case "audit.other_account":
            DoctorWords(
                Phrase(
                    "doctor.audit.other_account",
                    "The second place is there; root cannot tell whether uid {owner} may use it.",
                    given),
                Phrase(
                    "doctor.audit.other_account.next",
                    "Run the doctor as that user to see what the core sees."))
        case "audit.unreachable":
            DoctorWords(
                Phrase(
                    "doctor.audit.unreachable",
                    "The second place for checkpoints of the record cannot be used."),
                Phrase(
                    "doctor.audit.unreachable.next",
                    "Check audit.copy_folder and audit.copy_command, and who may write there."))
        default: nil
        }
    }

    static func lintRules(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "lint_rules.ok":
            DoctorWords(
                Phrase(
                    "doctor.lint_rules.ok", "{count} files of the team's rules are in order.",
                    given))
        case "lint_rules.none":
            DoctorWords(
                Phrase("doctor.lint_rules.none", "The team has no rules of its own for the linter.")
            )
        case "lint_rules.unreadable":
            DoctorWords(
                Phrase(
                    "doctor.lint_rules.unreadable",
                    "The team's rules for the linter cannot be read: {detail}.", given),
                Phrase(
                    "doctor.lint_rules.unreadable.next",
                    "Check core.lint_rules and the folder's permissions."))
        case "lint_rules.invalid":
            DoctorWords(
                Phrase(
                    "doctor.lint_rules.invalid", "A file of rules is refused at {key}: {detail}.",
                    given),
                Phrase(
                    "doctor.lint_rules.invalid.next",
                    "Correct the file named here; until then its last good version counts."))
        default: nil
        }
    }

    static func templates(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "templates.ok":
            DoctorWords(
                Phrase("doctor.templates.ok", "{count} templates are in order.", given))
        case "templates.none":
            DoctorWords(
                Phrase("doctor.templates.none", "No templates folder is configured."))
        case "templates.unreadable":
            DoctorWords(
                Phrase(
                    "doctor.templates.unreadable", "The templates cannot be read: {detail}.", given),
                Phrase(
                    "doctor.templates.unreadable.next",
                    "Check core.templates and the folder's permissions."))
        case "templates.invalid":
            DoctorWords(
                Phrase(
                    "doctor.templates.invalid", "A template is wrong at {key}: {detail}.", given),
                Phrase(
                    "doctor.templates.invalid.next",
                    "Correct the file named here; the core does not start with it."))
        default: nil
        }
    }
}
