"""Drawing helpers: SVG text for charts and boxes, in the documents' style."""

from math import isclose

INK, SOFT, LINE = "#22312f", "#5d6d6b", "#c9d3d1"
TEAL, AMBER, ROSE, BLUE, GREEN = "#1f7a78", "#c98a1b", "#b5524f", "#3b6ea5", "#5b8c4a"
SERIES = (TEAL, AMBER, ROSE, BLUE, GREEN)


def text(x, y, words, size=11, fill=INK, anchor="start", weight=400, extra=""):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" '
        f'text-anchor="{anchor}" font-weight="{weight}" '
        f'font-family="Sample Sans, Noto Sans CJK TC" {extra}>{words}</text>'
    )


def line(x1, y1, x2, y2, stroke=LINE, width=1.0, extra=""):
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{stroke}" stroke-width="{width}" {extra}/>'
    )


def box(x, y, w, h, fill="#fff", stroke=LINE, radius=6, width=1.0):
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" '
        f'rx="{radius}" fill="{fill}" stroke="{stroke}" stroke-width="{width}"/>'
    )


def dot(x, y, r=3.5, fill=TEAL, stroke="#fff", width=1.0):
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{width}"/>'
    )


def path(d, stroke=TEAL, width=2.0, fill="none", extra=""):
    return f'<path d="{d}" stroke="{stroke}" stroke-width="{width}" fill="{fill}" {extra}/>'


def polyline(points, stroke=TEAL, width=2.0, extra=""):
    steps = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return path(f"M{steps}", stroke, width, extra=extra)


def arrow(x1, y1, x2, y2, stroke=SOFT):
    """A straight horizontal or vertical arrow with its head at the second end."""
    if isclose(y1, y2):
        back = x2 - 6 if x2 > x1 else x2 + 6
        head = f"M{back} {y2 - 4} L{x2} {y2} L{back} {y2 + 4}"
    else:
        back = y2 - 6 if y2 > y1 else y2 + 6
        head = f"M{x2 - 4} {back} L{x2} {y2} L{x2 + 4} {back}"
    return line(x1, y1, x2, y2, stroke, 1.4) + path(head, stroke, 1.4)


def svg(width, height, *parts):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">{"".join(parts)}</svg>'
    )


class Chart:
    """A plot area with linear axes; later parts are drawn over earlier ones."""

    def __init__(self, x_range, y_range, size=(520, 260), labels=("", "")):
        self.x0, self.x1 = x_range
        self.y0, self.y1 = y_range
        self.width, self.height = size
        self.left, self.right, self.top, self.bottom = 54, 14, 22, 40
        self.labels = labels
        self.parts = []

    def x(self, value):
        share = (value - self.x0) / (self.x1 - self.x0)
        return self.left + share * (self.width - self.left - self.right)

    def y(self, value):
        share = (value - self.y0) / (self.y1 - self.y0)
        return self.height - self.bottom - share * (self.height - self.top - self.bottom)

    def grid(self, x_ticks, y_ticks, x_form="{:g}", y_form="{:g}"):
        for tick in y_ticks:
            y = self.y(tick)
            self.parts += [
                line(self.left, y, self.width - self.right, y, "#e3e9e8", 0.8),
                text(self.left - 7, y + 3.5, y_form.format(tick), 10, SOFT, "end"),
            ]
        base = self.height - self.bottom
        for tick in x_ticks:
            x = self.x(tick)
            self.parts += [
                line(x, base, x, base + 4, SOFT, 0.8),
                text(x, base + 16, x_form.format(tick), 10, SOFT, "middle"),
            ]
        self.parts += [
            line(self.left, base, self.width - self.right, base, SOFT, 1),
            text(self.width - self.right, self.height - 6, self.labels[0], 10.5, SOFT, "end"),
            text(4, 11, self.labels[1], 10.5, SOFT),
        ]
        return self

    def curve(self, points, stroke=TEAL, width=2.0, extra=""):
        self.parts.append(
            polyline([(self.x(a), self.y(b)) for a, b in points], stroke, width, extra)
        )
        return self

    def dots(self, points, fill=TEAL):
        self.parts += [dot(self.x(a), self.y(b), 3.8, fill) for a, b in points]
        return self

    def bars(self, values, width, fill=TEAL):
        for at, value in values:
            top = self.y(value)
            self.parts.append(
                box(self.x(at) - width / 2, top, width, self.y(self.y0) - top, fill, "none", 2)
            )
        return self

    def note(self, a, b, words, fill=INK, anchor="start", dx=0, dy=0):
        self.parts.append(text(self.x(a) + dx, self.y(b) + dy, words, 11, fill, anchor, 700))
        return self

    def svg(self):
        return svg(self.width, self.height, *self.parts)
