import Crypto
import Foundation
import HelpDesk

/// The key that seals raw mails and attachments where they lie: AES-256-GCM, a fresh nonce each.
package struct ContentKey: Sendable {
    private let key: SymmetricKey

    /// Needs 32 bytes; nil for any other count.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    private init(derivedFrom text: String) {
        key = SymmetricKey(data: SHA256.hash(data: Array(text.utf8)))
    }

    /// A keyed digest of a text so short that a plain one could be guessed word by word. `label`
    /// binds it to its place: the same text has another digest elsewhere.
    func digest(_ text: String, label: String) -> String {
        let digestKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array("digest".utf8), outputByteCount: 32)
        return HexText.of(
            HMAC<SHA256>.authenticationCode(
                for: Array("\(label)\u{0}\(text)".utf8), using: digestKey))
    }

    /// A fixed key that protects nothing, for databases in memory.
    package static let forTests = ContentKey(derivedFrom: "a key that everybody knows")

    /// Nonce, ciphertext and tag. `label` must be given again to open: it binds the bytes to their
    /// place, so that two sealed contents cannot be exchanged.
    func seal(_ bytes: [UInt8], label: String) throws -> Data {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: Array(label.utf8))
        guard let combined = box.combined else {
            throw DeskError(.internalError, detail: "The cipher gave no combined form.")
        }
        return combined
    }

    /// Throws when the bytes were sealed with another key or label, or have changed.
    func open(_ sealed: [UInt8], label: String) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return [UInt8](try AES.GCM.open(box, using: key, authenticating: Array(label.utf8)))
        } catch {
            throw DeskError(.internalError, detail: "Sealed content does not open with this key.")
        }
    }
}
