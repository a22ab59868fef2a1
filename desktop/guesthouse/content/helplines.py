"""Reads the lines one can turn to, by region, and checks each of them."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.care import Line, Region

LINE_KEYS = tuple(field.name for field in fields(Line))
MAY_BE_EMPTY = {"hours", "languages", "source_date", "verified"}
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
WHOLE = "YYYY-MM-DD"


def load_regions(folder: Path) -> tuple[Region, ...]:
    """Read ``folder``/lines.toml, in its order; the last region stands for everywhere else.

    Raises:
        WrongContent: the file is missing or no TOML, or an entry is not as it must be; region and line are named.
    """
    file = folder / "lines.toml"
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongContent(f"{file.name}: {error}") from error
    entries = raw.get("region")
    if not isinstance(entries, list) or not entries:
        raise WrongContent(f"{file.name}: no region")
    regions = tuple(_region(entry, f"{file.name}, region {number}") for number, entry in enumerate(entries, 1))
    _check_together(regions, file.name)
    return regions


def _region(raw: Any, where: str) -> Region:
    code, name, emergency = (_text(raw, key, where, empty=key == "emergency") for key in ("code", "name", "emergency"))
    where = f"{where} ({code})"
    countries = raw.get("countries")
    if not isinstance(countries, list) or not all(re.fullmatch("[A-Z]{2}", str(country)) for country in countries):
        raise WrongContent(f"{where}: countries must be a list of two-letter codes")
    lines = tuple(_line(line, f"{where}, line {number}") for number, line in enumerate(raw.get("line", ()), 1))
    if not lines:
        raise WrongContent(f"{where}: no line")
    if emergency and lines[0].number != emergency:
        raise WrongContent(f"{where}: the first line must be the emergency number {emergency}")
    return Region(code, name, tuple(countries), emergency, lines)


def _line(raw: Any, where: str) -> Line:
    unknown = set(raw) - set(LINE_KEYS) if isinstance(raw, dict) else {"no table"}
    if unknown:
        raise WrongContent(f"{where}: not known: {', '.join(sorted(unknown))}")
    line = Line(**{key: _text(raw, key, where, empty=key in MAY_BE_EMPTY) for key in LINE_KEYS})
    where = f"{where} ({line.name})"
    if line.source_date and not _is_date(line.source_date):
        raise WrongContent(f"{where}: source_date must be YYYY, YYYY-MM or YYYY-MM-DD, not {line.source_date!r}")
    if line.verified and not (len(line.verified) == len(WHOLE) and _is_date(line.verified)):
        raise WrongContent(f"{where}: verified must be YYYY-MM-DD or empty, not {line.verified!r}")
    return line


def _is_date(text: str) -> bool:
    """Whether it is a year, a month of one or a day, which is in the calendar."""
    if DATE.fullmatch(text):
        with suppress(ValueError):
            return bool(date.fromisoformat(text + "0000-01-01"[len(text) :]))
    return False


def _text(raw: Any, key: str, where: str, *, empty: bool) -> str:
    value = raw.get(key) if isinstance(raw, dict) else None
    if not isinstance(value, str):
        raise WrongContent(f"{where}: {key} must be a text")
    if not value.strip() and not empty:
        raise WrongContent(f"{where}: {key} is empty")
    return value


def _check_together(regions: tuple[Region, ...], file: str) -> None:
    codes = [region.code for region in regions]
    countries = [country for region in regions for country in region.countries]
    for named in (codes, countries):
        twice = sorted({one for one in named if named.count(one) > 1})
        if twice:
            raise WrongContent(f"{file}: named twice: {', '.join(twice)}")
    if regions[-1].countries:
        raise WrongContent(f"{file}: the last region ({codes[-1]}) must be for everywhere else, without countries")
