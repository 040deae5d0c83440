#!/usr/bin/env python3
"""Runs sessions of the program under real screen readers and holds what is heard to its rules.

  listen.py PROGRAM [--record FOLDER] [--reader NAME]...

Exit status 1 where a rule is broken. A reader that cannot run is said loudly and passed over.
"""
import argparse
import os
import sys
import tempfile
import time

from hosts import Log, PseudoTerminal, typed
from sessions import PLAIN, SCREEN
from speech import READERS, Brltty

# A move is one or two utterances, of words that a hurried ear takes in.
MOST_UTTERANCES, MOST_WORDS = 2, 14
# A move that scrolls nothing is the sequence for a place of the cursor.
MOST_BYTES = 12

ENVIRONMENT = {
    "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TERM": "linux",
    "CASEBOOK_NOTEBOOK": "off",
}


class Run:
    """One session of one mode under one reader."""

    def __init__(self, reader, mode, name, program):
        self.title = f"{name}, {mode}, {reader.name if reader else 'bytes'}"
        self.lines = []
        self.broken = []
        self.log = Log()
        options = ["--plain"] if mode == "plain" else ["--reader"]
        arguments = [program, *options]
        with tempfile.TemporaryDirectory() as folder:
            environment = dict(ENVIRONMENT, HOME=folder)
            if reader:
                self.reader = reader(folder, arguments, environment, self.log)
                self.host = self.reader.host
            else:
                self.reader = None
                self.host = PseudoTerminal(arguments, environment, self.log)
            try:
                self._play(mode, name)
            finally:
                (self.reader or self.host).close()

    def _play(self, mode, name):
        self.log.settle(quiet=1.2, limit=12)
        if mode == "plain":
            self._give("set verbosity brief", "plain")
        for step in (PLAIN if mode == "plain" else SCREEN)[name]:
            place = len(self.log.entries)
            before = self.host.count
            for key in step.keys:
                self._give(key, mode, settle=len(step.keys) == 1)
            self.log.settle()
            self._judge(step, place, self.host.count - before, mode)

    def _give(self, key, mode, settle=True):
        self.host.send(typed(key) + (b"\r" if mode == "plain" else b""))
        if settle:
            self.log.settle()
        else:
            time.sleep(0.03)

    # What was heard.

    def _judge(self, step, place, count, mode):
        key = " ".join(step.keys) if mode == "plain" else "".join(
            f"{key} " if len(key) > 1 else key for key in step.keys).strip()
        self.lines.append(f"> {key}")
        if self.reader is None:
            return self._judge_bytes(step, count, mode)
        if isinstance(self.reader, Brltty):
            return self._judge_braille(step, mode)
        said = self.log.since(place, "say")
        self.lines += [f"says: {' '.join(text.split())}" for text in said]
        heard = " ".join(said)
        words = len(heard.split())
        self._expect(not step.hear or step.hear in heard, f"{step.hear!r} is heard")
        if mode == "screen":
            self._expect(not step.never or step.never not in heard, f"{step.never!r} is silent")
        if step.move:
            echoed = 1 if mode == "plain" else 0
            self._expect(len(said) <= MOST_UTTERANCES + echoed, f"{len(said)} utterances")
            self._expect(words <= MOST_WORDS + echoed * 2, f"{words} words")

    def _judge_braille(self, step, mode):
        window = self.reader.window.rstrip()
        self.lines.append(f"shows: {window}")
        if mode == "screen" and step.move:
            self._expect(window.startswith(step.hear), f"the display begins with {step.hear!r}")

    def _judge_bytes(self, step, count, mode):
        self.lines.append(f"bytes: {count}")
        if step.move and mode == "screen":
            self._expect(count <= MOST_BYTES, f"{count} bytes for a move")
            before = self.host.count
            self.log.settle(quiet=1.0)
            self._expect(self.host.count == before, "nothing is sent while nothing happens")

    def _expect(self, holds, what):
        if not holds:
            self.broken.append(what)
            self.lines.append(f"BROKEN: {what}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--record", metavar="FOLDER")
    parser.add_argument("--reader", action="append")
    options = parser.parse_args()
    readers = [reader for reader in READERS
               if not options.reader or reader.name in options.reader]
    failed = 0
    for reader in [None, *readers]:
        why = reader.missing() if reader else None
        if why:
            print(f"\n!!!! {reader.name} WAS NOT RUN: {why}. Nothing it would show was checked.\n")
            continue
        text = []
        for mode, sessions in (("screen", SCREEN), ("plain", PLAIN)):
            for name in sessions:
                run = Run(reader, mode, name, os.path.abspath(options.program))
                failed += len(run.broken)
                text += [f"# {run.title}", *run.lines, ""]
                print(f"{'ok  ' if not run.broken else 'FAIL'} {run.title}"
                      + "".join(f"; {what}" for what in run.broken), flush=True)
        if options.record:
            name = reader.name if reader else "bytes"
            with open(os.path.join(options.record, f"{name}.txt"), "w") as file:
                file.write("\n".join(text))
    print(f"{failed} rules broken." if failed else "Every rule holds.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
