"""Entries as one quiet HTML page that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from guesthouse.formats.html import Renderer, whole
from guesthouse.formats.write_entries import Outgoing, Progress, SayHour, counted
from guesthouse.paths import resources

PLACE = "<!-- entries -->"


def write_html(entries: Iterable[Outgoing], to: Path, progress: Progress, say_hour: SayHour) -> int:
    """Write the page and return how many entries. Its frame is ``resources/paper/page.html``."""
    frame = (resources() / "paper" / "page.html").read_text(encoding="utf-8")
    before, after = frame.split(PLACE)
    markdown = Renderer()
    done = 0
    with to.open("w", encoding="utf-8", newline="\n") as file:
        file.write(before)
        for number, outgoing in counted(entries, progress):
            pictures = {picture.id: picture for picture in outgoing.pictures}
            text = markdown.html(outgoing.entry.text, pictures, whole)
            file.write(f"<article>\n{header_of(outgoing, say_hour)}{text}</article>\n")
            done = number
        file.write(after)
    return done


def header_of(outgoing: Outgoing, say_hour: SayHour) -> str:
    """What stands over an entry's text: hour, title, tags, the noticing line and the thoughts it is about."""
    entry = outgoing.entry
    parts = [
        f'<p class="hour"><time datetime="{entry.written.isoformat()}">{escape(say_hour(entry.written))}</time></p>'
    ]
    if entry.title:
        parts.append(f"<h1>{escape(entry.title)}</h1>")
    if entry.tags:
        parts.append(f'<p class="tags">{" ".join(f"<span>{escape(tag)}</span>" for tag in entry.tags)}</p>')
    if entry.noticing:
        parts.append(f'<p class="noticing">{escape(entry.noticing)}</p>')
    if outgoing.about:
        parts.append(f'<p class="about">{escape(" · ".join(outgoing.about))}</p>')
    return "\n".join(parts) + "\n"
