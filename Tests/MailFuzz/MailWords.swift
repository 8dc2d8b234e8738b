/// Words that readers of mail stumble over.
enum MailWords {
    static let charsets = [
        "utf-8", "UTF8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "iso-2022-jp",
        "shift_jis", "cp932", "euc-jp", "gb18030", "gb2312", "big5", "utf-16", "utf-16le", "utf-7",
        "koi8-r", "euc-kr", "x-unknown", "", "\"", "utf-8'en", "ISO-2022-CN-EXT", "utf-32",
        String(repeating: "x", count: 300),
    ]

    static let encodings = [
        "7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode", "base64 ", "BASE64",
        "quoted-printable; x", "gzip", "",
    ]

    static let types = [
        "text/plain", "text/html", "multipart/mixed", "multipart/alternative; boundary=b",
        "multipart/related; boundary=\"", "message/rfc822", "message/delivery-status",
        "multipart/report; report-type=delivery-status; boundary=\"--\"", "application/ms-tnef",
        "application/octet-stream", "text/plain; format=flowed; delsp=yes", "text", "/", "image/",
        "multipart/mixed; boundary=\(String(repeating: "b", count: 200))", "text/plain;;;=;",
        "message/partial; number=1; total=2; id=x", "message/external-body; access-type=local-file",
    ]

    static let headers = [
        "Content-Disposition: attachment; filename*0*=utf-8''%e2%80%ae; filename*1*=%00..%2f",
        "Content-Disposition: attachment; filename=\"..\\..\\a\u{202E}fdp.exe\"",
        "Content-Disposition: inline; filename==?utf-8?B?4oCuLi4vLi4vYQ==?=",
        "Content-Type: text/plain; charset*0=utf; charset*1=-8; name*=x'y'%41",
        "From: =?utf-8?Q?a=0D=0AX:_b?= <a+b@marketplace.amazon.de>",
        "From: \"a\" <\"b@c\"@marketplace.amazon.de>, <x@[127.0.0.1]>; undisclosed:;",
        "Reply-To: <r4nd0mlocal+a-b@marketplace.amazon.com.>",
        "Subject: =?utf-8?B?4oCu4oCu?= =?x?q?=?= =?utf-8?Q?=E2?= =?utf-8?Q?=80=AE?=",
        "Date: Thu, 31 Feb 99999 25:61:61 +9999", "Date: =?utf-8?Q?x?=", "Date: 1",
        "X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT",
        "X-Space-Notification-Type: BBC_MESSAGE_CONFIRMATION_TO_MERCHANT",
        "X-Space-Notification-Type: RETURN_REQUEST", "X-Marketplace-ID: A1PA6795UKMFR9",
        "Authentication-Results: x; dkim=pass; dkim=fail; spf=fail (x", "Return-Path: <>",
        "Content-Type: multipart/mixed; boundary=b", "Auto-Submitted: auto-replied",
        "Message-ID: <<>>", "References: " + String(repeating: "<a@b> ", count: 80),
    ]

    static let texts = [
        "------------- Message:  -------------", "------------- End message -------------",
        "------------- Ende der Nachricht -------------", "# 305-7683573-2694036:",
        "1 / Title [ASIN: B012345678]", "[commMgrTok:AAAAAAAAAAAAAAAAAAAA]",
        "https://sellercentral.amazon.de/messaging/no-response-needed?t=A1&m=A2&mp=A1PA6795UKMFR9",
        "<pre style=\"white-space: -o-pre-wrap\">", "</pre>", "<pre", "&#x202e;&#0;&#x110000;&nbsp",
        "<!--", "<![CDATA[", "<script>", "<td><tr><table><table><table>",
        "begin 644 a\n#0V%T\n`\nend",
        "=\u{D}\n=3D=\n=ZZ=", "\u{1B}[2J\u{1B}]0;x\u{7}", "\u{1B}$B\u{1B}(I\u{1B}(B", "--b",
        "--b--",
        "--", "\u{0}\u{0}", "\u{9B}31m", "\u{202E}\u{2066}", "> \n>> \n>>> ",
        String(repeating: "=?utf-8?Q?a?= ", count: 40), String(repeating: "&lt;", count: 100),
        String(repeating: "-", count: 3000), String(repeating: "\u{E9}\u{301}", count: 200),
    ]
}
