import MailKit
import Testing

struct HTMLTextTests {
    @Test(arguments: [
        ("a<br>b<br/>c", "a\nb\nc"), ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<div>a</div><div>b</div>", "a\nb"), ("  a \n  b\t c ", "a b c"),
        ("&lt;b&gt; &amp;amp; &eacute;&#233;&#xE9; &euro;&nbsp;5", "<b> &amp; ééé € 5"),
        ("&#128;&#x93;x&#x94;", "€“x”"),
        ("&unknown; &copy=1 &#xFFFFFFFF; &", "&unknown; &copy=1 \u{FFFD} &"),
        ("<style>p{}</style><script>if (a<b) x</script>text", "text"),
        ("a<!-- <b>no</b> -->b", "ab"), ("a<!DOCTYPE html>b", "ab"),
        ("<ul><li>one<li>two</ul>end", "- one\n- two\n\nend"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<pre>a\n  b</pre>", "a\n  b"), ("<a href='x>y'>link</a>", "link"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"), ("<b", "<b"), ("a<", "a<"),
        ("<a title=\"never closed>text", "text"), ("尺码 <b>大</b>", "尺码 大"),
        ("x\u{1B}[2Jy&#27;z&#0;", "x[2Jyz"), ("<title>t</title>a<script>never closed", "a"),
        ("a<p>b</p>\n<p></p><p></p><p>c</p>", "a\n\nb\n\nc"),
    ])
    func converts(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test(
        arguments: [
            (
                "<p>Hi</p><pre style=\"white-space: pre-wrap; white-space: -moz-pre-wrap; white-space: -pre-wrap; white-space: -o-pre-wrap; word-wrap: break-word;\">\nWo ist\n  mein Paket?<br>Danke &amp; Gru&szlig;\n</pre><p>Bye</p>",
                "Wo ist\n  mein Paket?\nDanke & Gruß"
            ),
            ("<PRE STYLE='WHITE-SPACE:-O-PRE-WRAP'></PRE>", ""),
            ("<pre style=\"white-space: -o-pre-wrap\">a</pre><pre>other</pre>", "a"),
            ("<pre style=\"white-space: -o-pre-wrap\">a<b>b</b>", "ab"),
        ] as [(String, String)])
    func findsTheBuyersBlock(html: String, text: String) {
        #expect(HTMLText.preBlock(in: html) == text)
    }

    @Test(arguments: [
        "<pre>plain</pre>", "no markup", "",
        "<pre style='white-space: -o-pre-wrap'>a</pre><pre style='white-space: -o-pre-wrap'>b</pre>",
    ])
    func refusesToGuess(html: String) {
        #expect(HTMLText.preBlock(in: html) == nil)
    }

    /// Shapes on which a careless search starts over for each character. A quadratic reader would
    /// need minutes for any of them.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<", "<a", "<!--", "<a b=\"", "<a b='", "&#", "<pre style='", "</", "<script>", "<p>",
        ])
    func staysLinear(piece: String) {
        let html = String(repeating: piece, count: 200_000)
        #expect(HTMLText.plain(html).utf8.count <= html.utf8.count)
        #expect(HTMLText.plain(html + ">").utf8.count <= html.utf8.count + 1)
        _ = HTMLText.preBlock(in: html)
    }
}
