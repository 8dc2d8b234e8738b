extension ConfigurationReader {
    /// `[amazon]` with the queue of notifications, where there is one.
    func amazonWithQueue(_ table: TableReader) -> AmazonSettings? {
        let queue = table.subtable("notifications").flatMap(notifications)
        var settings = amazon(table)
        settings?.notifications = queue
        return settings
    }

    private func notifications(_ table: TableReader) -> NotificationSettings? {
        let queue = table.requiredString("queue")
        if let queue { checkWebEndpoint(table, "queue", queue) }
        let region = table.requiredString("region")
        let accessKeyID = table.requiredString("access_key_id")
        let secret = secret(table, "secret_access_key", isRequired: true)
        table.finish()
        guard let queue, let region, let accessKeyID, let secret else { return nil }
        return NotificationSettings(
            queueURL: queue, region: region, accessKeyID: accessKeyID, secretKey: secret)
    }
}
