import CasebookCanvas
import CasebookTerminal
import CasebookText
import Glibc

// A program for tests of the terminal: it shows what it is told, and goes down as asked.
//
// Arguments: `--one-screen` stays on the first screen, `--unguarded` goes without the guardian.

Terminal.settleDescriptors()
var options = TerminalOptions()
options.alternateScreen = !CommandLine.arguments.contains("--one-screen")
options.guardian = !CommandLine.arguments.contains("--unguarded")
do {
  let terminal = try Terminal.open(options)
  var probe = Probe(terminal: terminal)
  probe.run()
} catch {
  var message = "probe: \(error)\n"
  message.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
  exit(3)
}
