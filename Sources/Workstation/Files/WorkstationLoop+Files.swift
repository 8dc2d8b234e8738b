import CoreClient
import Glibc
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore

extension WorkstationLoop {
    func performOnFiles(_ effect: Effect) {
        switch effect {
        case .saveFile(let path, let name, let bytes): save(path, name, bytes)
        case .openViewer(let name, let bytes): openViewer(name, bytes)
        case .chooseFile(let path): choose(path)
        case .completePath(let text):
            apply(.pathCompleted(text, PathCompletion(text, home: home)))
        case .examineFiles(let plan, let paths):
            apply(.filesExamined(plan, examined(paths)))
        default: break
        }
    }

    private func examined(_ paths: [String]) -> FileReport {
        var files: [PlannedFile] = []
        for path in paths {
            let place = PathCompletion.expanded(path, home: home)
            let chosen: ChosenFile
            do throws(FileFailure) {
                chosen = try ChosenFile(path: place)
            } catch {
                return .unreadable(path: path, model.words(FileTrouble.words(error.errorNumber)))
            }
            do throws(DeskError) {
                files.append(try PlannedFile(path: place, bytes: chosen.bytes))
            } catch {
                return .refused(path: path, error)
            }
        }
        return .fine(files)
    }

    private var home: String { getenv("HOME").map { String(cString: $0) } ?? "/" }

    private func save(_ path: String, _ name: String, _ bytes: [UInt8]) {
        do throws(FileFailure) {
            let file = try NewFile(
                at: PathCompletion.expanded(path, home: home), orInFolderAs: name)
            try file.write(bytes)
            try file.finish()
            apply(.fileSaved(path, problem: nil))
        } catch {
            apply(
                .fileSaved(path, problem: model.words(FileTrouble.words(error.errorNumber))))
        }
    }

    private func choose(_ path: String) {
        do throws(FileFailure) {
            let file = try ChosenFile(path: PathCompletion.expanded(path, home: home))
            apply(.fileChosen(name: file.name, file.bytes))
        } catch {
            apply(.fileNotChosen(path, errorNumber: error.errorNumber))
        }
    }

    /// The agent's own viewer on a private copy that is gone afterwards.
    private func openViewer(_ name: String, _ bytes: [UInt8]) {
        guard let viewer = options.viewer else { return }
        var isShown = false
        backend.whileAway {
            isShown = FileViewer.show(bytes, named: name, with: viewer, in: options.stateFolder)
        }
        shown = nil
        apply(.viewerEnded(isShown))
    }
}

/// Runs the viewer that the configuration names: words without a shell, the file as the last one.
enum FileViewer {
    static func show(
        _ bytes: [UInt8], named name: String, with viewer: String, in folder: String
    ) -> Bool {
        let place = "\(folder)/view-\(getpid())-\(UInt32.random(in: .min ... .max))"
        makePrivateFolders(folder)
        guard mkdir(place, 0o700) == 0 else { return false }
        defer { rmdir(place) }
        let path = "\(place)/\(safe(name))"
        do throws(FileFailure) {
            let file = try NewFile(at: path, orInFolderAs: "file")
            try file.write(bytes)
            try file.finish()
        } catch {
            return false
        }
        defer { unlink(path) }
        return run(viewer.split(separator: " ").map(String.init) + [path]) == 0
    }

    private static func safe(_ name: String) -> String {
        let kept = name.filter { $0 != "/" && $0 != "\0" }.drop { $0 == "." || $0 == "-" }
        return kept.isEmpty ? "file" : String(kept)
    }

    private static func run(_ words: [String]) -> Int32 {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        defer { arguments.forEach { free($0) } }
        var child: pid_t = 0
        guard words.count > 1, posix_spawnp(&child, words[0], nil, nil, &arguments, environ) == 0
        else { return -1 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status
    }
}
