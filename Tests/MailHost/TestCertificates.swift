/// A root of our own and a certificate for `localhost` that it signed, made anew for each run.
struct TestCertificates {
    let root: String
    let certificate: String
    let key: String

    init(in folder: String, account: ServiceAccount) throws {
        root = "\(folder)/root.pem"
        certificate = "\(folder)/server.pem"
        key = "\(folder)/server.key"
        let log = "\(folder)/openssl.log"
        let rootKey = "\(folder)/root.key"
        let request = "\(folder)/server.csr"
        let extensions = "\(folder)/server.ext"
        try account.write(
            "subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n", to: extensions)
        let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        try runToEnd(
            ["/usr/bin/openssl", "req", "-x509", "-days", "2", "-subj", "/CN=Test root"] + curve
                + ["-keyout", rootKey, "-out", root], log: log)
        try runToEnd(
            ["/usr/bin/openssl", "req", "-subj", "/CN=localhost"] + curve
                + ["-keyout", key, "-out", request], log: log)
        try runToEnd(
            [
                "/usr/bin/openssl", "x509", "-req", "-days", "2", "-in", request, "-CA", root,
                "-CAkey", rootKey, "-CAcreateserial", "-extfile", extensions, "-out", certificate,
            ], log: log)
        for path in [root, certificate, key] { try account.own(path) }
    }
}
