extension Case {
  /// A number that changes when anything the case says changes: FNV-1a over its compact JSON.
  ///
  /// It tells a later text from an earlier one; it guards against no forger.
  public var fingerprint: UInt64 {
    var writer = JSONWriter()
    writer.value(tree())
    return writer.take().reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }
}
