/// What terminals send for keys, mouse, focus, pastes and replies, one of each kind.
package enum InputSequences {
  /// The sequences, each begun by ESC except characters of more than one byte.
  package static let all: [String] = keys + reports + replies + strings + pastes + characters

  /// Keys in the forms of xterm, VT100, VT220, rxvt and the Linux console.
  package static let keys =
    [
      "[A", "[B", "[C", "[D", "[H", "[F", "[Z", "OA", "OB", "OC", "OD", "OH", "OF", "OP", "OM",
      "Ok",
    ]
    .map { "\u{1B}" + $0 }
    + [
      "[1~", "[2~", "[3~", "[5~", "[6~", "[11~", "[24~", "[21;5~", "[1;5C", "[1;3D", "[1;2P", "[[A",
    ]
    .map { "\u{1B}" + $0 }

  /// Mouse, focus, and keys in the forms of kitty and of `modifyOtherKeys`.
  private static let reports = [
    "[<0;10;20M", "[<65;12;5M", "[<0;10;20m", "[M !!", "[32;12;5M", "[I", "[O", "[97;5u",
    "[27;5;9~", "[57358;129:3u",
  ].map { "\u{1B}" + $0 }

  /// Cursor position, device attributes, status, modes.
  private static let replies = [
    "[24;80R", "[?1;2R", "[?64;1;2c", "[>41;354;0c", "[=1c", "[0n", "[8;24;80t", "[?2004;1$y",
    "[?1;2;3:4:5 q", "[999~",
  ].map { "\u{1B}" + $0 }

  /// OSC, DCS and APC.
  private static let strings = [
    "]11;rgb:0000/0000/0000\u{7}", "]11;rgb:0/0/0\u{1B}\\", "]lwindow:quit\r\u{7}",
    "P1$r0m\u{1B}\\", "P>|XTerm(354)\u{1B}\\", "P1+r536d=41\u{1B}\\", "_Gi=1;OK\u{1B}\\",
  ].map { "\u{1B}" + $0 }

  /// Bracketed pastes.
  private static let pastes = [
    "[200~har\u{1B}[201~", "[200~q\rq\u{1B}[201~", "[200~h\u{1B}[A\u{1B}[201~",
  ].map { "\u{1B}" + $0 }

  /// Characters of two, three and four bytes, and one of two scalars.
  private static let characters = ["é", "漢", "😀", "e\u{301}"]
}
