import CoreClient
import Glibc
import HelpDesk
import SwiftExtensions
import Wire

extension DispatchPlan {
    /// Puts the plan on the wire; its files are read now. Throws `dispatchFileEmpty` for one that
    /// cannot be read.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch kind {
        case .message:
            var files: [DispatchUpload] = []
            for path in paths { files.append(try Self.file(path)) }
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

    /// A path may begin with `~/`, the agent's own folder.
    private static func file(_ path: String) throws(DeskError) -> DispatchUpload {
        var place = path
        if path.hasPrefix("~/"), let home = getenv("HOME") {
            place = String(cString: home) + path.dropFirst()
        }
        do {
            let bytes = try FileBytes.read(place, limit: DispatchFileRules.totalLimit + 1)
            let name = place.split(separator: "/").last.map(String.init) ?? place
            return DispatchUpload(name: name, bytes: bytes)
        } catch {
            throw DeskError(.dispatchFileEmpty, detail: "\(error)")
        }
    }
}
