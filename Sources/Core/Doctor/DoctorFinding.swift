/// How much a finding matters.
package enum DoctorLevel: String, Sendable, CaseIterable {
    case ok
    /// The desk works, but somebody should look.
    case warn
    /// Something does not work.
    case error
}

/// One thing that the doctor found, as a code with values for the sentence that the edge makes.
/// Holds no secret and no personal data; control and direction characters are taken out.
package struct DoctorFinding: Hashable, Sendable {
    package let code: DoctorCode
    /// What it is about: a path, a mailbox's or a store's name.
    package let subject: String
    package let arguments: [String: String]

    package var level: DoctorLevel { code.level }

    init(_ code: DoctorCode, _ subject: String, _ arguments: [String: String] = [:]) {
        self.code = code
        self.subject = Self.cleaned(subject)
        self.arguments = arguments.mapValues(Self.cleaned)
    }

    /// Values come from files and servers: nothing in them may steer a terminal or grow long.
    private static func cleaned(_ text: String) -> String {
        let line = text.unicodeScalars.prefix(300).map { scalar in
            isHarmless(scalar) ? Character(scalar) : " "
        }
        return String(line)
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: true
        }
    }
}
