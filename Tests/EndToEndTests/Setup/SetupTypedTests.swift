import Foundation
import Testing

extension DeskScenarios {
    /// The wizard with somebody at the keyboard, on the poorest of terminals.
    @Suite struct SetupTypedTests {
        @Test func anOwnerIsLedThroughAndNothingSecretIsShown() async throws {
            let house = try await SetupHouse.open()
            try FileManager.default.createDirectory(
                atPath: "\(house.folder.path)/etc", withIntermediateDirectories: true)
            try house.folder.write(
                "[core]\ndata = \"\(house.data)\"\nsocket = \"\(house.folder.path)/core.sock\"\n",
                to: "etc/deskhand.toml")
            let owner = try TypedProgram(
                "deskhand", ["setup", "--config", house.configuration], home: house.folder.path,
                term: "dumb")
            try await owner.answer("Folder for the desk's data", "")
            try await owner.answer("Socket on which", "")
            try await owner.answer("Unix users who may", "boss")
            try await owner.answer("Time zone of the desk", "Mars/Base")
            try await owner.answer("Time zone of the desk", "Europe/Berlin")
            try await owner.answer("Write it?", "y")
            try await owner.answer("Client id", PretendShop.clientID)
            try await owner.answer("Client secret", SetupHouse.secret)
            #expect(!owner.commandLine.contains(SetupHouse.secret))
            #expect(owner.commandLine.contains("setup"))
            try await owner.answer("Day on which", "")
            try await owner.answer("Application id", SetupHouse.application)
            try await owner.answer("Redirect address", "-")
            try await owner.answer("Write it?", "y")
            try await owner.answer("Name of a mailbox", ":s")
            try await owner.answer("Name of a store", "nova-eu")
            try await owner.answer("Merchant token", "nova")
            try await owner.answer("Merchant token", "A1NOVAEXAMPLE")
            try await owner.answer("Marketplaces with commas", "DE, JP")
            try await owner.answer("Marketplaces with commas", "DE, FR")
            try await owner.answer("Address that Seller Central", "desk@desk.example")
            try await owner.answer("Fetch its orders too", "y")
            try await owner.answer("Name of a store", "")
            try await owner.answer("Paste the address", ":q")
            try await owner.wait(for: "Run deskhand setup again")
            try await owner.end()
            #expect(owner.text.contains("https://sellercentral-europe.amazon.com/apps/authorize"))
            #expect(!owner.text.contains(SetupHouse.secret), "\(owner.text)")
            #expect(!owner.text.contains("\u{1B}"), "no escape sequences on a dumb terminal")
            #expect(try house.mode("\(house.folder.path)/etc/secrets/lwa") == 0o600)
            #expect(try await house.checklist()["store-pending"] == "open")
            await house.shop.close()
        }

        @Test func ctrlCInASecretLeavesTheTerminalAlone() async throws {
            let house = try await SetupHouse.open()
            let owner = try TypedProgram(
                "deskhand", ["setup", "--config", house.configuration, "--lang", "zh"],
                home: house.folder.path, term: "xterm")
            try await owner.answer("数据文件夹（将设为私有", house.data)
            try await owner.answer("套接字", "\(house.folder.path)/core.sock")
            try await owner.answer("Unix 用户", "boss")
            try await owner.answer("时区", "UTC")
            try await owner.answer("写入吗", "y")
            try await owner.answer("客户端编号", "client")
            try await owner.wait(for: "客户端密钥 （粘贴的内容不会显示）")
            owner.type("half-a-secret\u{03}")
            try await owner.wait(for: "已停止")
            try await owner.end()
            #expect(!owner.text.contains("half-a-secret"))
            #expect(try house.text(house.configuration).contains("time_zone = \"UTC\""))
            await house.shop.close()
        }
    }
}
