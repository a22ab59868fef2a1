"""Names for files in an archive that every system takes, each once."""

from __future__ import annotations

import re
import unicodedata

MOST_BYTES = 100
_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*%\u2028\u2029]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)", re.IGNORECASE)
_UNSEEN = ("Cf", "Cc", "Cs", "Co", "Cn")


class Names:
    """Gives out names and remembers which are taken; upper and lower case are one."""

    def __init__(self) -> None:
        """None is taken."""
        self._taken: dict[str, int] = {}

    def free(self, folder: str, title: str, ending: str) -> str:
        """A path in the folder, after a title; a number is put to it where there is one already."""
        base = plain_name(title) or "untitled"
        key = f"{folder}/{base}".casefold()
        number = self._taken.get(key, 0)
        while True:
            number += 1
            name = f"{folder}/{base}{'' if number == 1 else f' ({number})'}{ending}"
            if name.casefold() not in self._taken:
                break
        self._taken[key] = number
        self._taken[name.casefold()] = 0
        return name


def plain_name(title: str) -> str:
    """A title as the name of a file: no marks that turn its direction, nothing that a system refuses, not too long."""
    seen = "".join(one for one in unicodedata.normalize("NFC", title) if unicodedata.category(one) not in _UNSEEN)
    base = " ".join(_UNFIT.sub(" ", seen).split()).lstrip(".")
    while len(base.encode()) > MOST_BYTES:
        base = base[:-1]
    base = base.strip(". ")
    return f"_{base}" if _RESERVED.match(base) else base
