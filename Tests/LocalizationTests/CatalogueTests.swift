import Testing

@testable import Localization

struct CatalogueTests {
    @Test func readsKeysAndTexts() throws {
        var catalogue = Catalogue()
        try catalogue.add("# words\n\na.b = 你好 {name}\n", file: "x.txt")
        #expect(catalogue.texts == ["a.b": "你好 {name}"])
    }

    @Test(arguments: [
        ("a.b", 1, Catalogue.LineError.Problem.noEqualsSign),
        ("\n= text", 2, .emptyKey),
        ("a =  ", 1, .emptyText),
        ("a = x\na = y", 2, .duplicateKey),
        ("a = {x", 1, .unclosedArgument),
    ])
    func namesFileAndLineOfABadLine(
        _ text: String, _ line: Int, _ problem: Catalogue.LineError.Problem
    ) {
        var catalogue = Catalogue()
        #expect(throws: Catalogue.LineError(file: "x.txt", line: line, problem: problem)) {
            try catalogue.add(text, file: "x.txt")
        }
    }

    @Test func everyEmbeddedFileIsWellFormed() throws {
        var catalogue = Catalogue()
        for file in Catalogue.simplifiedChineseFiles {
            try catalogue.add(String(decoding: file.bytes, as: UTF8.self), file: file.name)
        }
        #expect(catalogue.texts.count > 200)
    }

    @Test func fallsBackToEnglish() {
        let words = Words(.simplifiedChinese, catalogue: Catalogue())
        #expect(words(Phrase("no.such", "Hello {name}", ["name": "李"])) == "Hello 李")
    }

    @Test func fillsArgumentsOnceAndKeepsUnknownOnes() {
        let phrase = Phrase("x", "{a} and {b} and {c", ["a": "{b}", "b": "2"])
        #expect(phrase.filled(phrase.english) == "{b} and 2 and {c")
    }
}

struct InterfaceLanguageTests {
    @Test(arguments: [
        (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], InterfaceLanguage.simplifiedChinese),
        (["LC_ALL": "", "LC_MESSAGES": "zh_SG", "LANG": "de_DE"], .simplifiedChinese),
        (["LANG": "de_DE.UTF-8"], .english), ([:], .english), (["LANG": "C"], .english),
    ])
    func followsTheLocale(_ environment: [String: String], _ expected: InterfaceLanguage) {
        #expect(InterfaceLanguage.choose(environment: environment) == expected)
    }
}
