/// The tables of the compliance linter as they ship. They are a target of their own since they take
/// minutes to compile, and the linter's code seconds.
package enum ComplianceTables {
    /// The rules and the lexicon, in the order they are read.
    package static var rules: [(name: String, bytes: [UInt8])] {
        [
            ("rules-contact.toml", PackageResources.rules_contact_toml),
            ("rules-reviews.toml", PackageResources.rules_reviews_toml),
            ("rules-money.toml", PackageResources.rules_money_toml),
            ("rules-marketing.toml", PackageResources.rules_marketing_toml),
            ("rules-form.toml", PackageResources.rules_form_toml),
            ("fix-texts.toml", PackageResources.fix_texts_toml),
            ("frames.toml", PackageResources.frames_toml),
            ("concepts-contact.toml", PackageResources.concepts_contact_toml),
            ("concepts-reviews.toml", PackageResources.concepts_reviews_toml),
            ("concepts-money.toml", PackageResources.concepts_money_toml),
            ("concepts-marketing.toml", PackageResources.concepts_marketing_toml),
            ("concepts-conduct.toml", PackageResources.concepts_conduct_toml),
            ("languages.toml", PackageResources.languages_toml),
        ]
    }

    /// Code points that look like others.
    package static var lookAlikes: [UInt8] { PackageResources.lookalikes_toml }

    /// Words for digits.
    package static var numbers: [UInt8] { PackageResources.numbers_toml }

    /// The weights of the model of likeness.
    package static var likeness: [UInt8] { PackageResources.likeness_toml }
}
