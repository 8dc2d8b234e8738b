import HelpDesk
import Testing

@Suite struct ThreadMarkTests {
    private let one = ThreadMark(address: "Abc+case-1@marketplace.amazon.de", order: "305-1")

    @Test(
        arguments: [
            // The platform's contact number changes within a thread.
            ("abc+case-2@marketplace.amazon.de", "305-1", false),
            ("xyz+case-1@marketplace.amazon.de", "305-1", true),
            ("abc+case-1@marketplace.amazon.de", "305-2", true),
            ("abc@marketplace.amazon.de", nil, false), (nil, "305-1", false), (nil, "305-2", true),
            (nil, nil, false),
        ] as [(String?, OrderID?, Bool)])
    func onlyWhatDiffersIsApart(_ address: String?, _ order: OrderID?, _ isApart: Bool) {
        let other = ThreadMark(address: address, order: order)
        #expect(one.isApart(from: other) == isApart)
        #expect(other.isApart(from: one) == isApart)
        #expect(ThreadMark.areSeveral([one, other, one]) == isApart)
    }
}
