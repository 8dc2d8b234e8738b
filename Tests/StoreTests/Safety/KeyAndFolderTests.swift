import Foundation
import GRDB
import Glibc
import HelpDesk
import Testing

@testable import Store

@Suite struct KeyAndFolderTests {
    private func reason(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? DeskError)?.arguments["reason"] ?? "another error"
        }
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func aKeyIsMadeOnceForItsOwnerAlone() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/content.key"
            let key = try ContentKey.load(orCreateAt: path)
            #expect(mode(path) == 0o600)
            let sealed = try key.seal([1, 2, 3], label: "x")
            let again = try ContentKey.load(orCreateAt: path)
            #expect(try again.open([UInt8](sealed), label: "x") == [1, 2, 3])
            #expect(throws: DeskError.self) { try again.open([UInt8](sealed), label: "y") }
            let other = try ContentKey.load(orCreateAt: folder + "/other.key")
            #expect(throws: DeskError.self) { try other.open([UInt8](sealed), label: "x") }
        }
    }

    @Test func noNewKeyIsMadeBesideADatabase() throws {
        try TemporaryFolder.with { folder in
            try Data().write(to: URL(fileURLWithPath: folder + "/desk.sqlite"))
            let path = folder + "/content.key"
            #expect(reason { _ = try ContentKey.load(orCreateAt: path) } == "key-missing")
            #expect(access(path, F_OK) != 0)
        }
    }

    @Test func nothingButTheKeyIsLeft() throws {
        try TemporaryFolder.with { folder in
            _ = try ContentKey.load(orCreateAt: folder + "/content.key")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names == ["content.key"])
        }
    }

    @Test(arguments: [mode_t(0o640), 0o604, 0o660, 0o610])
    func aKeyOpenToOthersIsRefused(_ mode: mode_t) throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/content.key"
            _ = try ContentKey.load(orCreateAt: path)
            #expect(chmod(path, mode) == 0)
            #expect(reason { _ = try ContentKey.load(orCreateAt: path) } == "open-to-others")
        }
    }

    @Test(arguments: [0, 31, 33, 64])
    func aKeyOfAnotherLengthIsRefused(_ count: Int) throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/content.key"
            try Data(repeating: 7, count: count).write(to: URL(fileURLWithPath: path))
            #expect(chmod(path, 0o600) == 0)
            #expect(reason { _ = try ContentKey.load(orCreateAt: path) } == "key-length")
        }
    }

    @Test func aKeyBehindALinkOrInAFolderIsRefused() throws {
        try TemporaryFolder.with { folder in
            _ = try ContentKey.load(orCreateAt: folder + "/real")
            #expect(symlink(folder + "/real", folder + "/link") == 0)
            #expect(
                reason { _ = try ContentKey.load(orCreateAt: folder + "/link") } == "unreadable")
            #expect(mkdir(folder + "/sub", 0o700) == 0)
            #expect(reason { _ = try ContentKey.load(orCreateAt: folder + "/sub") } == "not-a-file")
            #expect(
                reason { _ = try ContentKey.load(orCreateAt: folder + "/none/key") }
                    == "not-creatable")
        }
    }

    @Test func aFolderIsMadePrivateAndHeldByOne() throws {
        try TemporaryFolder.with { base in
            let path = base + "/a/b"
            let first = try DataFolder.open(path)
            #expect(mode(path) == 0o700)
            #expect(mode(base + "/a") == 0o700)
            let error = #expect(throws: DeskError.self) { _ = try DataFolder.open(path) }
            #expect(error?.code == .dataFolderLocked)
            #expect(error?.arguments["pid"] == String(getpid()))
            first.close()
            first.close()
            let second = try DataFolder.open(path)
            second.close()
        }
    }

    @Test(arguments: [mode_t(0o750), 0o705, 0o777, 0o710])
    func aFolderOpenToOthersIsRefused(_ mode: mode_t) throws {
        try TemporaryFolder.with { base in
            let path = base + "/data"
            #expect(mkdir(path, 0o700) == 0)
            #expect(chmod(path, mode) == 0)
            #expect(reason { _ = try DataFolder.open(path) } == "open-to-others")
        }
    }

    @Test func aFileOrALinkIsNoFolder() throws {
        try TemporaryFolder.with { base in
            #expect(mkdir(base + "/real", 0o700) == 0)
            #expect(symlink(base + "/real", base + "/link") == 0)
            try Data().write(to: URL(fileURLWithPath: base + "/file"))
            #expect(reason { _ = try DataFolder.open(base + "/link") } == "not-a-folder")
            #expect(reason { _ = try DataFolder.open(base + "/file") } == "not-a-folder")
        }
    }

    @Test func anOwnerMustBeTheUser() throws {
        try TemporaryFolder.with { base in
            let path = base + "/data"
            #expect(mkdir(path, 0o700) == 0)
            guard geteuid() == 0, chown(path, 65_534, 65_534) == 0 else { return }
            #expect(reason { _ = try DataFolder.open(path) } == "foreign-owner")
        }
    }

    @Test func rawMailsAndAttachmentsLieSealed() throws {
        let desk = try Desk()
        let secret = Array("the words of a buyer".utf8)
        let digest = ContentDigest.of(secret)
        try desk.write { try $0.putRawBytes(digest: digest, bytes: secret) }
        #expect(try desk.read { try $0.rawBytes(digest: digest) } == secret)
        #expect(try desk.read { try $0.rawBytes(digest: ContentDigest.of("other")) } == nil)
        let stored = try desk.database.writer.read { db in
            try db.one("SELECT sealed FROM raw_bytes") { try $0.bytes() }
        }
        let text = String(decoding: stored ?? [], as: UTF8.self)
        #expect(stored?.count == secret.count + 28)
        #expect(!text.contains("buyer"))
    }

    @Test func aDigestIsWhatOthersCompute() {
        #expect(
            ContentDigest.of("abc")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
