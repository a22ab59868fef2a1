#!/usr/bin/env python3
"""Whether the lines under Support may go out with a release: each was checked by a person, and not long ago.

    python3 packaging/release.py                     the lines of this checkout, today
    python3 packaging/release.py --on 2026-12-24     as it will be on that day
    python3 packaging/release.py --lines FOLDER      the lines.toml of another folder

Run it before a release. It prints one line for each number that must be checked first, and ends with 1 then; with 0
where there is none, and with 2 where the file cannot be read. Needs nothing but Python 3.11. It is no part of the
tests: they must pass on any day, while only a person can check a line.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "desktop"))

from guesthouse.content.helplines import load_regions  # noqa: E402  the path comes first
from guesthouse.content.wrong import WrongContent  # noqa: E402
from guesthouse.domain.care import Region  # noqa: E402

LONGEST = 180
"""Days for which a check holds."""


def what_is_wrong(verified: str, on: date) -> str:
    """Why a line that was checked on the day ``verified`` may not go out on another; empty where it may."""
    if not verified:
        return "no person has checked it yet"
    ago = (on - date.fromisoformat(verified)).days
    if ago < 0:
        return f"checked on {verified}, which is still to come"
    if ago > LONGEST:
        return f"checked on {verified}, {ago} days ago; a check holds for {LONGEST}"
    return ""


def to_check(regions: tuple[Region, ...], on: date) -> Iterator[str]:
    """A sentence for each line that must be checked first."""
    for region in regions:
        for line in region.lines:
            wrong = what_is_wrong(line.verified, on)
            if wrong:
                yield f"{region.name}: {line.name}, {line.number}: {wrong}."


def main(argv: list[str]) -> int:
    """The exit code; what is to be checked goes to stdout."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD", help="the day; now today")
    parser.add_argument("--lines", type=Path, default=ROOT / "resources" / "helplines", metavar="FOLDER")
    asked = parser.parse_args(argv)
    try:
        regions = load_regions(asked.lines)
    except WrongContent as wrong:
        print(f"The lines cannot be read: {wrong}", file=sys.stderr)
        return 2
    found = list(to_check(regions, asked.on or datetime.now().astimezone().date()))
    all_of_them = sum(len(region.lines) for region in regions)
    for sentence in found:
        print(sentence)
    if found:
        told = f"{len(found)} of {all_of_them} lines must be checked before a release. CONTRIBUTING.md says how."
    else:
        told = f"All {all_of_them} lines were checked by a person within {LONGEST} days."
    print(told, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
