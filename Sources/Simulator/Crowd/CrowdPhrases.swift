import TOMLKit

/// Why a pretend buyer writes.
package enum CrowdSituation: String, Hashable, Sendable, CaseIterable {
    case late, damaged, wrong, returning = "return", invoice, usage, cancel, address
    case presale = "pre-sale"
    /// Written when nobody answered.
    case reminder
    /// Written after an answer.
    case thanks, complaint, question
}

/// What pretend buyers write, by language and situation.
package struct CrowdPhrases: Sendable {
    private var texts: [String: [CrowdSituation: [String]]]

    /// Reads one TOML file per language: lists of texts under the names of situations.
    package static func load(from folder: String) throws(SampleWorldError) -> CrowdPhrases {
        var texts: [String: [CrowdSituation: [String]]] = [:]
        for name in try SampleFile.names(in: folder, ending: ".toml") {
            let path = folder + "/" + name
            texts[String(name.dropLast(".toml".count))] = try read(path)
        }
        return CrowdPhrases(texts: texts)
    }

    /// The texts of a situation; English ones where the language has none.
    func variants(_ situation: CrowdSituation, in language: String) -> [String] {
        texts[language]?[situation] ?? texts["en"]?[situation] ?? []
    }

    /// Languages that have texts, in order.
    package var languages: [String] { texts.keys.sorted() }

    private static func read(_ path: String) throws(SampleWorldError)
        -> [CrowdSituation: [String]]
    {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: try SampleFile.text(path))
        } catch let error as SampleWorldError {
            throw error
        } catch {
            throw SampleWorldError(file: path, detail: String(describing: error))
        }
        var texts: [CrowdSituation: [String]] = [:]
        for situation in CrowdSituation.allCases {
            guard let list = table[situation.rawValue]?.array?.compactMap(\.string), !list.isEmpty
            else {
                throw SampleWorldError(file: path, detail: "has no \(situation.rawValue)")
            }
            texts[situation] = list
        }
        return texts
    }
}
