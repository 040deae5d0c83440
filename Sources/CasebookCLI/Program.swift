/// The program.
public enum Program {
  /// Runs what the command line asks for.
  public static func main() {}
}
