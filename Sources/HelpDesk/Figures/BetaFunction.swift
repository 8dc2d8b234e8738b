import Glibc

/// The regularised incomplete beta function and its inverse, from which exact intervals follow.
enum BetaFunction {
    /// I_x(a, b) for positive `a` and `b`, by the continued fraction of Abramowitz and Stegun 26.5.8
    /// as Lentz evaluates it.
    static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        var sign: Int32 = 0
        let logBeta = lgamma_r(a, &sign) + lgamma_r(b, &sign) - lgamma_r(a + b, &sign)
        let front = exp(a * log(x) + b * log1p(-x) - logBeta)
        // The fraction converges quickly only below the mean; above it the mirrored one does.
        if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
        return 1 - front * fraction(1 - x, b, a) / b
    }

    /// The x at which I_x(a, b) is `share`, by halving: always converges, exact to the last bits.
    static func inverse(_ share: Double, _ a: Double, _ b: Double) -> Double {
        var low = 0.0
        var high = 1.0
        while true {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { return middle }
            if regularised(middle, a, b) < share { low = middle } else { high = middle }
        }
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var result = d
        for step in 1...500 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var change = 1.0
            for term in [even, odd] {
                d = 1 + term * d
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = 1 + term / c
                if abs(c) < tiny { c = tiny }
                change = c * d
                result *= change
            }
            if abs(change - 1) < 1e-15 { break }
        }
        return result
    }
}
