import MailKit
import Testing

struct DeliveryReportTests {
    private func report(action: String, status: String) -> ParsedMail {
        ParsedMail(
            parsing: mail(
                """
                From: Mail Delivery System <mailer-daemon@mx.example>
                Auto-Submitted: auto-replied
                Subject: Mail delivery failed
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                It failed.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Action: \(action)
                Final-Recipient: rfc822;buyer@marketplace.example
                Status: \(status)
                Remote-MTA: dns; in.example
                Diagnostic-Code: smtp; 550 5.1.1 the person
                 has moved
                --b
                Content-Type: message/rfc822

                From: desk@shop.example
                Message-ID: <out-1@shop.example>
                Subject: Re: size

                hello
                --b--
                """))
    }

    @Test func readsAFailure() throws {
        let parsed = report(action: "failed", status: "5.1.1")
        let found = try #require(parsed.report)
        #expect(found.originalMessageID == "out-1@shop.example")
        #expect(found.originalHeaders?["subject"] == "Re: size")
        #expect(
            found.recipients == [
                DeliveryReport.Recipient(
                    finalRecipient: "buyer@marketplace.example", action: .failed, status: "5.1.1",
                    diagnostic: "550 5.1.1 the person has moved")
            ])
        #expect(found.isPermanentFailure)
        #expect(parsed.text == "It failed.")
        #expect(parsed.attachments.isEmpty)
        #expect(parsed.isAutomatic)
    }

    @Test func tellsDelayFromFailure() throws {
        let found = try #require(report(action: "delayed", status: "4.4.1 (later)").report)
        #expect(found.recipients.first?.action == .delayed)
        #expect(found.recipients.first?.status == "4.4.1")
        #expect(!found.isPermanentFailure)
    }
}
