import CasebookCanvas
import CasebookTerminal
import CasebookText
import Glibc

/// Shows the last event, and does what keys ask.
struct Probe {
  let terminal: Terminal
  private var count = 0
  private var last = "nothing"
  private var counter = 0
  private var isDone = false
  private var isFull = false

  init(terminal: Terminal) {
    self.terminal = terminal
  }

  mutating func run() {
    while !isDone {
      terminal.present(page(), theme: .terminal)
      let event = terminal.nextEvent()
      guard case .keys(let keys) = event else {
        take(event)
        continue
      }
      for key in keys where !isDone { take(.keys([key])) }
    }
  }

  // MARK: - Events

  private mutating func take(_ event: TerminalEvent) {
    // A key that changes nothing, to be drawn again.
    if event == .keys([.character("s")]) { return }
    count += 1
    last = EventText.text(of: event)
    switch event {
    case .keys([.control("c")]): end()
    case .keys(let keys):
      if case .character(let character)? = keys.first { obey(character) }
    case .terminate(let signal):
      terminal.close()
      Terminal.die(bySignal: signal)
    case .gone: end()
    default: break
    }
  }

  private mutating func end() {
    terminal.close()
    isDone = true
  }

  private mutating func obey(_ key: Character) {
    switch key {
    case "q": end()
    case "x": exit(4)
    case "r": counter += 1
    case "d": terminal.redraw()
    case "b": isFull.toggle()
    case "e": write("message \u{1B}[31m\n")
    case "E": write(String(repeating: "é漢🙂|\n", count: 300))
    case "L": write(String(repeating: "0123456789", count: 20_000))
    case "c": last = "\(terminal.runChild(["sh", "-c", "echo child; read line; exit 5"]))"
    case "w": wake()
    default: Failure(key: key)?.happen()
    }
  }

  /// Waits until another thread wakes this one.
  private mutating func wake() {
    guard let wakeUp = try? WakeUp() else { return }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(wakeUp)
    pthread_create(
      &thread, nil,
      { box in
        box.map { Unmanaged<WakeUp>.fromOpaque($0).takeRetainedValue().signal() }
        return nil
      }, box.toOpaque())
    let event = terminal.nextEvent(watching: [wakeUp.descriptor])
    pthread_join(thread, nil)
    wakeUp.clear()
    let after = terminal.nextEvent(timeout: .zero, watching: [wakeUp.descriptor])
    last = "woken \(event == .ready(wakeUp.descriptor)), then \(after)"
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }

  // MARK: - Page

  /// Scripts whose columns must stay aligned: wide, combining, right to left, newer than glibc.
  private static let samples = ["abc|", "漢字|", "e\u{301}a\u{323}|", "שלום|", "🫩|", "❤\u{FE0F}|"]

  private func page() -> Canvas {
    let glyphs = terminal.capabilities.isUTF8 ? GlyphSet.unicode : .ascii
    var canvas = Canvas(size: terminal.size, glyphs: glyphs)
    if isFull {
      for row in 0..<canvas.size.rows {
        draw(String(repeating: "#", count: 999), row: row, .selected, on: &canvas)
      }
      return canvas
    }
    let size = "size \(terminal.size.columns)x\(terminal.size.rows)"
    let depth = "\(terminal.capabilities.colours)"
    draw("probe \(size) \(depth)", row: 0, .heading, on: &canvas)
    draw("\(count): \(last)", row: 1, .normal, on: &canvas)
    draw("counter \(counter)", row: 2, .accent, on: &canvas)
    for (row, sample) in Self.samples.enumerated() {
      draw(sample, row: row + 4, .normal, on: &canvas)
    }
    canvas.cursor = Point(column: 3, row: 2)
    return canvas
  }

  private func draw(_ text: String, row: Int, _ role: StyleRole, on canvas: inout Canvas) {
    _ = canvas.draw(Gate.shown(text), role, at: Point(column: 0, row: row))
  }
}
