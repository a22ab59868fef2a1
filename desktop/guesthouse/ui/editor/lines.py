"""How a line of Markdown is to look, as spans of kinds; nothing is taken away from it and nothing added.

A line is looked at by itself; from the line before only one thing is needed, whether a fenced block is open. Positions
are those of Python's strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

LONGEST = 4000
"""From this many characters on a line is not looked at for emphasis: it is no line that somebody wrote."""

_HEADING = re.compile(r" {0,3}(#{1,6})(?=\s|$)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_BOX = re.compile(r"[ \t]+(\[[ xX]\])(?=[ \t]|$)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\n]*)\)")
_BARE_LINK = re.compile(r"\bhttps?://[^\s<>]+[^\s<>.,:;!?)\"'\]]")
_EMPHASIS = re.compile(
    r"(?P<star>\*{1,3})(?=[^\s*])(?P<in_star>(?:[^*]|\*(?!(?P=star)))*?[^\s*])(?P=star)(?!\*)"
    r"|(?<![^\W_])(?P<line>_{1,3})(?=[^\s_])(?P<in_line>[^\n]*?[^\s_])(?P=line)(?![^\W_]|_)"
    r"|(?P<strike>~~)(?=\S)(?P<in_strike>[^\n]*?\S)~~"
)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


class Kind(Enum):
    """What a piece of a line is."""

    MARK = auto()  # a sign of Markdown's own
    HEADING = auto()
    STRONG = auto()
    EMPHASIS = auto()
    STRUCK = auto()
    CODE = auto()
    LINK = auto()
    PICTURE = auto()
    QUOTE = auto()
    DONE = auto()  # what stands behind a ticked box


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line; ``level`` is 1 to 6 for headings."""

    start: int
    end: int
    kind: Kind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Looks:
    """How a line looks, and the fence ("```" or "~~~") that is open after it, if one is."""

    spans: tuple[Span, ...]
    fence: str = ""


def look_at(line: str, fence: str = "") -> Looks:
    """How this line looks after a line that left ``fence`` open."""
    fenced = _FENCE.match(line)
    if fence:
        closed = fenced is not None and fenced.group(1).startswith(fence) and not line[fenced.end() :].strip()
        kind = Kind.MARK if closed else Kind.CODE
        return Looks((Span(0, len(line), kind),) if line else (), "" if closed else fence)
    if fenced is not None:
        return Looks((Span(0, len(line), Kind.MARK),), fenced.group(1)[:3])
    if len(line) > LONGEST:
        return Looks(())
    return Looks(tuple(_outer(line)))


def _outer(line: str) -> Iterator[Span]:
    """What the beginning of the line makes of it, then what stands in it."""
    if _RULE.match(line):
        yield Span(0, len(line), Kind.MARK)
        return
    at = 0
    quote = _QUOTE.match(line)
    if quote:
        at = quote.end()
        yield Span(0, len(line), Kind.QUOTE)
        yield Span(0, at, Kind.MARK)
    heading = _HEADING.match(line, at)
    item = _ITEM.match(line, at)
    if heading:
        yield Span(at, len(line), Kind.HEADING, len(heading.group(1)))
        yield Span(at, heading.end(), Kind.MARK)
        at = heading.end()
    elif item:
        yield Span(at, item.end(), Kind.MARK)
        at = item.end()
        box = _BOX.match(line, at)
        if box:
            if box.group(1) != "[ ]":
                yield Span(box.end(), len(line), Kind.DONE)
            yield Span(box.start(1), box.end(1), Kind.MARK)
            at = box.end()
    yield from _inner(line, at)


def _inner(line: str, at: int) -> Iterator[Span]:
    """Code, pictures, links and emphasis from ``at`` on."""
    hidden = list(line)
    for found in _ESCAPED.finditer(line, at):
        yield Span(found.start(), found.start() + 1, Kind.MARK)
        hidden[found.start() : found.end()] = "\0\0"
    for pattern, parts in ((_CODE, _code), (_PICTURE, _picture), (_LINK, _link), (_BARE_LINK, _bare)):
        for found in pattern.finditer("".join(hidden), at):
            yield from parts(found)
            if pattern is _LINK:  # what a link says may be emphasised
                hidden[found.start()] = "\0"
                _hide(hidden, found.end(1), found.end())
            else:
                _hide(hidden, *found.span())
    yield from _emphasis("".join(hidden), at, len(line))


def _emphasis(line: str, at: int, end: int) -> Iterator[Span]:
    for found in _EMPHASIS.finditer(line, at, end):
        mark = found.group("star") or found.group("line") or found.group("strike")
        width = len(mark)
        start, stop = found.start() + width, found.end() - width
        yield Span(found.start(), start, Kind.MARK)
        yield Span(stop, found.end(), Kind.MARK)
        if mark == "~~":
            yield Span(start, stop, Kind.STRUCK)
        else:
            if width != 2:
                yield Span(start, stop, Kind.EMPHASIS)
            if width > 1:
                yield Span(start, stop, Kind.STRONG)
        yield from _emphasis(line, start, stop)


def _code(found: re.Match[str]) -> Iterator[Span]:
    ticks = len(found.group(1))
    yield Span(found.start(), found.end(), Kind.CODE)
    yield Span(found.start(), found.start() + ticks, Kind.MARK)
    yield Span(found.end() - ticks, found.end(), Kind.MARK)


def _picture(found: re.Match[str]) -> Iterator[Span]:
    yield Span(found.start(), found.end(), Kind.PICTURE)


def _link(found: re.Match[str]) -> Iterator[Span]:
    yield Span(found.start(1), found.end(1), Kind.LINK)
    yield Span(found.start(), found.start(1), Kind.MARK)
    yield Span(found.end(1), found.end(), Kind.MARK)


def _bare(found: re.Match[str]) -> Iterator[Span]:
    yield Span(found.start(), found.end(), Kind.LINK)


def _hide(characters: list[str], start: int, end: int) -> None:
    characters[start:end] = "\0" * (end - start)
