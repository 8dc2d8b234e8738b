package import HelpDesk
import Store
package import Wire

extension SavePerson: DeskCall {
    package static let need: Need = .right(.userAdmin, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Person {
        let cleanName = CleanText.clean(displayName).collapsed(limit: 60)
        guard !cleanName.isEmpty else { throw DeskError(.badRequest, ["field": "displayName"]) }
        try check(desk)
        return try await desk.act(as: caller) { transaction in
            let known = try transaction.person(unixUser: unixUser)
            let person = Person(
                id: try known?.id ?? transaction.nextPersonID(), unixUser: unixUser,
                displayName: cleanName, role: role, scope: scope,
                languages: languages, timeZone: timeZone, isActive: isActive)
            if person != known { try transaction.record(.personSaved(person)) }
            return person
        }
    }

    private func check(_ desk: Desk) throws(DeskError) {
        let isName =
            !unixUser.isEmpty && unixUser.utf8.count <= 32
            && unixUser.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        guard isName else { throw DeskError(.badRequest, ["field": "unixUser"]) }
        if case .only(let stores) = scope {
            for store in stores.sorted() where desk.settings.store(store) == nil {
                throw DeskError(.badRequest, ["field": "scope", "store": store.rawValue])
            }
        }
        let isConfigured = desk.settings.admins.contains(unixUser)
        guard !isConfigured || (isActive && role == .admin) else {
            throw DeskError(.badRequest, ["field": "role"], detail: "named in core.admins")
        }
    }
}
