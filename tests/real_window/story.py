"""What every story at the real window has: a program, a desktop, a person, and another program to ask."""

import json
import time

from desktop import Failed
from hands import Person


class Story:
    """What happens, step by step. `self.steps()` names the steps."""

    def __init__(self, program, desktop, pictures):
        self.program = program
        self.desktop = desktop
        self.library = desktop.folder / "demo.redb"
        self.me = Person(desktop, pictures)
        self.window = None
        self.account = None
        self.password = None
        self.started = time.monotonic()

    def play(self):
        for step in self.steps():
            print(f"{time.monotonic() - self.started:6.1f} s  {step.__name__.replace('_', ' ')}", flush=True)
            step()

    def steps(self):
        raise NotImplementedError

    def open_the_window(self):
        self.window = self.desktop.spawn("window", str(self.program), "--library", str(self.library))
        self.me.see("entry", "帳號")

    # Another program.

    def ask(self, *arguments, anonymous=False):
        """A command of the program in another process; its JSON answer."""
        return json.loads(self.ask_in_words(*arguments, "--json", anonymous=anonymous))

    def ask_in_words(self, *arguments, anonymous=False):
        """The same; what it prints."""
        command = [str(self.program), "--library", str(self.library), *arguments]
        env = dict(self.desktop.env)
        if not anonymous:
            command += ["--account", self.account]
            env["LICHENG_PASSWORD"] = self.password
        done = self.desktop.run(*command, env=env, capture_output=True)
        if done.returncode != 0:
            raise Failed(f"licheng {arguments[0]} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout.decode()


def check(truth, otherwise):
    if not truth:
        raise Failed(otherwise)
