"""The readers of Debian, with what they say or show caught instead of spoken."""
import os
import re
import shlex
import shutil
import socket
import subprocess
import threading

from hosts import Console, PseudoTerminal


class SpeechServer:
    """A speech dispatcher that keeps what it is told to say."""

    def __init__(self, log):
        self.log = log
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.place = "127.0.0.1:%d" % self.socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        stream = connection.makefile("rwb", buffering=0)
        body = None
        for raw in stream:
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            if body is not None:
                if line != ".":
                    body.append(line)
                    continue
                self._hear(" ".join(body))
                body = None
                reply = "225-1\r\n225 OK MESSAGE QUEUED"
            elif line.upper().startswith("SPEAK"):
                body = []
                reply = "230 OK RECEIVING DATA"
            elif line.upper().startswith(("CHAR ", "KEY ")):
                self._hear(line.split(" ", 1)[1])
                reply = "225-1\r\n225 OK MESSAGE QUEUED"
            elif line.upper().startswith("HISTORY GET CLIENT_ID"):
                reply = "245-1\r\n245 OK CLIENT ID SENT"
            else:
                reply = "208 OK"
            try:
                stream.write(reply.encode() + b"\r\n")
            except OSError:
                return

    def _hear(self, text):
        if text.strip():
            self.log.add("say", text.strip())

    def close(self):
        self.socket.close()


def script(folder, name, text):
    path = f"{folder}/{name}"
    with open(path, "w") as file:
        file.write("#!/bin/sh\n" + text + "\n")
    os.chmod(path, 0o755)
    return path


def launcher(folder, arguments, environment):
    """One file that starts the program with its own environment, as readers start a shell."""
    words = [f"{name}={environment[name]}" for name in ("HOME", "TERM")]
    return script(folder, "program.sh", "exec env " + shlex.join(words + arguments))


class Yasr:
    """yasr, whose synthesiser is a speech dispatcher of ours."""

    name = "yasr"

    @staticmethod
    def missing():
        return None if shutil.which("yasr") else "yasr is not installed"

    def __init__(self, folder, arguments, environment, log):
        self.server = SpeechServer(log)
        with open("/etc/yasr/yasr.conf") as file:
            text = file.read()
        text = re.sub(r"(?m)^synthesizer port=.*$", f"synthesizer port={self.server.place}", text)
        text = re.sub(r"(?m)^key echo=.*$", "key echo=off", text)
        text = re.sub(r"(?m)^DisableKey=.*$", "", text)
        path = f"{folder}/yasr.conf"
        with open(path, "w") as file:
            file.write(text)
        program = launcher(folder, arguments, environment)
        self.host = PseudoTerminal(
            ["yasr", "-C", path, "-s", "speech dispatcher", "-p", self.server.place, program],
            environment, log)

    def close(self):
        self.server.close()


class Fenrir:
    """fenrir in its mode for terminals, which speaks to a speech dispatcher of ours."""

    name = "fenrir"

    @staticmethod
    def missing():
        if not shutil.which("fenrir"):
            return "fenrir is not installed"
        if not os.path.isdir("/usr/lib/python3/dist-packages/speechd"):
            return "python3-speechd, by which it speaks, is not installed"
        return None

    def __init__(self, folder, arguments, environment, log):
        self.server = SpeechServer(log)
        program = launcher(folder, arguments, environment)
        with open("/etc/fenrirscreenreader/settings/settings-pty.conf") as file:
            text = file.read()
        values = {
            "shell": program, "socketpath": folder + "/", "debugFile": f"{folder}/fenrir.log",
            "autoSpellCheck": "False",
        }
        for key, value in values.items():
            text = re.sub(rf"(?m)^{key}=.*$", lambda _: f"{key}={value}", text)
        text = re.sub(r"(?m)^(\[speech\][^\[]*?^driver=).*$", r"\1speechdDriver", text)
        text = re.sub(r"(?m)^(\[sound\][^\[]*?^enabled=)True", r"\1False", text)
        path = f"{folder}/fenrir.conf"
        with open(path, "w") as file:
            file.write(text)
        self.host = PseudoTerminal(
            ["/usr/bin/python3", shutil.which("fenrir"), "-s", path, "-e"],
            dict(environment, SPEECHD_ADDRESS=f"inet_socket:{self.server.place}"), log)

    def close(self):
        self.server.close()


class Brltty:
    """brltty on a virtual console, whose display is a socket of ours of 40 cells."""

    name = "brltty"

    @staticmethod
    def missing():
        if not shutil.which("brltty", path=os.environ["PATH"] + ":/usr/sbin:/sbin"):
            return "brltty is not installed"
        return Console.missing()

    def __init__(self, folder, arguments, environment, log):
        self.log = log
        self.window = ""
        self.host = Console(arguments, dict(environment, TERM="linux"), log)
        place = f"{folder}/braille"
        server = socket.socket(socket.AF_UNIX)
        server.bind(place)
        server.listen(1)
        server.settimeout(60)
        tables = f"{folder}/tables"
        os.makedirs(f"{tables}/Input/vr")
        for part in ("Text", "Attributes", "Contraction", "Keyboard"):
            os.symlink(f"/etc/brltty/{part}", f"{tables}/{part}")
        with open(f"{tables}/Input/vr/all.ktb", "w") as file:
            file.write("title Virtual\n")
        with open(f"{tables}/Input/vr/all.txt", "w") as file:
            file.write("none\n")
        self.process = subprocess.Popen(
            ["brltty", "-n", "-e", "-q", "-N", "-f", "/dev/null", "-F", f"{folder}/preferences",
             "-T", tables, "-M", "1", "-W", folder, "-U", folder, "-P", f"{folder}/pid",
             "-b", "vr", "-d", f"client:{place}", "-x", "lx", "-X", f"vt={self.host.number}",
             "-t", "en_US", "-k", "off", "-s", "no"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=dict(environment, PATH=os.environ["PATH"] + ":/usr/sbin:/sbin"))
        self.connection, _ = server.accept()
        self.connection.sendall(b"cells 40 1\n")
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for raw in self.connection.makefile("rb"):
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            found = re.match(r'Visual "(.*)"$', line)
            if found:
                self.window = re.sub(r"\\(.)", r"\1", found.group(1))
                self.log.add("show", self.window.rstrip())

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.connection.close()


READERS = [Yasr, Fenrir, Brltty]
