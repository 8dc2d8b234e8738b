extension PretendAmazon {
    /// Does what an owner does who opens a consent link and agrees; the address that the browser
    /// ends on, nil when the page refuses.
    package func agree(to link: String) -> String? {
        guard let question = link.firstIndex(of: "?") else { return nil }
        let request = PretendRequest(
            method: "GET", path: "/apps/authorize/consent",
            query: PretendForm.list(String(link[link.index(after: question)...])), headers: [])
        return consent(request).headers.first { $0.name == "Location" }?.value
    }
}
