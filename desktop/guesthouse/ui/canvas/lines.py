"""Words wrapped in balanced lines: as few lines as fit, and those about equally long."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSizeF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

LINE_SEPARATOR = "\u2028"
SHOWN_FOR_NUL = "\u2400"
LEADING = 1.22
WITHOUT_END = 1e6
UNEVEN = 1.12
"""How much wider than their even share lines are allowed to be, since words are not of one length."""
LONG_WORD = 24
"""Words of more characters may be cut in their middle; a text without spaces is one of those."""
MOST_BALANCED = 40
"""More lines than these are as long as they come: laying them out a dozen times would be felt at every key."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A text laid out: ``shown`` is how many characters of it fit in the lines, ``cut`` whether there is more."""

    layout: QTextLayout
    size: QSizeF
    lines: int
    shown: int
    cut: bool

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the lines with their upper left corner at ``at``."""
        self.layout.draw(painter, at)


def displayed(text: str) -> str:
    """The text as the layout wants it: the same characters, with line ends and NUL in a form that can be drawn."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", LINE_SEPARATOR)
    return text.replace("\0", SHOWN_FOR_NUL)


def balanced(text: str, font: QFont, widest: float, most_lines: int, *, centred: bool = True) -> Setting:
    """Lay ``text`` out in lines of at most ``widest`` pixels, as even as they can be, and at most ``most_lines``.

    A very long text is laid out only as far as it is shown; nothing is put in place of the rest. Lines that are not
    ``centred`` begin where the script of the text begins.
    """
    beginning = _beginning(displayed(text), most_lines, widest, font)
    whole = _lay_out(beginning, font, widest, centred)
    cut = whole.lineCount() > most_lines or len(beginning) < len(displayed(text))
    if cut:
        end = _end_of_line(whole, most_lines)
        layout = _cut(beginning, end, font, widest, most_lines=most_lines, centred=centred)
        if not centred:
            widest = min(widest, _width(layout) + 1.0)
            layout = _lay_out(layout.text(), font, widest, centred)
        return _setting(layout, widest, cut=True)
    if whole.lineCount() > MOST_BALANCED:
        return _setting(whole, widest, cut=False)
    width = _narrowest(beginning, font, widest, whole.lineCount())
    return _setting(_lay_out(beginning, font, width, centred), width, cut=False)


def choices(text: str, font: QFont, widest: float, most_lines: int) -> list[Setting]:
    """The text in as few lines as fit, and in more and narrower ones: each shape that it can take, whole words in it.

    Where it is cut or a word is broken however wide the lines are, there is no choice.
    """
    widest_one = balanced(text, font, widest, most_lines)
    found = {widest_one.lines: widest_one}
    if widest_one.cut:
        return [widest_one]
    long = _width(_lay_out(displayed(text), font, WITHOUT_END, centred=False))
    for lines in range(widest_one.lines + 1, most_lines + 1):
        setting = balanced(text, font, min(widest, long / lines * UNEVEN), most_lines)
        if not setting.cut and not _breaks_inside_word(setting.layout, setting.layout.text()):
            found.setdefault(setting.lines, setting)
    return list(found.values())


def _beginning(text: str, most_lines: int, widest: float, font: QFont) -> str:
    """Enough of a long text to fill the lines, without laying out thousands of characters that are not shown."""
    enough = int(most_lines * widest / max(1.0, font.pixelSize() * 0.18)) + 16
    return text[:enough]


def _lay_out(text: str, font: QFont, width: float, centred: bool = True) -> QTextLayout:
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # by its own script, whatever the app's is
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, y))
        y += line.height() * LEADING
    layout.endLayout()
    return layout


def _cut(text: str, end: int, font: QFont, widest: float, *, most_lines: int, centred: bool) -> QTextLayout:
    """The beginning up to about ``end``, and the sign of more, which may be wider than what it stands for."""
    end = _between_words(text, end)
    layout = _lay_out(text[:end].rstrip() + "…", font, widest, centred)
    while layout.lineCount() > most_lines and end > 1:
        end = _between_words(text, end - 1)
        layout = _lay_out(text[:end].rstrip() + "…", font, widest, centred)
    return layout


def _between_words(text: str, end: int) -> int:
    """The last place up to ``end`` at which no word is cut; in the first word, or in a very long one, no character."""
    if end >= len(text) or text[end].isspace():
        return end
    start, after = end, end
    while start and not text[start - 1].isspace():
        start -= 1
    while after < len(text) and not text[after].isspace() and after - start <= LONG_WORD:
        after += 1
    if text[:start].strip() and after - start <= LONG_WORD:
        return start
    units = text.encode("utf-16-le", "surrogatepass")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    finder.setPosition(len(text[:end].encode("utf-16-le", "surrogatepass")) // 2)
    if not finder.isAtBoundary():
        finder.toPreviousBoundary()
    return max(1, len(units[: 2 * finder.position()].decode("utf-16-le", "ignore")))


def _narrowest(text: str, font: QFont, widest: float, lines: int) -> float:
    """The smallest width that still needs no more than ``lines`` lines, to within two pixels."""
    low, high = min(24.0, widest), widest
    if lines == 1:
        return min(widest, _width(_lay_out(text, font, widest)) + 1.0)
    while high - low > 2.0:
        middle = (low + high) / 2
        laid = _lay_out(text, font, middle)
        if laid.lineCount() <= lines and not _breaks_inside_word(laid, text):
            high = middle
        else:
            low = middle
    return min(widest, _width(_lay_out(text, font, high)) + 1.0)


def _breaks_inside_word(layout: QTextLayout, text: str) -> bool:
    utf16 = text.encode("utf-16-le", "surrogatepass")
    for i in range(1, layout.lineCount()):
        start = layout.lineAt(i).textStart()
        before = utf16[2 * start - 2 : 2 * start].decode("utf-16-le", "ignore")
        if before and before.isalnum():
            return True
    return False


def _width(layout: QTextLayout) -> float:
    return max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)


def _end_of_line(layout: QTextLayout, lines: int) -> int:
    """How many characters (not UTF-16 units) stand in the first ``lines`` lines."""
    last = layout.lineAt(min(lines, layout.lineCount()) - 1)
    units = last.textStart() + last.textLength()
    text = layout.text().encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
    return max(1, len(text.rstrip()))


def _setting(layout: QTextLayout, width: float, *, cut: bool) -> Setting:
    height = _height(layout, layout.lineCount())
    return Setting(layout, QSizeF(width, height), layout.lineCount(), len(layout.text()), cut)


def _height(layout: QTextLayout, most_lines: int) -> float:
    """Of the first lines, with the space between them."""
    lines = [layout.lineAt(i).height() for i in range(min(most_lines, layout.lineCount()))]
    return sum(lines) + (LEADING - 1) * sum(lines[:-1])
