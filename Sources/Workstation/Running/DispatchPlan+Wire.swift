import CoreClient
import HelpDesk
import SwiftExtensions
import Wire

extension DispatchPlan {
    /// Puts the plan on the wire; its files are read now. Throws `dispatchFileEmpty` for one that
    /// cannot be read, and `dispatchFileChanged` for one that is not what the agent saw.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch kind {
        case .message:
            var files: [DispatchUpload] = []
            for file in self.files { files.append(try Self.read(file)) }
            return try connection.send(
                SendOrderMessage(
                    order: order, store: store, ticket: ticket, action: action, text: text,
                    files: files, coverage: coverage, confirmedRules: confirmedRules))
        case .reviewRequest:
            return try connection.send(
                RequestReview(order: order, store: store, ticket: ticket))
        case .shipment:
            guard let shipment else { throw DeskError(.shipmentNothing) }
            return try connection.send(
                ConfirmShipment(
                    order: order, store: store, ticket: ticket,
                    carrierCode: shipment.carrierCode, carrierName: shipment.carrierName,
                    trackingNumber: shipment.trackingNumber, items: shipment.items))
        }
    }

    func outcome(from line: [UInt8]) throws(DeskError) -> SendOrderMessage.Reply {
        switch kind {
        case .message: try Incoming.decode(line, for: SendOrderMessage.self)
        case .reviewRequest: .queued(try Incoming.decode(line, for: RequestReview.self))
        case .shipment: .queued(try Incoming.decode(line, for: ConfirmShipment.self))
        }
    }

    private static func read(_ file: PlannedFile) throws(DeskError) -> DispatchUpload {
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(file.path, limit: DispatchFileRules.totalLimit + 1)
        } catch {
            throw DeskError(.dispatchFileEmpty, detail: "\(error)")
        }
        guard file.isUnchanged(bytes) else {
            throw DeskError(.dispatchFileChanged, ["file": file.name])
        }
        return DispatchUpload(name: file.name, bytes: bytes)
    }
}
