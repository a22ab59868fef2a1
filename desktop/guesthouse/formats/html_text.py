"""HTML that an editor has written, as Markdown: looks that Markdown has not are left away, words never."""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser

from guesthouse.domain.journal import PICTURE, ForeignPicture
from guesthouse.formats.own import decoder

_SIGNS = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~", "del": "~~", "strike": "~~", "code": "`"}
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table", "tr")
_DATA = re.compile(r"data:image/[\w.+-]+;base64,(.*)", re.DOTALL)
_MANY_LINES = re.compile(r"\n{3,}")


def as_markdown(html: str) -> tuple[str, list[ForeignPicture], list[str]]:
    """The text, the pictures that stand in it whole, and the names of sounds and films that are left out."""
    if not re.search(r"<[a-zA-Z/!]", html):
        return html, [], []
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return writer.text(), writer.pictures, writer.others


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pictures: list[ForeignPicture] = []
        self.others: list[str] = []
        self._parts: list[str] = []
        self._lists: list[int | None] = []
        self._links: list[str] = []
        self._quotes = 0
        self._pre = 0

    def text(self) -> str:
        """What was written, without more than one empty line between paragraphs."""
        return _MANY_LINES.sub("\n\n", "".join(self._parts)).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {key: value or "" for key, value in attrs}
        if tag == "pre":
            self._block()
            self._parts.append("```\n")
            self._pre += 1
        elif tag in _SIGNS and not self._pre:
            self._parts.append(_SIGNS[tag])
        elif tag in ("ul", "ol"):
            self._block(1 if self._lists else 2)
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._item(facts)
        elif tag == "blockquote":
            self._block()
            self._quotes += 1
            self._parts.append("> " * self._quotes)
        elif tag in _BLOCKS:
            self._begin(tag)
        else:
            self._inline(tag, facts)

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._pre = max(0, self._pre - 1)
            self._parts.append("\n```\n\n")
        elif tag in _SIGNS and not self._pre:
            self._parts.append(_SIGNS[tag])
        elif tag in ("ul", "ol"):
            if self._lists:
                self._lists.pop()
            if not self._lists:
                self._block()
        elif tag == "a" and self._links:
            address = self._links.pop()
            self._parts.append(f"]({address})" if address else "")
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
            self._block()
        elif tag in _BLOCKS and not self._lists:
            self._block()

    def handle_data(self, data: str) -> None:
        if self._pre:
            self._parts.append(data)
            return
        words = re.sub(r"[ \t\n\r]+", " ", data)
        if words == " " and (not self._parts or self._parts[-1].endswith("\n")):
            return
        self._parts.append(words)

    def _inline(self, tag: str, facts: dict[str, str]) -> None:
        if tag == "br":
            self._parts.append("\n" + "> " * self._quotes)
        elif tag == "hr":
            self._block()
            self._parts.append("---\n\n")
        elif tag == "a":
            self._links.append(facts.get("href", ""))
            self._parts.append("[" if facts.get("href") else "")
        elif tag == "img":
            self._picture(facts)
        elif tag in ("video", "audio", "iframe", "object"):
            self.others.append(tag)

    def _begin(self, tag: str) -> None:
        if self._lists or (self._quotes and self._parts and self._parts[-1].endswith("> ")):
            return
        self._block()
        self._parts.append("> " * self._quotes)
        if tag[0] == "h":
            self._parts.append("#" * int(tag[1]) + " ")

    def _item(self, facts: dict[str, str]) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append("\n")
        depth = max(0, len(self._lists) - 1)
        number = self._lists[-1] if self._lists else None
        sign = "- " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1
        checked = facts.get("data-checked")
        box = "" if checked is None else "[x] " if checked == "true" else "[ ] "
        self._parts.append("  " * depth + sign + box)

    def _picture(self, facts: dict[str, str]) -> None:
        words, source = facts.get("alt", "").replace("]", ""), facts.get("src", "")
        whole = _DATA.match(source)
        if whole is None:
            self._parts.append(f"![{words}]({source})")
            return
        data = "".join(whole.group(1).split())
        name = hashlib.sha256(data.encode()).hexdigest()[:32]
        self.pictures.append(ForeignPicture(name, words or name, decoder(data)))
        self._parts.append(f"![{words}]({PICTURE}{name})")

    def _block(self, lines: int = 2) -> None:
        """An empty line after what is written already."""
        if self._parts:
            self._parts.append("\n" * lines)
