import HelpDesk
import Testing

@Suite struct PersonMaskTests {
    @Test(arguments: [
        ("Mason Becker", "Mason …"), ("Mason", "Mason"), ("  Anna  Maria Lenz ", "Anna …"),
        ("Mr. John Doe", "John …"), ("Frau Dr. Eva Lang", "Eva …"), ("Dr", "Dr"),
        ("佐藤 花子", "佐…"), ("王小明", "王…"), ("김민준", "김…"), ("", ""), ("   ", ""),
    ])
    func firstNames(name: String, shown: String) {
        #expect(PersonMask.firstName(of: name) == shown)
    }

    @Test(arguments: [("Mason Becker", "Mason"), ("Mason", "Mason"), ("佐藤 花子", ""), ("", "")])
    func whatALetterMayCallTheBuyer(name: String, given: String) {
        #expect(PersonMask.givenName(of: name) == given)
    }

    @Test func aContactKeepsCityAndCountry() {
        let contact = OrderContact(
            buyerName: "Mason Becker", buyerEmail: "m@relay.example", city: "Köln",
            postalCode: "50667", countryCode: "DE")
        let seen = contact.seen(with: Role.agent.builtInRights)
        #expect(
            seen
                == OrderContact(
                    buyerName: "Mason …", buyerEmail: "…", city: "Köln", postalCode: "…",
                    countryCode: "DE"))
        #expect(contact.seen(with: RightSet([.readPII: .stores])) == contact)
        #expect(OrderContact().seen(with: RightSet()) == OrderContact())
    }
}
