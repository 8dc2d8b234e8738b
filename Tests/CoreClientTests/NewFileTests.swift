import CoreClient
import Glibc
import HelpDesk
import SwiftExtensions
import Testing

struct NewFileTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let path = "/tmp/deskhand-files-\(getpid())-\(UInt64.random(in: .min ... .max))"
        mkdir(path, 0o700)
        defer {
            for name in (try? FolderListing.names(in: path)) ?? [] {
                unlink("\(path)/\(name)")
                rmdir("\(path)/\(name)")
            }
            rmdir(path)
        }
        try body(path)
    }

    private func save(_ path: String, as fallback: String = "x.pdf") throws {
        let file = try NewFile(at: path, orInFolderAs: fallback)
        try file.write(Array("hello".utf8))
        try file.finish()
    }

    @Test func writesForItsOwnerAlone() throws {
        try inFolder { folder in
            let before = umask(0)
            defer { umask(before) }
            try save("\(folder)/a.sh")
            #expect(try FileBytes.read("\(folder)/a.sh") == Array("hello".utf8))
            #expect(try FileStatus(path: "\(folder)/a.sh").permissions == 0o600)
        }
    }

    @Test func goesIntoAFolderUnderASafeName() throws {
        try inFolder { folder in
            try save(folder, as: "rechnung.pdf")
            try save(folder + "/", as: "../../evil")
            let left = try FolderListing.names(in: folder)
            #expect(left == ["evil", "rechnung.pdf"])
        }
    }

    @Test func neverWritesOverAFile() throws {
        try inFolder { folder in
            try save("\(folder)/a")
            let error = #expect(throws: FileFailure.self) { try save("\(folder)/a") }
            #expect(error?.errorNumber == EEXIST)
        }
    }

    @Test func neverFollowsALink() throws {
        try inFolder { folder in
            symlink("\(folder)/target", "\(folder)/link")
            #expect(throws: FileFailure.self) { try save("\(folder)/link") }
            symlink(folder, "\(folder)/sub")
            #expect(throws: FileFailure.self) { try save("\(folder)/sub/a") }
            #expect(throws: FileFailure.self) { try save("\(folder)/sub") }
            let left = try FolderListing.names(in: folder)
            #expect(left == ["link", "sub"])
        }
    }

    @Test func leavesNothingUnfinished() throws {
        try inFolder { folder in
            do {
                let file = try NewFile(at: "\(folder)/a", orInFolderAs: "x")
                try file.write([1, 2, 3])
            }
            let left = try FolderListing.names(in: folder)
            #expect(left == [])
        }
    }

    @Test func choosesOnlyPlainFiles() throws {
        try inFolder { folder in
            mkfifo("\(folder)/pipe", 0o600)
            #expect(throws: FileFailure.self) { try ChosenFile(path: "\(folder)/pipe") }
            #expect(throws: FileFailure.self) { try ChosenFile(path: folder) }
            try FileBytes.replace("\(folder)/a.txt", with: Array("hi".utf8))
            let file = try ChosenFile(path: "\(folder)/a.txt")
            #expect(file.name == "a.txt")
            #expect(file.kind == .text)
        }
    }
}
