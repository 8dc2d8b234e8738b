import CoreClient
package import HelpDesk
package import Wire

/// What the panes of reports and of quality ask the core.
package enum ReportCall: Hashable, Sendable {
    case run(ReportRequest)
    case open(ReportRequest, FigureKind, [String])
    case samples
    case score(Int64, QualityMarks, note: String)
    /// Draws the answers of a week to be judged, named by any of its days.
    case draw(day: String)

    /// Whether the core writes something down for it; a snapshot only looks.
    var changesSomething: Bool {
        switch self {
        case .run, .open, .samples: false
        case .score, .draw: true
        }
    }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .run(let request): try connection.send(RunReport(request: request))
        case .open(let request, let figure, let keys):
            try connection.send(OpenFigure(request: request, figure: figure, keys: keys))
        case .samples: try connection.send(ListQualitySamples())
        case .score(let sample, let marks, let note):
            try connection.send(ScoreQualitySample(sample: sample, marks: marks, note: note))
        case .draw(let day): try connection.send(DrawQualitySample(day: day))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> ReportAnswer {
        switch self {
        case .run: .report(try Incoming.decode(line, for: RunReport.self).report)
        case .open: .rows(try Incoming.decode(line, for: OpenFigure.self))
        case .samples: .samples(try Incoming.decode(line, for: ListQualitySamples.self).samples)
        case .score: .scored
        case .draw: .drawn(try Incoming.decode(line, for: DrawQualitySample.self))
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> ReportAnswer {
        switch self {
        case .run(let request): .report(try session.call(RunReport(request: request)).report)
        case .open(let request, let figure, let keys):
            .rows(try session.call(OpenFigure(request: request, figure: figure, keys: keys)))
        case .samples: .samples(try session.call(ListQualitySamples()).samples)
        case .score, .draw: throw DeskError(.unknownMethod)
        }
    }
}

/// What the core answers to those.
package enum ReportAnswer: Hashable, Sendable {
    case report(ReportView)
    case rows(OpenFigure.Reply)
    case samples([QualitySampleView])
    case scored
    case drawn(DrawQualitySample.Reply)
}
