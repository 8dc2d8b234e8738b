/// Numbers for what stands in a sentence, so that a model needs no list of words: FNV-1a over
/// scalars, mixed at the end so that every bit counts.
struct FeatureHash {
    private var state: UInt32

    /// Kinds of features never fall together because of their letters.
    init(_ kind: Unicode.Scalar) {
        state = 2_166_136_261
        add(kind.value)
    }

    mutating func add(_ value: UInt32) {
        state = (state ^ value) &* 16_777_619
    }

    mutating func add(_ values: some Sequence<UInt32>) {
        for value in values { add(value) }
    }

    var value: UInt32 {
        var mixed = state
        mixed ^= mixed >> 16
        mixed = mixed &* 0x85EB_CA6B
        mixed ^= mixed >> 13
        mixed = mixed &* 0xC2B2_AE35
        return mixed ^ (mixed >> 16)
    }
}
