/// Breaks a mail where mails break: at its headers, boundaries, encodings, charsets and words.
struct MailMutation {
    let corpus: [[UInt8]]
    static let longestInput = 96 << 10

    func mutant(_ random: inout FuzzRandom) -> [UInt8] {
        var mail = random.pick(corpus, else: [])
        for _ in 0...random.below(5) { mail = changed(mail, &random) }
        return mail.count > Self.longestInput ? Array(mail.prefix(Self.longestInput)) : mail
    }

    private func changed(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        switch random.below(16) {
        case 0: flippedBytes(mail, &random)
        case 1: cut(mail, &random)
        case 2: repeated(mail, &random)
        case 3: spliced(mail, &random)
        case 4, 5: lineMoved(mail, &random)
        case 6, 7: headerBroken(mail, &random)
        case 8, 9: typeChanged(mail, &random)
        case 10: boundaryBroken(mail, &random)
        case 11, 12: wordsInserted(mail, &random)
        case 13: wrapped(mail, &random)
        case 14: lineEndsChanged(mail, &random)
        default: tokenRepeated(mail, &random)
        }
    }

    private func flippedBytes(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        guard !mail.isEmpty else { return mail }
        var mail = mail
        let odd: [UInt8] = [0, 9, 10, 13, 27, 34, 45, 60, 61, 63, 0x80, 0x9B, 0xC2, 0xE2, 0xFF]
        for _ in 0...random.below(12) {
            let place = random.below(mail.count)
            mail[place] =
                random.below(2) == 0 ? random.pick(odd, else: 0) : UInt8(random.below(256))
        }
        return mail
    }

    private func cut(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        let start = random.below(3) == 0 ? random.below(mail.count + 1) : 0
        let end = start + random.below(mail.count - start + 1)
        return Array(mail[start..<end])
    }

    private func repeated(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        guard !mail.isEmpty else { return mail }
        let start = random.below(mail.count)
        let end = start + random.below(min(400, mail.count - start)) + 1
        let piece = Array(repeating: mail[start..<end], count: random.below(20) + 1).joined()
        return Array(mail[..<start]) + piece + mail[start...]
    }

    /// The head of one mail on the tail of another.
    private func spliced(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        let other = random.pick(corpus, else: [])
        return Array(mail[..<random.below(mail.count + 1)])
            + other[random.below(other.count + 1)...]
    }

    private func lineMoved(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        let shape = MailShape(mail)
        guard !shape.lines.isEmpty else { return mail }
        let index = random.below(shape.lines.count)
        switch random.below(3) {
        case 0: return shape.replacing(index, with: nil)
        case 1: return shape.inserting(shape.line(index), before: random.below(shape.lines.count))
        default:
            let other = MailShape(random.pick(corpus, else: mail))
            guard !other.lines.isEmpty else { return mail }
            return shape.replacing(index, with: other.line(random.below(other.lines.count)))
        }
    }

    private func headerBroken(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        let shape = MailShape(mail)
        guard !shape.headers.isEmpty else { return mail }
        let index = random.pick(shape.headers, else: 0)
        let line = shape.line(index)
        switch random.below(5) {
        case 0: return shape.replacing(index, with: nil)
        case 1: return shape.inserting(line, before: random.pick(shape.headers, else: 0))
        case 2: return shape.replacing(index, with: flippedBytes(line, &random))
        case 3:
            let word = random.pick(MailWords.headers, else: "")
            return shape.inserting(Array((word + "\r\n").utf8), before: index)
        default:
            let place = random.below(line.count + 1)
            return shape.replacing(
                index, with: Array(line[..<place]) + Array("\r\n\t".utf8) + line[place...])
        }
    }

    private func typeChanged(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        let shape = MailShape(mail)
        guard !shape.typed.isEmpty else { return mail }
        let text =
            switch random.below(3) {
            case 0:
                "Content-Type: text/plain; charset=\(random.pick(MailWords.charsets, else: ""))"
            case 1:
                "Content-Transfer-Encoding: \(random.pick(MailWords.encodings, else: ""))"
            default: "Content-Type: \(random.pick(MailWords.types, else: ""))"
            }
        return shape.replacing(
            random.pick(shape.typed, else: 0), with: Array((text + "\r\n").utf8))
    }

    private func boundaryBroken(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        let shape = MailShape(mail)
        guard !shape.boundaries.isEmpty else { return mail }
        let index = random.pick(shape.boundaries, else: 0)
        var line = shape.line(index)
        switch random.below(4) {
        case 0: return shape.replacing(index, with: nil)
        case 1: return shape.inserting(line, before: random.below(shape.lines.count))
        case 2: line.insert(UInt8(ascii: "-"), at: 0)
        default: line = Array(line.dropLast(2)) + Array("--\r\n".utf8)
        }
        return shape.replacing(index, with: line)
    }

    private func wordsInserted(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        let place = random.below(mail.count + 1)
        let word = random.pick(MailWords.texts + MailWords.charsets, else: "")
        let ends = random.below(2) == 0 ? "\r\n" : ""
        return Array(mail[..<place]) + Array((ends + word + ends).utf8) + mail[place...]
    }

    /// The whole mail as a part of another one, some levels deep.
    private func wrapped(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        var mail = mail
        for level in 0...random.below(24) {
            guard mail.count < Self.longestInput else { return mail }
            let name = "w\(level)"
            let head =
                random.below(3) == 0
                ? "Content-Type: message/rfc822\r\n\r\n"
                : "Content-Type: multipart/mixed; boundary=\(name)\r\n\r\n--\(name)\r\n"
            let tail = random.below(4) == 0 ? "" : "\r\n--\(name)--\r\n"
            mail = Array(head.utf8) + mail + Array(tail.utf8)
        }
        return mail
    }

    private func lineEndsChanged(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        switch random.below(3) {
        case 0: mail.filter { $0 != 0x0D }
        case 1: mail.filter { $0 != 0x0A }
        default: mail.flatMap { $0 == 0x0A ? [0x0D, 0x0D, 0x0A] : [$0] }
        }
    }

    private func tokenRepeated(_ mail: [UInt8], _ random: inout FuzzRandom) -> [UInt8] {
        let tokens = mail.split { !($0 > 0x20 && $0 < 0x7F) }
        guard !tokens.isEmpty else { return mail }
        let token = tokens[random.below(tokens.count)]
        let joined = Array(
            repeating: Array(token), count: min(2000, 8000 / max(1, token.count)) + 1
        ).joined()
        let place = random.below(mail.count + 1)
        return Array(mail[..<place]) + Array(joined.prefix(16 << 10)) + mail[place...]
    }
}
