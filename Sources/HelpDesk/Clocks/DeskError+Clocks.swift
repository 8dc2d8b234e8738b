extension DeskError.Code {
    package static let calendarRefused: Self = "calendar.refused"
    package static let calendarNeverOpens: Self = "calendar.never_opens"
    package static let calendarNotFound: Self = "calendar.not_found"
    package static let calendarChanged: Self = "calendar.changed"
    package static let policyRefused: Self = "policy.refused"
    package static let policyNotFound: Self = "policy.not_found"
    package static let policyChanged: Self = "policy.changed"
    package static let breachNotFound: Self = "breach.not_found"
}
