/// What a piece of the screen means; the theme decides how that looks.
package enum ThemeRole: String, CaseIterable, Hashable, Sendable {
    /// Ordinary text.
    case text
    /// Secondary text: times, counts, hints.
    case muted
    /// What the eye should find first.
    case accent
    /// Names of panes and boxes.
    case title
    /// Lines between panes and around boxes.
    case border
    /// The border of the pane that has the keyboard.
    case focus
    /// Past its time limit.
    case late
    /// Close to its time limit.
    case soon
    /// Far from its time limit.
    case calm
    /// Done, healthy, sent.
    case ok
    /// Worth a look before going on.
    case warning
    /// Refused or failed.
    case error
    /// Something to know.
    case info
    /// The selected row's telling cells, or its whole bar.
    case selection
    /// The mark in the gutter beside the selected row.
    case gutter
    /// Rows marked for an action on several.
    case marked
    /// Text that matches a search.
    case match
    /// Small labels: language, channel, state.
    case badge
    /// A key in a hint.
    case key
    /// A hint whose key does nothing just now.
    case disabled
    /// The line at the top or bottom that tells the state.
    case status
    /// Text fields.
    case input
    /// Text that is offered but not yet there.
    case ghost
    /// Words of the buyer.
    case buyer
    /// Words of our own people.
    case agent
    /// Notes that never leave the house.
    case note
    /// Text quoted from an earlier message.
    case quote
    /// Addresses and links.
    case link
    /// A marked range that blocks sending.
    case markBlock
    /// A marked range that warns.
    case markWarn
    /// A marked range that informs.
    case markInfo
    /// Boxes above the panes.
    case popup
}
