"""The processes of one run, known by the folder that is their home."""
import os
import signal


def of(home):
    """The processes whose home is a folder, by their numbers."""
    mark = f"HOME={home}".encode()
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit() or int(name) == os.getpid():
            continue
        try:
            with open(f"/proc/{name}/environ", "rb") as file:
                if mark in file.read().split(b"\0"):
                    found.append(int(name))
        except OSError:
            pass
    return found


def name(number):
    """What a process calls itself; nothing where it is gone or ended."""
    fields = _stat(f"/proc/{number}/stat")
    return fields[0] if fields and fields[1] not in "ZX" else None


def is_busy(home):
    """Whether any thread of them runs, or waits for a processor."""
    return any(_state(number) == "R" for number in of(home))


def reap():
    """Takes the ends of children that ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0] != 0:
            pass
    except ChildProcessError:
        pass


def kill(number):
    """Ends one process of ours at once."""
    try:
        os.kill(number, signal.SIGKILL)
    except ProcessLookupError:
        pass


def _state(number):
    """R where any thread of a process is running."""
    try:
        threads = os.listdir(f"/proc/{number}/task")
    except OSError:
        return "X"
    states = [_stat(f"/proc/{number}/task/{thread}/stat") for thread in threads]
    return "R" if any(fields and fields[1] == "R" for fields in states) else "S"


def _stat(path):
    """The name and the state that the system gives."""
    try:
        with open(path) as file:
            text = file.read()
    except OSError:
        return None
    return text[text.index("(") + 1:text.rindex(")")], text[text.rindex(")") + 2]
