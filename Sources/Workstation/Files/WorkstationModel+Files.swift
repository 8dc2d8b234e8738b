import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// Files of the open conversation, the newest first.
    var threadFiles: [AttachmentView] {
        (thread?.detail?.messages ?? []).flatMap(\.attachments).reversed()
    }

    mutating func pickFile() -> [Effect] {
        let items = threadFiles.map { view in
            let danger = view.danger.map { "! " + words(FileSentences.danger($0.rawValue)) }
            let kind = words(FileSentences.kind(view.kind.rawValue))
            let size = FileWords.size(view.attachment.byteCount)
            return PickerItem(
                id: "\(view.attachment.id.rawValue)",
                title: SafeText.line(view.name, rules: rules),
                detail: [kind, size, danger].compactMap { $0 }.joined(separator: " · "))
        }
        return pick(.file, items)
    }

    mutating func pickedFile(_ id: String) -> [Effect] {
        guard let view = threadFiles.first(where: { "\($0.attachment.id.rawValue)" == id }) else {
            return []
        }
        return ask(QuestionPane.Purpose.file(view))
    }

    /// What the question about a file was answered with.
    mutating func choseForFile(_ view: AttachmentView, _ key: Character) -> [Effect] {
        switch key {
        case "v": return fetch(view, .view)
        case "s":
            return view.danger == nil
                ? ask(.savePath(view), text: "~/\(view.name)")
                : ask(QuestionPane.Purpose.dangerousFile(view, opens: false))
        case "o":
            guard hasViewer else {
                say(FileStrings.noViewer, .warning)
                return []
            }
            return ask(QuestionPane.Purpose.dangerousFile(view, opens: true))
        default: return []
        }
    }

    mutating func fetch(_ view: AttachmentView, _ purpose: FileTransfer.Purpose) -> [Effect] {
        guard let ticket = thread?.ticket else { return [] }
        let transfer = FileTransfer(ticket: ticket, view: view, purpose: purpose)
        self.transfer = transfer
        say(FileStrings.fetching)
        return [
            .call(
                .openFile(
                    ticket, view.attachment.id, transfer.opening,
                    acceptsDanger: view.danger != nil && transfer.opening != .view))
        ]
    }

    /// The core has opened the file and noted that; its pieces follow one by one.
    mutating func openedFile(_ reply: OpenAttachment.Reply) -> [Effect] {
        guard transfer?.view.attachment.id == reply.view.attachment.id else { return [] }
        transfer?.grant = reply.grant
        return nextPiece()
    }

    mutating func gotPiece(_ bytes: [UInt8], _ call: CoreCall) -> [Effect] {
        guard case .readFile(let grant, let offset) = call, transfer?.grant == grant,
            transfer?.bytes.count == offset
        else { return [] }
        transfer?.bytes += bytes
        guard let transfer else { return [] }
        guard transfer.isWhole || bytes.isEmpty else { return nextPiece() }
        self.transfer = nil
        guard transfer.isWhole else {
            say(ErrorSentences.words(code: DeskError.Code.fileErased.rawValue, arguments: [:]))
            return []
        }
        return arrived(transfer)
    }

    private func nextPiece() -> [Effect] {
        guard let transfer, let grant = transfer.grant else { return [] }
        return [.call(.readFile(grant: grant, offset: transfer.bytes.count))]
    }

    private mutating func arrived(_ transfer: FileTransfer) -> [Effect] {
        switch transfer.purpose {
        case .view:
            notice = nil
            let text = FilePane.text(of: transfer.bytes, transfer.view, words)
            popups.append(.file(FilePane.State(view: transfer.view, text: text)))
            return []
        case .save(let path): return [.saveFile(path, transfer.view.name, transfer.bytes)]
        case .viewer: return [.openViewer(transfer.view.name, transfer.bytes)]
        }
    }

    // Files that go out.

    mutating func attach(_ path: String) -> [Effect] {
        guard upload == nil else {
            say(FileStrings.uploading, .warning)
            return []
        }
        return [.chooseFile(path)]
    }

    /// The file is read; what the desk would refuse is refused before a byte leaves.
    mutating func chose(_ name: String, _ bytes: [UInt8]) -> [Effect] {
        guard let composer, composer.kind == .reply else { return [] }
        do throws(DeskError) {
            try OutgoingFileRules.check(
                FileSniffer.kind(of: bytes), name: name, byteCount: bytes.count,
                others: composer.files.map(\.file.byteCount))
        } catch {
            say(ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments))
            return []
        }
        var upload = FileUpload(name: name, bytes: bytes)
        let call = upload.next(composer.ticket, nil)
        self.upload = upload
        return [.call(call)]
    }

    mutating func attached(_ reply: AttachFile.Reply, _ call: CoreCall) -> [Effect] {
        guard case .attachFile(let ticket, _, _, _, _) = call else { return [] }
        guard let file = reply.file else {
            guard var upload, reply.received == upload.sent else {
                self.upload = nil
                return []
            }
            let next = upload.next(ticket, reply.upload)
            self.upload = upload
            return [.call(next)]
        }
        upload = nil
        if composer?.ticket == ticket { composer?.files = reply.files }
        say(FileStrings.attached(SafeText.line(file.name, rules: rules)), .ok)
        return []
    }

    mutating func pickDetached() -> [Effect] {
        let items = (composer?.files ?? []).map { file in
            PickerItem(
                id: file.file.digest, title: SafeText.line(file.name, rules: rules),
                detail: FileWords.size(file.file.byteCount))
        }
        return pick(.attached, items)
    }

    mutating func detach(_ digest: String) -> [Effect] {
        guard let composer else { return [] }
        return [.call(.detachFile(composer.ticket, digest: digest))]
    }

    mutating func detached(_ files: [NamedFile], _ call: CoreCall) -> [Effect] {
        guard case .detachFile(let ticket, _) = call, composer?.ticket == ticket else { return [] }
        let left = Set(files.map(\.file.digest))
        let gone = composer?.files.first { !left.contains($0.file.digest) }
        composer?.files = files
        if let gone { say(FileStrings.detached(SafeText.line(gone.name, rules: rules)), .ok) }
        return []
    }

    /// What came back of a path that was to be completed.
    mutating func completed(_ text: String, _ completion: PathCompletion) -> [Effect] {
        guard case .prompt(var state) = popups.last, state.path == text else { return [] }
        let going = completion.names.count > 1 && completion.text == text
        state.complete(completion.text)
        popups[popups.count - 1] = .prompt(state)
        // Nothing more is certain: these are the ways to go on.
        if going {
            let names = completion.names.prefix(8).map { SafeText.line($0, rules: rules) }
            let more = completion.names.count > names.count ? " …" : ""
            say(FileStrings.candidates(names.joined(separator: "  ") + more))
        }
        return []
    }
}
