/// The data files that this program was built with.
package enum AmazonTables {
    /// Their names and bytes, in the order of the names.
    package static var all: [(name: String, bytes: [UInt8])] {
        [
            ("categories.toml", PackageResources.categories_toml),
            ("credentials.toml", PackageResources.credentials_toml),
            ("markers.toml", PackageResources.markers_toml),
            ("marketplaces.toml", PackageResources.marketplaces_toml),
            ("notices.toml", PackageResources.notices_toml),
            ("order-status.toml", PackageResources.order_status_toml),
            ("rate-limits.toml", PackageResources.rate_limits_toml),
            ("relay-courtesy.toml", PackageResources.relay_courtesy_toml),
            ("relay.toml", PackageResources.relay_toml),
            ("subjects.toml", PackageResources.subjects_toml),
        ]
    }
}
