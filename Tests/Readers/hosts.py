"""Where a program runs: a pseudo-terminal, or a virtual console that brltty can read."""
import fcntl
import os
import pty
import signal
import struct
import termios
import threading
import time

KEYS = {
    "Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D", "Enter": "\r",
    "Esc": "\x1b", "Tab": "\t", "Home": "\x1b[1~", "End": "\x1b[4~", "PgDn": "\x1b[6~",
    "F12": "\x1b[24~",
}


def typed(key):
    """The bytes of a key by its name, or of a text."""
    return KEYS.get(key, key).encode()


def end(pid):
    """Ends a child of ours and waits for it."""
    for number in (signal.SIGHUP, signal.SIGKILL):
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    try:
        os.waitpid(pid, 0)
    except ChildProcessError:
        pass


class Log:
    """What was said and shown, in order, and when the last of it came."""

    def __init__(self):
        self.lock = threading.Lock()
        self.entries = []
        self.changed = time.monotonic()

    def add(self, kind, text):
        with self.lock:
            self.entries.append((kind, text))
            self.changed = time.monotonic()

    def touch(self):
        self.changed = time.monotonic()

    def settle(self, quiet=0.5, limit=8.0):
        """Waits until nothing new came for a while."""
        start = time.monotonic()
        while time.monotonic() - start < limit:
            if time.monotonic() - max(self.changed, start) >= quiet:
                return
            time.sleep(0.02)

    def since(self, place, kind):
        with self.lock:
            return [text for found, text in self.entries[place:] if found == kind]


class PseudoTerminal:
    """A program on a terminal of its own; counts what it writes."""

    def __init__(self, arguments, environment, log, rows=24, columns=80):
        self.log = log
        self.count = 0
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(arguments[0], arguments, environment)
        threading.Thread(target=self._drain, daemon=True).start()

    def _drain(self):
        while True:
            try:
                data = os.read(self.descriptor, 65536)
            except OSError:
                return
            if not data:
                return
            self.count += len(data)
            self.log.touch()

    def send(self, data):
        os.write(self.descriptor, data)

    def close(self):
        end(self.pid)


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
        self.count = 0
        first = os.open("/dev/tty0", os.O_RDWR | os.O_NOCTTY)
        answer = fcntl.ioctl(first, self.OPENQRY, struct.pack("i", 0))
        os.close(first)
        self.number = struct.unpack("i", answer)[0]
        self.path = f"/dev/tty{self.number}"
        self.terminal = os.open(self.path, os.O_RDWR | os.O_NOCTTY)
        os.write(self.terminal, b"\x1bc\x1b%G")
        memory = f"/dev/vcsa{self.number}"
        if not os.path.exists(memory):
            os.mknod(memory, 0o600 | 0o020000, os.makedev(7, 128 + self.number))
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            own = os.open(self.path, os.O_RDWR)
            fcntl.ioctl(own, termios.TIOCSCTTY, 0)
            for number in range(3):
                os.dup2(own, number)
            os.execvpe(arguments[0], arguments, environment)

    def send(self, data):
        for byte in data:
            fcntl.ioctl(self.terminal, termios.TIOCSTI, bytes([byte]))

    def close(self):
        end(self.pid)
        os.close(self.terminal)
        first = os.open("/dev/tty0", os.O_RDWR | os.O_NOCTTY)
        try:
            fcntl.ioctl(first, self.DISALLOCATE, self.number)
        except OSError:
            pass
        os.close(first)
