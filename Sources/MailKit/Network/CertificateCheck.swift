import CEtPan
import Glibc

/// Checks a server's certificate chain. libetpan encrypts but believes any certificate, so every
/// TLS stream passes here before a name or password goes over it.
enum CertificateCheck {
    /// Nil when the chain leads to a trusted root, is valid now, and names the host; else why not.
    static func objection(to stream: UnsafeMutablePointer<mailstream>, of server: MailServer)
        -> String?
    {
        guard let chain = mailstream_get_certificate_chain(stream) else {
            return "no certificate was shown"
        }
        defer { mailstream_certificate_chain_free(chain) }
        var certificates = imported(chain)
        defer { certificates.forEach { gnutls_x509_crt_deinit($0) } }
        guard !certificates.isEmpty else { return "no certificate was shown" }
        var list: gnutls_x509_trust_list_t?
        guard gnutls_x509_trust_list_init(&list, 0) == 0, let list else { return "out of memory" }
        defer { gnutls_x509_trust_list_deinit(list, 1) }
        let roots =
            switch server.trust {
            case .system: gnutls_x509_trust_list_add_system_trust(list, 0, 0)
            case .file(let path):
                gnutls_x509_trust_list_add_trust_file(list, path, nil, GNUTLS_X509_FMT_PEM, 0, 0)
            }
        guard roots > 0 else { return "no trusted roots were found" }
        return verify(&certificates, against: list, host: server.host)
    }

    private static func imported(_ chain: UnsafeMutablePointer<carray>) -> [gnutls_x509_crt_t?] {
        (0..<Int(chain.pointee.len)).prefix(16).compactMap { index in
            guard let entry = chain.pointee.array?[index] else { return nil }
            let bytes = entry.assumingMemoryBound(to: MMAPString.self).pointee
            guard let start = bytes.str else { return nil }
            var certificate: gnutls_x509_crt_t?
            guard gnutls_x509_crt_init(&certificate) == 0, let certificate else { return nil }
            var datum = gnutls_datum_t(
                data: UnsafeMutableRawPointer(start).assumingMemoryBound(to: UInt8.self),
                size: UInt32(bytes.len))
            guard gnutls_x509_crt_import(certificate, &datum, GNUTLS_X509_FMT_DER) == 0 else {
                gnutls_x509_crt_deinit(certificate)
                return nil
            }
            return certificate
        }
    }

    private static func verify(
        _ certificates: inout [gnutls_x509_crt_t?], against list: gnutls_x509_trust_list_t,
        host: String
    ) -> String? {
        var status: UInt32 = 0
        let count = UInt32(certificates.count)
        let result = withPurpose(host) { data in
            gnutls_x509_trust_list_verify_crt2(
                list, &certificates, count, data.baseAddress, UInt32(data.count), 0, &status, nil)
        }
        guard result == 0 else { return "the certificate could not be checked" }
        guard status != 0 else { return nil }
        return words(for: status)
    }

    /// What must be true besides the chain: the host's name, and that it may serve TLS.
    private static func withPurpose<Result>(
        _ host: String, _ body: (UnsafeMutableBufferPointer<gnutls_typed_vdata_st>) -> Result
    ) -> Result {
        var host = Array(host.utf8) + [0]
        var purpose = Array("1.3.6.1.5.5.7.3.1".utf8) + [0]
        return host.withUnsafeMutableBufferPointer { host in
            purpose.withUnsafeMutableBufferPointer { purpose in
                var data = [
                    gnutls_typed_vdata_st(
                        type: GNUTLS_DT_DNS_HOSTNAME, data: host.baseAddress, size: 0),
                    gnutls_typed_vdata_st(
                        type: GNUTLS_DT_KEY_PURPOSE_OID, data: purpose.baseAddress, size: 0),
                ]
                return data.withUnsafeMutableBufferPointer { body($0) }
            }
        }
    }

    private static func words(for status: UInt32) -> String {
        func has(_ flag: gnutls_certificate_status_t) -> Bool { status & flag.rawValue != 0 }
        if has(GNUTLS_CERT_UNEXPECTED_OWNER) { return "the certificate is for another host" }
        if has(GNUTLS_CERT_EXPIRED) { return "the certificate has expired" }
        if has(GNUTLS_CERT_NOT_ACTIVATED) { return "the certificate is not valid yet" }
        if has(GNUTLS_CERT_REVOKED) { return "the certificate was revoked" }
        if has(GNUTLS_CERT_SIGNER_NOT_FOUND) { return "nobody we trust signed the certificate" }
        return "the certificate is not valid"
    }
}
