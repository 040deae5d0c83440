"""Where a program runs: a pseudo-terminal, or a virtual console that brltty can read."""
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import threading

KEYS = {
    "Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D", "Enter": "\r",
    "Esc": "\x1b", "Tab": "\t", "Home": "\x1b[1~", "End": "\x1b[4~", "PgDn": "\x1b[6~",
    "F12": "\x1b[24~",
}


def typed(key):
    """The bytes of a key by its name, or of a text."""
    return KEYS.get(key, key).encode()


class PseudoTerminal:
    """A program on a terminal of its own; keeps what it writes."""

    def __init__(self, arguments, environment, log, rows=24, columns=80):
        self.log = log
        self.written = b""
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(arguments[0], arguments, environment)
        self.closing, self.closer = os.pipe()
        self.reading = threading.Thread(target=self._drain, daemon=True)
        self.reading.start()

    def _drain(self):
        while True:
            ready, _, _ = select.select([self.descriptor, self.closing], [], [])
            if self.closing in ready:
                return
            try:
                data = os.read(self.descriptor, 65536)
            except OSError:
                return
            if not data:
                return
            with self.log.changed:
                self.written += data
                self.log.changed.notify_all()

    @property
    def count(self):
        """How many bytes the program wrote."""
        return len(self.written)

    def place(self):
        """What is there now, to ask later what is new."""
        return len(self.written)

    def has_answered(self, place):
        """Whether anything came since."""
        return len(self.written) > place

    def shows(self, text, place):
        """Whether a text came since."""
        return text.encode() in self.written[place:]

    def is_prompting(self, prompt, place):
        """Whether the last that came since is a prompt."""
        return self.written[place:].endswith(prompt.encode())

    def send(self, data):
        os.write(self.descriptor, data)

    def close(self):
        """Takes the terminal away, as a closed window does."""
        os.close(self.closer)
        # A terminal that is being read is not taken away by closing it.
        self.reading.join()
        os.close(self.descriptor)
        os.close(self.closing)


class Console:
    """A program on a free virtual console of the system, which keys reach by TIOCSTI."""

    OPENQRY, DISALLOCATE = 0x5600, 0x5608

    @staticmethod
    def missing():
        """Why there is no console, in words; nothing where there is one."""
        if os.geteuid() != 0:
            return "it takes root"
        try:
            descriptor = os.open("/dev/tty0", os.O_RDWR | os.O_NOCTTY)
        except OSError as error:
            return f"the system has no virtual consoles ({error.strerror})"
        os.close(descriptor)
        return None

    def __init__(self, arguments, environment, log):
        self.log = log
        first = os.open("/dev/tty0", os.O_RDWR | os.O_NOCTTY)
        answer = fcntl.ioctl(first, self.OPENQRY, struct.pack("i", 0))
        os.close(first)
        self.number = struct.unpack("i", answer)[0]
        self.path = f"/dev/tty{self.number}"
        self.terminal = os.open(self.path, os.O_RDWR | os.O_NOCTTY)
        os.write(self.terminal, b"\x1bc\x1b%G")
        self.memory = f"/dev/vcsa{self.number}"
        if not os.path.exists(self.memory):
            os.mknod(self.memory, 0o600 | 0o020000, os.makedev(7, 128 + self.number))
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            own = os.open(self.path, os.O_RDWR)
            fcntl.ioctl(own, termios.TIOCSCTTY, 0)
            for number in range(3):
                os.dup2(own, number)
            os.execvpe(arguments[0], arguments, environment)

    count = 0

    def place(self):
        """The picture and the cursor as they are now."""
        with open(self.memory, "rb") as file:
            return file.read()

    def has_answered(self, place):
        """Whether the picture or the cursor is another."""
        return self.place() != place

    def shows(self, text, place):
        """Whether a text stands in a picture that is another."""
        return place != self.place() and any(text in row for row in self._rows())

    def is_prompting(self, prompt, place):
        """Whether the cursor stands behind a prompt, in a picture that is another."""
        now = self.place()
        row, column = now[3], now[2]
        return now != place and self._rows()[row][:column] == prompt

    def _rows(self):
        now = self.place()
        rows, columns, letters = now[0], now[1], now[4::2].decode("latin-1")
        return [letters[row * columns:(row + 1) * columns] for row in range(rows)]

    def send(self, data):
        for byte in data:
            fcntl.ioctl(self.terminal, termios.TIOCSTI, bytes([byte]))

    def close(self):
        """Hangs the program up, as a closed line does, and gives the console back."""
        try:
            os.killpg(self.pid, signal.SIGHUP)
        except ProcessLookupError:
            pass
        os.close(self.terminal)
        first = os.open("/dev/tty0", os.O_RDWR | os.O_NOCTTY)
        try:
            fcntl.ioctl(first, self.DISALLOCATE, self.number)
        except OSError:
            pass
        os.close(first)
