/// Each row gets a column of its own at the least sum of costs: the Hungarian method with shortest
/// augmenting paths. Whole numbers and the order of rows and columns make it repeatable.
package enum CheapestMatching {
    private static let far = Int64.max / 4

    /// The column of each row. `costs` has at least as many columns as rows. Nil when more than
    /// `budget` cells had to be looked at.
    package static func solve(_ costs: [[Int64]], budget: Int) -> [Int]? {
        guard let width = costs.first?.count else { return [] }
        precondition(width >= costs.count, "The caller adds a spare column for each row.")
        var search = Search(costs: costs, width: width, budget: budget)
        for row in 1...costs.count {
            guard search.place(row) else { return nil }
        }
        return search.columns
    }

    /// Rows and columns count from 1; column 0 stands for the row that is being placed.
    private struct Search {
        let costs: [[Int64]]
        let width: Int
        var budget: Int
        var rowPrice: [Int64]
        var columnPrice: [Int64]
        /// The row that has a column; 0 for none.
        var owner: [Int]
        var way: [Int]

        init(costs: [[Int64]], width: Int, budget: Int) {
            self.costs = costs
            self.width = width
            self.budget = budget
            rowPrice = Array(repeating: 0, count: costs.count + 1)
            columnPrice = Array(repeating: 0, count: width + 1)
            owner = Array(repeating: 0, count: width + 1)
            way = Array(repeating: 0, count: width + 1)
        }

        var columns: [Int] {
            var columns = Array(repeating: 0, count: costs.count)
            for column in 1...width where owner[column] > 0 {
                columns[owner[column] - 1] = column - 1
            }
            return columns
        }

        mutating func place(_ row: Int) -> Bool {
            owner[0] = row
            var column = 0
            var least = Array(repeating: far, count: width + 1)
            var isDone = Array(repeating: false, count: width + 1)
            repeat {
                budget -= width
                guard budget >= 0 else { return false }
                isDone[column] = true
                column = step(from: column, &least, &isDone)
            } while owner[column] != 0
            while column != 0 {
                let previous = way[column]
                owner[column] = owner[previous]
                column = previous
            }
            return true
        }

        /// Grows the tree of cheapest paths by one column and moves the prices along.
        private mutating func step(
            from column: Int, _ least: inout [Int64], _ isDone: inout [Bool]
        ) -> Int {
            let row = owner[column]
            var (delta, next) = (far, 0)
            for other in 1...width where !isDone[other] {
                let price = costs[row - 1][other - 1] - rowPrice[row] - columnPrice[other]
                if price < least[other] {
                    least[other] = price
                    way[other] = column
                }
                if least[other] < delta { (delta, next) = (least[other], other) }
            }
            for other in 0...width {
                if isDone[other] {
                    rowPrice[owner[other]] += delta
                    columnPrice[other] -= delta
                } else {
                    least[other] -= delta
                }
            }
            return next
        }
    }
}
