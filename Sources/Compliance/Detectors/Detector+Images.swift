import HelpDesk

extension Detector {
    /// FMT-04: images that tell who looked at them, or come over plain HTTP.
    static let trackedImages = Detector(name: "tracked images") { input, _, meter in
        let text = input.folded
        var hits: [Hit] = []
        var index = 0
        while index < text.count {
            meter.count()
            guard text[index] == "<", let end = imageEnd(from: index, in: text, meter: &meter)
            else {
                index += 1
                continue
            }
            let tag = text.string(index..<end)
            if marks.contains(where: tag.contains) {
                hits.append(Hit(.trackedImage, text.origin(of: index..<end)))
            }
            index = end
        }
        return hits
    }

    private static let marks = [
        "http://", "width=\"1\"", "height=\"1\"", "width=1", "height=1", "width:1px", "width: 1px",
        "width='1'", "display:none",
    ]

    /// The end of an image tag of at most 400 letters.
    private static func imageEnd(
        from start: Int, in text: NormalizedText, meter: inout StepMeter
    ) -> Int? {
        for (offset, scalar) in "img".unicodeScalars.enumerated()
        where text.scalar(at: start + 1 + offset) != scalar {
            return nil
        }
        var index = start + 4
        while index < text.count, index - start < 400 {
            meter.count()
            if text[index] == ">" { return index + 1 }
            index += 1
        }
        return nil
    }
}
