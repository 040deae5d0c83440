#!/usr/bin/env python3
"""Writes the page of sessions anew from the recorded ones: `sessions_page.py > Sessions.md`, in
the folder of the package."""
import re

SESSIONS = [
    ("Find a case", "find-a-case", "find-a-case"),
    ("Follow its time", "follow-its-time", "follow-its-time"),
    ("Narrow, and count by a field", "session-narrow", "narrow"),
    ("Compare two cases", "session-compare", "compare"),
    ("Pathways", "session-pathways", "pathways"),
]
READERS = ["yasr", "fenrir", "brltty"]


def heard(reader, session):
    """What a reader said or showed in a session of the layout for readers."""
    with open(f"Tests/Readers/Heard/{reader}.txt") as file:
        text = file.read()
    found = re.search(rf"(?ms)^# {session}, screen, {reader}\n(.*?)\n(?=\n|\Z)", text)
    return found.group(1)


def main():
    print("""# Sessions to read

Five sessions in plain mode, and what screen readers say and a braille display shows of the same in
the layout for readers.

## Overview

What is typed stands after `case>`, or after `>` where it is keys. A reader's `says` is one utterance;
`shows` is the line under the fingers. Each is recorded from the program.""")
    for title, script, session in SESSIONS:
        with open(f"Tests/CasebookPlainTests/Snapshots/{script}.plain.txt") as file:
            transcript = file.read()
        print(f"\n## {title}\n\n### In plain mode\n\n```\n{transcript}```")
        for reader in READERS:
            print(f"\n### Under {reader}\n\n```\n{heard(reader, session)}\n```")


if __name__ == "__main__":
    main()
