extension RGB {
  /// The levels of each part in the 6x6x6 cube of the 256 colours, indices 16 to 231.
  static let cubeLevels: [UInt8] = [0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]

  /// The colour of an index from 16 to 255: the cube, then 24 steps of grey.
  public init?(indexed index: UInt8) {
    switch index {
    case 16...231:
      let place = Int(index) - 16
      let levels = Self.cubeLevels
      self.init(levels[place / 36], levels[place / 6 % 6], levels[place % 6])
    case 232...255:
      let grey = 8 + (index - 232) * 10
      self.init(grey, grey, grey)
    default: return nil
    }
  }

  /// The index from 16 to 255 whose colour is nearest; of equals, the one of the cube.
  public var nearestIndex: UInt8 {
    let cube = 16 + 36 * Self.level(red) + 6 * Self.level(green) + Self.level(blue)
    let average = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = 232 + max(0, min(23, (average - 3) / 10))
    let nearest = [cube, grey].min { distance(to: $0) < distance(to: $1) }
    return UInt8(nearest ?? cube)
  }

  private static func level(_ part: UInt8) -> Int {
    let distances = cubeLevels.map { abs(Int($0) - Int(part)) }
    return distances.indices.min { distances[$0] < distances[$1] } ?? 0
  }

  private func distance(to index: Int) -> Int {
    guard let other = UInt8(exactly: index).flatMap(RGB.init(indexed:)) else { return .max }
    let parts = [(red, other.red), (green, other.green), (blue, other.blue)]
    return parts.reduce(0) { sum, pair in
      let difference = Int(pair.0) - Int(pair.1)
      return sum + difference * difference
    }
  }
}
