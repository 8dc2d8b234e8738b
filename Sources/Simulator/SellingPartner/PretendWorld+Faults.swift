import SwiftExtensions

extension PretendWorld {
    /// The fault that befalls this call, if any; scheduled ones first, then chance.
    mutating func nextFault(_ operation: String) -> PretendFault? {
        for index in faults.indices {
            guard faults[index].operation == nil || faults[index].operation == operation else {
                continue
            }
            guard faults[index].skipping == 0 else {
                faults[index].skipping -= 1
                continue
            }
            let fault = faults[index].fault
            faults[index].times -= 1
            if faults[index].times <= 0 { faults.remove(at: index) }
            return fault
        }
        return chances.sample(using: &random)
    }

    /// Faults that take the place of an answer.
    static func refusal(_ fault: PretendFault) -> PretendResponse? {
        switch fault {
        case .status(let status):
            return error(status)
        case .page(let status):
            var response = PretendResponse(
                status: status, body: "<!DOCTYPE html><html><body>Sorry</body></html>")
            response.contentType = "text/html"
            return response
        case .connectionReset(isHandled: false):
            return PretendResponse(status: 500, body: "")
        default:
            return nil
        }
    }

    /// Faults that change the platform's own mind before it looks at the call.
    mutating func strike(_ fault: PretendFault) {
        switch fault {
        case .expiredToken: expireTokens()
        case .expiredPageTokens: listings = [:]
        default: break
        }
    }

    private static func error(_ status: Int) -> PretendResponse {
        let code =
            switch status {
            case 429: "QuotaExceeded"
            case 503: "ServiceUnavailable"
            case 401, 403: "Unauthorized"
            case 413, 415: "InvalidInput"
            default: "InternalFailure"
            }
        return .refusal(status, code, "We encountered an error. Please try again.")
    }

    /// Faults that harm a good answer.
    static func spoil(_ response: inout PretendResponse, _ fault: PretendFault, at now: Timestamp) {
        switch fault {
        case .truncatedJSON:
            response.body = String(response.body.prefix(response.body.count / 2))
        case .statusAfterwards(let status):
            response = error(status)
        case .brokenConnection:
            // An answer without a body has no half: nothing of it but its promise arrives.
            if response.body.isEmpty {
                response.status = 200
                response.body = "{}"
            }
            response.delivery = .halfThenBreak
        case .connectionReset:
            response.delivery = .reset
        case .slowBody(let pause):
            response.delivery = .halfThenPause(pause)
        case .trickledBody(let pause):
            response.delivery = .trickle(pause)
        case .skewedDate(let skew):
            response.headers.append((LineTrouble.date, WebTime.text(now + skew)))
        case .renamedField(let name, let newName):
            replaceFirst("\"\(name)\":", with: "\"\(newName)\":", in: &response.body)
        case .retypedField(let name):
            let damage = "\"\(name)\":{\"is\":7},\"was\":"
            replaceFirst("\"\(name)\":", with: damage, in: &response.body)
        case .status, .page, .expiredToken, .expiredPageTokens, .changedUpload:
            break
        }
    }

    private static func replaceFirst(_ old: String, with new: String, in text: inout String) {
        guard let range = text.firstRange(of: old) else { return }
        text.replaceSubrange(range, with: new)
    }
}
