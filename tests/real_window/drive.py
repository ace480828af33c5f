"""Whole jobs at the real window, with a real mouse and keyboard: a student's, a teacher's and an office's.

Usage: drive.py PROGRAM [student] [teacher] [office]    (run.sh checks first that everything needed is there)
"""

import os
import pathlib
import signal
import sys
import time
import traceback

import accessible
from desktop import Desktop, Failed
from office import Office
from student import Student
from teacher import Teacher

TEST_SECONDS = 175
PICTURES = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", "target"), "pictures").absolute()


def out_of_time(*_):
    raise Failed(f"the test took longer than {TEST_SECONDS} s")


def tell(story):
    """What the screen and the programs said last, for whoever mends it."""
    story.me.picture("failure")
    print(accessible.tree_text(story.desktop.accessibility_bus))
    for log in sorted((story.desktop.folder / "logs").iterdir()):
        text = log.read_text(errors="replace").strip()
        if text:
            print(f"--- {log.name}\n{text[-2000:]}")


def tell_one(kind):
    """Plays one story on a desktop of its own; whether it went well."""
    signal.alarm(TEST_SECONDS)
    with Desktop() as desktop:
        story = kind(pathlib.Path(sys.argv[1]), desktop, PICTURES)
        try:
            story.play()
        except Exception as error:  # whatever it was, it is told with what the screen shows
            signal.alarm(0)
            if not isinstance(error, Failed):
                traceback.print_exc()
            tell(story)
            print(f"real window: {error}", file=sys.stderr)
            return False
    print(f"the {kind.__name__.lower()} did everything in {time.monotonic() - story.started:.0f} s")
    return True


def main():
    signal.signal(signal.SIGALRM, out_of_time)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("real-window-*.png"):
        old.unlink()
    wanted = sys.argv[2:] or ["student", "teacher", "office"]
    kinds = [kind for kind in (Student, Teacher, Office) if kind.__name__.lower() in wanted]
    return 0 if all(tell_one(kind) for kind in kinds) else 1


if __name__ == "__main__":
    sys.exit(main())
