"""Eyes and hands of the person at the window: finds controls by name and role, uses mouse and keyboard."""

import subprocess
import time

from gi.repository import GLib

import accessible
from desktop import Failed, call, wait_until


class Person:
    """Sits before one desktop."""

    def __init__(self, desktop, pictures):
        self.desktop = desktop
        self.pictures = pictures
        self.clipboard_owner = None

    # What is seen.

    def all_controls(self):
        for program in accessible.programs(self.desktop.accessibility_bus):
            yield from accessible.controls(program)

    def look(self, role, fits):
        """The controls of a role whose name is `fits`, or for which it says yes."""
        wanted = fits if callable(fits) else lambda name: name == fits
        return [
            control
            for control in self.all_controls()
            if control.role == role and wanted(control.name)
        ]

    def see(self, role, fits, seconds=15.0):
        """Waits for such a control and returns it; the last one, which is the one on top."""
        return wait_until(
            f"there is the {called(role, fits)}",
            lambda: next(iter(reversed(self.look(role, fits))), None),
            seconds,
        )

    def sees(self, role, fits):
        return bool(self.look(role, fits))

    def see_words(self, words, seconds=15.0):
        """Waits for anything whose name contains these words."""
        return wait_until(
            f"there is 「{words}」",
            lambda: next((control for control in self.all_controls() if words in control.name), None),
            seconds,
        )

    def picture(self, name):
        """Keeps what the screen shows, for people to look at."""
        path = self.pictures / f"real-window-{name}.png"
        self.desktop.run("import", "-window", "root", str(path), check=True)

    # What is done.

    def click(self, role, fits, seconds=15.0):
        """Waits until such a control can be used and stands still, and clicks its middle."""
        spot = wait_until(
            f"the {called(role, fits)} can be used", lambda: self._spot(role, fits), seconds
        )
        self._press_at(*spot)

    def fill(self, role, name, text):
        """Clicks into a field, replaces what stands there and waits until the field has it."""
        self.click(role, name)
        self.keys("ctrl+a")
        if text.isascii():
            self.desktop.run("xdotool", "type", "--delay", "20", "--", text, check=True)
        else:
            self.copy(text)
            self.keys("ctrl+v")
        # A password field tells nobody what stands in it, but how much.
        told = "•" * len(text) if role == "password" else text
        wait_until(
            f"the field 「{name}」 has its text",
            lambda: self._field_text(role, name) == told,
        )

    def wait_for_focus(self, role, name):
        """Until a field takes what is typed, also through an input method, which hears of it a little later."""
        wait_until(
            f"the field 「{name}」 has the focus",
            lambda: any(field.has_state(accessible.FOCUSED) for field in self.look(role, name)),
        )
        time.sleep(0.4)

    def keys(self, *keys):
        self.desktop.run("xdotool", "key", "--delay", "40", "--", *keys, check=True)

    def copy(self, text):
        """Puts text on the clipboard. The owner of a clipboard lives as long as its text is wanted."""
        if self.clipboard_owner:
            self.clipboard_owner.terminate()
            self.clipboard_owner.wait()
        self.clipboard_owner = subprocess.Popen(
            ["xclip", "-selection", "clipboard", "-in", "-quiet", "-loops", "0"],
            env=self.desktop.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.clipboard_owner.stdin.write(text.encode())
        self.clipboard_owner.stdin.close()
        wait_until("the clipboard has the text", lambda: self._clipboard() == text)

    def pick_in_dialog(self, path):
        """Enters a path in the file picker of the desktop and confirms it."""
        dialog = self.see("file chooser", lambda name: name != "File Chooser Widget")
        self.keys("ctrl+l")
        entry = wait_until("the picker takes a path", lambda: self._picker_entry(dialog))
        self.copy(str(path))
        self.keys("ctrl+a", "ctrl+v")
        wait_until("the picker has the path", lambda: entry.text() == str(path))
        self.picture("file-dialog")
        # The name list that completes a path may take the first press for itself.
        wait_until("the picker closes", lambda: self._confirm_picker(dialog))

    # How.

    def _spot(self, role, fits):
        """The middle of the control, once two looks in a row find it at the same place."""
        before = self._usable_place(role, fits)
        if before is None:
            return None
        time.sleep(0.08)
        place = self._usable_place(role, fits)
        if place != before:
            return None
        x, y, width, height = place
        return x + width // 2, y + height // 2

    def _usable_place(self, role, fits):
        for control in reversed(self.look(role, fits)):
            place = control.extents()
            if place and control.has_state(accessible.ENABLED):
                return place
        return None

    def _press_at(self, x, y):
        self.desktop.run(
            *("xdotool", "mousemove", str(x), str(y), "sleep", "0.05"),
            *("mousedown", "1", "sleep", "0.05", "mouseup", "1"),
            check=True,
        )

    def _field_text(self, role, name):
        for field in reversed(self.look(role, name)):
            return field.text()
        return None

    def _clipboard(self):
        command = ["xclip", "-selection", "clipboard", "-out"]
        return self.desktop.run(*command, capture_output=True).stdout.decode()

    def _picker_entry(self, dialog):
        for control in accessible.controls(dialog):
            if control.role == "text" and control.has_state(accessible.SHOWING):
                return control
        return None

    def _confirm_picker(self, dialog):
        if dialog.gone():
            return True
        self.keys("Return")
        time.sleep(0.3)
        return dialog.gone()


def called(role, fits):
    """The control in words."""
    return f"{role} 「{fits}」" if isinstance(fits, str) else f"{role} that is looked for"
