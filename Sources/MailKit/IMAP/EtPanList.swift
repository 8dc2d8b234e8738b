import CEtPan

/// libetpan's linked list as a sequence of its content pointers.
struct EtPanList: Sequence, IteratorProtocol {
    private var cell: UnsafeMutablePointer<clistcell>?

    init(_ list: UnsafeMutablePointer<clist>?) {
        cell = list?.pointee.first
    }

    mutating func next() -> UnsafeMutableRawPointer? {
        while let current = cell {
            cell = current.pointee.next
            if let content = current.pointee.data { return content }
        }
        return nil
    }
}
