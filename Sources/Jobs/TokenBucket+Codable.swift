import SwiftExtensions

// Earlier versions stored buckets without calls under way and without caution.
extension TokenBucket {
    private enum CodingKeys: String, CodingKey {
        case limit, tokens, countedAt, pausedUntil, underWay, caution
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            limit: try container.decode(RateLimit.self, forKey: .limit),
            tokens: try container.decode(Double.self, forKey: .tokens),
            countedAt: try container.decode(Timestamp.self, forKey: .countedAt),
            pausedUntil: try container.decodeIfPresent(Timestamp.self, forKey: .pausedUntil),
            underWay: max(0, try container.decodeIfPresent(Int.self, forKey: .underWay) ?? 0),
            caution: try container.decodeIfPresent(Caution.self, forKey: .caution) ?? .none)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(limit, forKey: .limit)
        try container.encode(tokens, forKey: .tokens)
        try container.encode(countedAt, forKey: .countedAt)
        try container.encodeIfPresent(pausedUntil, forKey: .pausedUntil)
        try container.encode(underWay, forKey: .underWay)
        try container.encode(caution, forKey: .caution)
    }
}
