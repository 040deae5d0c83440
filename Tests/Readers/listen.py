#!/usr/bin/env python3
"""Runs sessions of the program under real screen readers and holds what is heard to its rules.

  listen.py PROGRAM [--record FOLDER] [--reader NAME]...

Exit status 1 where a rule is broken. A reader that cannot run is said loudly and passed over.
"""
import argparse
import os
import signal
import sys
import tempfile

import processes
from hosts import PseudoTerminal, typed
from log import Log
from sessions import FIRST_TITLE, PLAIN, PROMPT, SCREEN
from speech import READERS, Brltty

# A move is one or two utterances, of words that a hurried ear takes in.
MOST_UTTERANCES, MOST_WORDS = 2, 14
# A move that scrolls nothing is the sequence for a place of the cursor.
MOST_BYTES = 12

ENVIRONMENT = {
    "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TERM": "linux",
}


# What has to come comes within this, also on a busy machine; it is waited for no longer than it
# takes.
PATIENCE = 60


class Run:
    """One session of one mode under one reader."""

    def __init__(self, reader, mode, name, program):
        self.title = f"{name}, {mode}, {reader.name if reader else 'bytes'}"
        self.lines = []
        self.broken = []
        options = ["--plain"] if mode == "plain" else ["--reader"]
        arguments = [program, *options]
        with tempfile.TemporaryDirectory() as folder:
            self.home = folder
            self.log = Log(is_busy=lambda: processes.is_busy(folder))
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
                self._end()

    def _play(self, mode, name):
        if mode == "plain":
            self.log.wait(lambda: self.host.is_prompting(PROMPT, 0), PATIENCE)
            self.log.wait_for_quiet(PATIENCE)
            self._give("set verbosity brief", mode)
        else:
            self.log.wait(lambda: self.host.shows(FIRST_TITLE, 0), PATIENCE)
        self.log.wait_for_quiet(PATIENCE)
        for step in (PLAIN if mode == "plain" else SCREEN)[name]:
            place = len(self.log.entries)
            before, picture = self.host.count, self.host.place()
            for key in step.keys:
                self._give(key, mode)
            if step.hear and self.reader:
                perceived = self.log.wait(
                    lambda: self._is_perceived(step, mode, place, picture), PATIENCE)
                self._expect(perceived, f"{step.hear!r} is heard or shown")
            self.log.wait_for_quiet(PATIENCE)
            self._judge(step, place, self.host.count - before, mode)

    def _give(self, key, mode):
        """Sends a key, or a line, and waits until the program has answered it."""
        place = self.host.place()
        self.host.send(typed(key) + (b"\r" if mode == "plain" else b""))
        if mode == "plain":
            answered = self.log.wait(lambda: self.host.is_prompting(PROMPT, place), PATIENCE)
        else:
            answered = self.log.wait(lambda: self.host.has_answered(place), PATIENCE)
        self._expect(answered, f"{key!r} is answered")

    def _is_perceived(self, step, mode, place, picture):
        if not isinstance(self.reader, Brltty):
            return step.hear in " ".join(self.log.since(place, "say"))
        # A display of 40 cells shows the row with the focus; what stands elsewhere is on the screen.
        if mode == "screen" and step.move:
            return self.reader.window.startswith(step.hear)
        return self.host.shows(step.hear, picture)

    def _end(self):
        """Closes the terminal, and holds that nothing runs on without one."""
        self.host.close()
        if self.reader:
            self.reader.close()
        for number in processes.of(self.home):
            if processes.name(number) != "casebook":
                processes.kill(number)
        self._expect(self.log.wait(self._is_gone, PATIENCE), "nothing is left running")
        for number in processes.of(self.home):
            processes.kill(number)

    def _is_gone(self):
        processes.reap()
        return not processes.of(self.home)

    # What was heard.

    def _judge(self, step, place, count, mode):
        key = " ".join(step.keys) if mode == "plain" else "".join(
            f"{key} " if len(key) > 1 else key for key in step.keys).strip()
        self.lines.append(f"> {key}")
        if self.reader is None:
            self._judge_bytes(step, count, mode)
            return
        if isinstance(self.reader, Brltty):
            self.lines.append(f"shows: {self.reader.window.rstrip()}")
            return
        said = self.log.since(place, "say")
        self.lines += [f"says: {' '.join(text.split())}" for text in said]
        heard = " ".join(said)
        words = len(heard.split())
        if mode == "screen":
            self._expect(not step.never or step.never not in heard, f"{step.never!r} is silent")
        if step.move:
            echoed = 1 if mode == "plain" else 0
            self._expect(len(said) <= MOST_UTTERANCES + echoed, f"{len(said)} utterances")
            self._expect(words <= MOST_WORDS + echoed * 2, f"{words} words")

    def _judge_bytes(self, step, count, mode):
        self.lines.append(f"bytes: {count}")
        if step.move and mode == "screen":
            self._expect(count <= MOST_BYTES, f"{count} bytes for a move")
            self._expect(self.log.is_quiet_for(1), "nothing is sent while nothing happens")

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
    # What is ended from outside ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
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
