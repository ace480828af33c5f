"""What is on the screen, as a screen reader learns it (AT-SPI): names, roles, places.

Spoken straight over D-Bus: every look asks the programs anew, nothing is remembered.
"""

from gi.repository import GLib

from desktop import call

ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
NODE = "org.a11y.atspi.Accessible"
SCREEN_COORDINATES = GLib.Variant("(u)", (0,))
# Numbers of the AT-SPI lists of roles and states; other roles are shown by their number.
ROLES = {
    7: "check box",
    11: "combo box",
    16: "dialog",
    19: "file chooser",
    20: "filler",
    23: "frame",
    29: "label",
    32: "list item",
    35: "menu item",
    37: "tab",
    39: "panel",
    40: "password",
    42: "progress bar",
    43: "button",
    55: "table",
    61: "text",
    62: "toggle button",
    69: "window",
    75: "application",
    79: "entry",
    83: "heading",
    85: "section",
    88: "link",
    91: "tree item",
    116: "static",
}
CHECKED, ENABLED, FOCUSED, SHOWING = 4, 8, 12, 25
DEEPEST = 60


class Control:
    """One node of one look at the screen."""

    def __init__(self, bus, place, depth):
        self.bus = bus
        self.place = place
        self.depth = depth
        self.name = self._property("Name") or ""
        (role,) = call(bus, place, NODE + ".GetRole", None)
        self.role = ROLES.get(role, str(role))

    def _property(self, name):
        arguments = GLib.Variant("(ss)", (NODE, name))
        (value,) = call(self.bus, self.place, "org.freedesktop.DBus.Properties.Get", arguments)
        return value

    def extents(self):
        """x, y, width, height on the screen; None for a node without a place."""
        try:
            ((x, y, width, height),) = call(
                self.bus, self.place, "org.a11y.atspi.Component.GetExtents", SCREEN_COORDINATES
            )
        except GLib.Error:
            return None
        return (x, y, width, height) if width > 0 and height > 0 and x > -10_000 else None

    def has_state(self, number):
        ((low, high),) = call(self.bus, self.place, NODE + ".GetState", None)
        return bool((low | high << 32) >> number & 1)

    def text(self):
        """What stands in a text field."""
        everything = GLib.Variant("(ii)", (0, -1))
        (text,) = call(self.bus, self.place, "org.a11y.atspi.Text.GetText", everything)
        return text

    def gone(self):
        """Whether the node is no longer there, or no longer shown."""
        try:
            return not self.has_state(SHOWING)
        except GLib.Error:
            return True

    def children(self):
        (places,) = call(self.bus, self.place, NODE + ".GetChildren", None)
        return below(self.bus, places, self.depth + 1)

    def __str__(self):
        return f"{self.role} 「{self.name}」"


def programs(bus):
    """The roots of all programs on the screen."""
    (places,) = call(bus, ROOT, NODE + ".GetChildren", None)
    return below(bus, places, 0)


def below(bus, places, depth):
    """The nodes at these places; one that has gone away since is left out."""
    found = []
    for place in places:
        try:
            found.append(Control(bus, place, depth))
        except GLib.Error:
            continue
    return found


def controls(root):
    """The node and everything below, in the order of the tree."""
    yield root
    if root.depth >= DEEPEST:
        return
    try:
        children = root.children()
    except GLib.Error:
        return
    for child in children:
        yield from controls(child)


def tree_text(bus):
    """The whole screen as an indented list, for a failed test."""
    lines = []
    for program in programs(bus):
        for control in controls(program):
            lines.append(f"{'  ' * control.depth}{control} {control.extents() or ''}")
    return "\n".join(lines)
