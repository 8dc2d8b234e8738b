import Testing

/// Tests of the real programs in a real terminal multiplexer. One at a time: each starts a core, a
/// terminal server and one workstation or more.
@Suite(.serialized, .timeLimit(.minutes(4)))
enum TerminalScenarios {}
