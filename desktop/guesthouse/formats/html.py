"""Markdown as HTML that does nothing: no scripts, no raw HTML, no address but plain ones."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.tasklists import tasklists_plugin

from guesthouse.domain.journal import PICTURE, Picture

Address = Callable[[Picture], tuple[str, int, int]]
"""Where a picture is found, and how wide and high it is shown."""


class Renderer(MarkdownIt):
    """CommonMark with what is struck out and ticked off; HTML that stands in a text is shown as text."""

    def __init__(self) -> None:
        """Ready for any number of texts."""
        super().__init__("commonmark", {"html": False, "breaks": True})
        self.enable("strikethrough")
        self.use(tasklists_plugin)
        self.add_render_rule("image", _image)

    def validateLink(self, url: str) -> bool:  # noqa: N802  the library's name
        """Addresses that lead to a page, a letter or a picture of ours; all others stay words."""
        return url.strip().lower().startswith(("http://", "https://", "mailto:", PICTURE, "#"))

    def html(self, text: str, pictures: Mapping[str, Picture], address: Address) -> str:
        """A text as HTML. A picture of ours is shown; one from elsewhere is named and never fetched."""
        return str(self.render(text.replace("\0", "\ufffd"), {"pictures": pictures, "address": address}))


def whole(picture: Picture) -> tuple[str, int, int]:
    """A picture as an address that holds it."""
    data = base64.b64encode(picture.data).decode("ascii")
    return f"data:image/{picture.kind};base64,{data}", picture.width, picture.height


def _image(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Mapping[str, Any]) -> str:
    token = tokens[at]
    address = str(token.attrs.get("src", ""))
    words = escape(token.content)
    picture = env["pictures"].get(address.removeprefix(PICTURE)) if address.startswith(PICTURE) else None
    if picture is None:
        return f"<em>[{words or escape(address)}]</em>"
    source, width, height = env["address"](picture)
    return f'<img src="{source}" alt="{words}" width="{width}" height="{height}">'
