"""A desktop of its own for one test: screen, session bus, window manager, file picker, accessibility.

Every process gets a mark in its environment, also those that the bus starts by itself; at the end exactly
the marked ones are ended.
"""

import os
import pathlib
import secrets
import shutil
import signal
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

MARK = "LICHENG_REAL_WINDOW"
SCREEN = "1400x1000x24"
ACCESSIBILITY = "org.a11y.Bus"
CHINESE = "zh_TW.UTF-8"
INPUT_METHODS = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=chewing

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=chewing
Layout=

[GroupOrder]
0=Default
"""


class Failed(Exception):
    """What went wrong, as a sentence for people."""


def wait_until(what, question, seconds=15.0):
    """Asks until the answer is neither None nor False, and returns it."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer is not None and answer is not False:
            return answer
        if time.monotonic() > end:
            raise Failed(f"{what}: not within {seconds:g} s")
        time.sleep(0.03)


class Desktop:
    """Use it in a `with` statement; `folder` is a new folder that goes away at the end."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="licheng-real-window-"))
        self.mark = secrets.token_hex(8)
        self.screen = None
        self.bus = None
        self.accessibility_bus = None
        self.env = self._environment()

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_):
        self._end()

    def run(self, *command, **more):
        """Runs a command to its end on this desktop."""
        return subprocess.run(command, **{"env": self.env, "timeout": 60, "check": False, **more})

    def spawn(self, name, *command, **more):
        """Starts a program on this desktop; what it says goes into `<name>.log`."""
        with open(self.log_path(name), "ab") as log:
            return subprocess.Popen(
                command,
                env=self.env,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **more,
            )

    def log_path(self, name):
        return self.folder / "logs" / f"{name}.log"

    def temporary(self):
        """The folder for temporary files of everything that runs here."""
        return self.folder / "tmp"

    def start_input_method(self):
        """A Chinese input method (bopomofo), switched off; programs started from now on can use it."""
        # Xlib serves input methods in a real locale only, and this one is seldom made beforehand.
        locales = self.folder / "locale"
        locales.mkdir()
        made = self.run(
            *("localedef", "-i", "zh_TW", "-f", "UTF-8", str(locales / CHINESE)), capture_output=True
        )
        if not (locales / CHINESE).exists():
            raise Failed(f"there is no locale {CHINESE}: {made.stderr.decode()}")
        self.env |= {"LOCPATH": str(locales), "LANG": CHINESE, "LC_ALL": CHINESE, "XMODIFIERS": "@im=fcitx"}
        config = pathlib.Path(self.env["XDG_CONFIG_HOME"], "fcitx5")
        config.mkdir()
        (config / "profile").write_text(INPUT_METHODS, encoding="ascii")
        # The window makes a new input context at every field.
        (config / "config").write_text("[Behavior]\nShareInputState=All\nActiveByDefault=False\n", encoding="ascii")
        self.spawn("input-method", "fcitx5", "--disable=wayland,waylandim,notificationitem,kimpanel,notifications")
        wait_until("the input method is there", lambda: self._input_method() is not None)

    def switch_input_method(self, on):
        """What Ctrl+Space does."""
        self.run("fcitx5-remote", "-o" if on else "-c", check=True)
        if on:
            self.run("fcitx5-remote", "-s", "chewing", check=True)
        wanted = "2" if on else "1"
        wait_until("the input method is switched", lambda: self._input_method() == wanted)

    def _input_method(self):
        """1: off, 2: on; nothing while it is not there."""
        asked = self.run("fcitx5-remote", capture_output=True)
        said = asked.stdout.decode().strip()
        return said if asked.returncode == 0 and said in ("1", "2") else None

    def _environment(self):
        home = self.folder / "home"
        places = {
            "HOME": home,
            "TMPDIR": self.temporary(),
            "XDG_CACHE_HOME": home / "cache",
            "XDG_CONFIG_HOME": home / "config",
            "XDG_DATA_HOME": home / "data",
            "XDG_STATE_HOME": home / "state",
            "XDG_RUNTIME_DIR": self.folder / "runtime",
        }
        for place in places.values():
            place.mkdir(parents=True, mode=0o700)
        (self.folder / "logs").mkdir()
        # Two generations of the portal choose their file picker in two ways.
        portal = places["XDG_CONFIG_HOME"] / "xdg-desktop-portal"
        portal.mkdir()
        (portal / "portals.conf").write_text("[preferred]\ndefault=gtk\n", encoding="ascii")
        return {
            MARK: self.mark,
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "XDG_CURRENT_DESKTOP": "GNOME",
            "XDG_SESSION_TYPE": "x11",
            "GDK_BACKEND": "x11",
            "GSETTINGS_BACKEND": "memory",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "RUST_BACKTRACE": "1",
            **{name: str(place) for name, place in places.items()},
        }

    def _start(self):
        # The screen picks a free number and tells it when it is ready.
        self.env["DISPLAY"] = ":" + self._start_and_read(
            "screen",
            lambda fd: ["Xvfb", "-displayfd", fd, "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
        )
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._start_and_read(
            "bus", lambda fd: ["dbus-daemon", "--session", "--nofork", f"--print-address={fd}"]
        )
        self.bus = connect(self.env["DBUS_SESSION_BUS_ADDRESS"])
        self._turn_accessibility_on()
        self.spawn("window-manager", "openbox", "--sm-disable")
        wait_until("the window manager is there", self._has_window_manager)
        # Asking for the picker's version starts the portal, and the portal its GTK half.
        version = GLib.Variant("(ss)", ("org.freedesktop.portal.FileChooser", "version"))
        call(
            self.bus,
            ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"),
            "org.freedesktop.DBus.Properties.Get",
            version,
        )

    def _start_and_read(self, name, command):
        """Starts a server that writes one line to a file descriptor once it is ready."""
        reading, writing = os.pipe()
        process = self.spawn(name, *command(str(writing)), pass_fds=[writing])
        os.close(writing)
        if name == "screen":
            self.screen = process
        with open(reading, encoding="ascii") as line:
            said = line.readline().strip()
        if not said:
            raise Failed(f"{process.args[0]} did not start: {self.log_path(name).read_text()}")
        return said

    def _turn_accessibility_on(self):
        """What a screen reader does: programs show their controls on a bus of their own from then on."""
        place = (ACCESSIBILITY, "/org/a11y/bus")
        for switch in ("IsEnabled", "ScreenReaderEnabled"):
            value = GLib.Variant("(ssv)", ("org.a11y.Status", switch, GLib.Variant("b", True)))
            call(self.bus, place, "org.freedesktop.DBus.Properties.Set", value)
        (address,) = call(self.bus, place, "org.a11y.Bus.GetAddress", None)
        self.accessibility_bus = connect(address)

    def _has_window_manager(self):
        asked = self.run("xdotool", "get_desktop", capture_output=True)
        return asked.returncode == 0

    def _end(self):
        # The screen goes last, so that its programs can leave in order.
        last = self.screen.pid if self.screen else None
        for number in (signal.SIGTERM, signal.SIGKILL):
            for process in self._marked():
                if process != last:
                    send(process, number)
            try:
                wait_until("programs end", lambda: not set(self._marked()) - {last}, seconds=3)
                break
            except Failed:
                continue
        if self.screen:
            self.screen.terminate()
            self.screen.wait(timeout=10)
        # The portal's view of documents is a file system of its own, where the kernel has it.
        documents = self.folder / "runtime" / "doc"
        if os.path.ismount(documents):
            subprocess.run(["fusermount3", "-u", documents], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _marked(self):
        wanted = f"{MARK}={self.mark}".encode()
        found = []
        for entry in os.listdir("/proc"):
            if not entry.isdigit():
                continue
            try:
                environment = pathlib.Path("/proc", entry, "environ").read_bytes()
            except OSError:
                continue
            # A process that has ended but was not waited for shows an empty environment.
            if wanted in environment.split(b"\0"):
                found.append(int(entry))
        return found


def send(process, number):
    try:
        os.kill(process, number)
    except ProcessLookupError:
        pass


def connect(address):
    kind = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address, kind.AUTHENTICATION_CLIENT | kind.MESSAGE_BUS_CONNECTION, None, None
    )


def call(bus, place, method, arguments, milliseconds=5000):
    """Calls `interface.method` of the object at `place` = (bus name, path); returns the answers."""
    interface, _, member = method.rpartition(".")
    answer = bus.call_sync(
        *place, interface, member, arguments, None, Gio.DBusCallFlags.NONE, milliseconds, None
    )
    return answer.unpack()
