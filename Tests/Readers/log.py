"""What was said and shown, and waiting for it."""
import threading
import time


class Log:
    """What was said and shown, in order. Whoever adds to it, or to what a program wrote, holds
    `changed` and notifies."""

    # A reader gathers what comes within a moment; what is quiet for longer has no more to say.
    CALM = 0.4
    # How often is looked for what tells nobody: a picture, a process.
    STEP = 0.05

    def __init__(self, is_busy):
        self.changed = threading.Condition()
        self.entries = []
        self._is_busy = is_busy

    def add(self, kind, text):
        with self.changed:
            self.entries.append((kind, text))
            self.changed.notify_all()

    def since(self, place, kind):
        with self.changed:
            return [text for found, text in self.entries[place:] if found == kind]

    def wait(self, holds, limit):
        """Waits until something holds; whether it does."""
        end = time.monotonic() + limit
        while not holds():
            if time.monotonic() > end:
                return False
            with self.changed:
                self.changed.wait(self.STEP)
        return True

    def wait_for_quiet(self, limit):
        """Waits until nothing comes and no process has anything to do for a moment: one that waits
        for a processor is not done."""
        end = time.monotonic() + limit
        calm = 0
        while calm < self.CALM and time.monotonic() < end:
            calm = calm + self.STEP if self.is_quiet_for(self.STEP) and not self._is_busy() else 0

    def is_quiet_for(self, seconds):
        """Whether nothing comes for so long."""
        with self.changed:
            return not self.changed.wait(seconds)
