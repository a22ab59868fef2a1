"""The recovery code: a secret that can be written down by hand, and read again however it was written.

Seven groups of five characters of Crockford's base 32 (no I, L, O, U): four carry the secret, the fifth is a check over
the group and its place: a sum over the field of 32 elements, in which every place has a weight of its own. So one wrong
character, two that changed places, and two groups that did are always noticed, and the group is known.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from guesthouse.errors import WrongCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, CARRIED = 7, 4
LENGTH = CARRIED + 1
SECRET_BYTES = 18  # 144 bits, of which the code carries 140

FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # come along when text is copied
APART = re.compile(r"[\s\-_.,:;/|\u2010-\u2015\u2212]+")
TOGETHER = re.compile(r"[^\s\-_.,:;/|\u2010-\u2015\u2212]+")
FIELD = 0b100101  # x^5 + x^2 + 1


def write_code(secret: bytes) -> str:
    """The code for a secret of ``SECRET_BYTES``, its groups joined by hyphens."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("not as long as a secret is")
    number = int.from_bytes(secret, "big")
    characters = [ALPHABET[(number >> 5 * place) & 31] for place in range(GROUPS * CARRIED)]
    starts = range(0, len(characters), CARRIED)
    groups = ["".join(characters[start : start + CARRIED]) for start in starts]
    return "-".join(group + _check(group, place) for place, group in enumerate(groups, 1))


def read_code(typed: str) -> str:
    """The code as :func:`write_code` writes it; case, spaces, hyphens, and what looks alike are forgiven.

    Raises:
        WrongCode: it cannot be a code; ``group`` is the first group with a slip in it.
    """
    seen = UNSEEN.sub("", unicodedata.normalize("NFKC", typed))
    groups = _parted(seen.upper().translate(FORGIVEN))
    for place, group in enumerate(groups, 1):
        if not _is_whole(group, place):
            raise WrongCode(place)
    return "-".join(groups)


def place_of(typed: str, group: int) -> tuple[int, int]:
    """Where a group stands in what was typed: its first place and the one after it; the end where it is missing."""
    pieces = [piece.span() for piece in TOGETHER.finditer(typed)]
    if len(pieces) == GROUPS:
        return pieces[group - 1]
    places = [place for start, end in pieces for place in range(start, end)]
    of_it = places[(group - 1) * LENGTH : group * LENGTH] or [len(typed)]
    return of_it[0], min(of_it[-1] + 1, len(typed))


def _parted(typed: str) -> list[str]:
    """Always seven groups, some of which may have a wrong length."""
    groups = [group for group in APART.split(typed) if group]
    if len(groups) == GROUPS:
        return groups
    joined = "".join(groups)
    if len(joined) != GROUPS * LENGTH:
        return _with_one_odd(joined)
    return [joined[start : start + LENGTH] for start in range(0, len(joined), LENGTH)]


def _with_one_odd(joined: str) -> list[str]:
    """Too long or too short, and written without gaps: the odd group is the one between others that are whole."""
    length = max(len(joined) - (GROUPS - 1) * LENGTH, 0)
    ways = [_cut(joined, place, length) for place in range(GROUPS)]
    return next((groups for place, groups in enumerate(ways) if _are_others_whole(groups, place)), ways[-1])


def _cut(joined: str, odd: int, length: int) -> list[str]:
    """Seven groups, of which one has another length."""
    ends = [place * LENGTH + (length - LENGTH if place > odd else 0) for place in range(GROUPS)]
    return [joined[begin:end] for begin, end in pairwise([*ends, len(joined)])]


def _are_others_whole(groups: list[str], odd: int) -> bool:
    return all(_is_whole(group, place + 1) for place, group in enumerate(groups) if place != odd)


def _is_whole(group: str, place: int) -> bool:
    known = len(group) == LENGTH and all(character in ALPHABET for character in group)
    return known and _check(group[:CARRIED], place) == group[CARRIED]


def _check(group: str, place: int) -> str:
    total = place
    for character in group:
        total = _doubled(total) ^ ALPHABET.index(character)
    return ALPHABET[_doubled(total)]


def _doubled(element: int) -> int:
    """Times x in the field."""
    element <<= 1
    return element ^ FIELD if element & 32 else element
