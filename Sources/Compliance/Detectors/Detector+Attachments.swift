import HelpDesk

extension Detector {
    /// FMT-05: files that are neither instructions nor warranty, invoice or label, by their names.
    static let attachments = Detector(name: "attachments") { input, _, meter in
        input.context.attachments.compactMap { name in
            meter.count(name.utf8.count)
            return FilePurpose.isAllowed(name) ? nil : Hit(.attachment, 0..<0)
        }
    }
}

/// What a file is for, as far as its name says (compliance section 1.2).
private enum FilePurpose {
    static func isAllowed(_ name: String) -> Bool {
        var meter = StepMeter()
        let folded = NormalizedText.folded(name, meter: &meter)
        let text = folded.string(folded.indices)
        let kind = text.split(separator: ".").last.map(String.init) ?? ""
        guard allowedKinds.contains(kind) else { return false }
        return !refused.contains { text.contains($0) }
    }

    private static let allowedKinds: Set<String> = [
        "pdf", "png", "jpg", "jpeg", "txt", "doc", "docx", "heic", "tif", "tiff",
    ]
    /// Words in names of what Amazon does not let through.
    private static let refused = [
        "catalog", "katalog", "catalogo", "カタログ", "产品目录", "logo", "coupon", "gutschein",
        "voucher", "bon-de-reduction", "buono", "cupon", "クーポン", "优惠", "promo", "flyer",
        "flugblatt",
        "newsletter", "gif", "emoji", "sticker", "whatsapp", "wechat", "weixin", "wx_", "qrcode",
        "qr-code", "qr_code", "二维码", "微信",
    ]
}
