import CasebookCanvas
import Glibc

/// How eyes with fewer kinds of cones see, by the matrices of Machado, Oliveira and Fernandes
/// (2009) for full strength.
enum ColourVision: CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The linear parts of a colour as it is seen.
  func seen(_ colour: RGB) -> [Double] {
    let parts = [colour.red, colour.green, colour.blue].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return matrix.map { row in
      max(0, min(1, zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 }))
    }
  }
}

/// The distance of two colours in CIE L*a*b* (1976); some 2 is just seen side by side.
func perceivedDistance(_ one: [Double], _ other: [Double]) -> Double {
  let parts = zip(lab(one), lab(other)).map { ($0 - $1) * ($0 - $1) }
  return parts.reduce(0, +).squareRoot()
}

private func lab(_ linear: [Double]) -> [Double] {
  let rows = [
    [0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505],
  ]
  let white = [0.95047, 1, 1.08883]
  let scaled = zip(rows, white).map { row, white in
    let value = zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 } / white
    return value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
  }
  return [
    116 * scaled[1] - 16, 500 * (scaled[0] - scaled[1]), 200 * (scaled[1] - scaled[2]),
  ]
}
