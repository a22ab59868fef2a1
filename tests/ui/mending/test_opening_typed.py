"""A backup is opened by what was typed: its passphrase, or its recovery code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Backup, Inside, Why
from guesthouse.errors import KeysMissing, Trouble, WrongCode, WrongKey
from guesthouse.ui.mending.shelf import opened

FILE = Path("/backups/guesthouse-20260101-080000-3-daily.db")
BACKUP = Backup(FILE, datetime(2026, 1, 1, 8, 0, tzinfo=UTC), 4096, True, Why.DAILY)


@dataclass
class Opening:
    """Refuses as it is told to; what it does not refuse opens with a key of its own."""

    passphrase: Trouble | None
    code: Trouble | None = None

    def opening(self, backup: Path, passphrase: str | None) -> bytes | None:
        return _or_refused(self.passphrase, b"by the passphrase")

    def opening_with_code(self, backup: Path, code: str) -> bytes | None:
        return _or_refused(self.code, b"by the code")

    def look_into(self, backup: Backup, key: bytes | None = None) -> Inside | None:
        return Inside(1, 1, 0)


def _or_refused(trouble: Trouble | None, key: bytes) -> bytes:
    if trouble is not None:
        raise trouble
    return key


@pytest.mark.parametrize("refused", [WrongKey(FILE), KeysMissing(FILE)])
def test_what_opens_it_by_no_passphrase_is_tried_as_a_code(refused: Trouble) -> None:
    asked = Opening(refused)
    assert opened(asked, asked, BACKUP, "typed").key == b"by the code"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("passphrase", "code", "told"),
    [
        (WrongKey(FILE), WrongCode(), WrongKey),
        (WrongKey(FILE), KeysMissing(FILE), WrongKey),
        (KeysMissing(FILE), KeysMissing(FILE), KeysMissing),
        (KeysMissing(FILE), WrongCode(), KeysMissing),
    ],
)
def test_where_neither_opens_it_damaged_slots_are_never_told_as_a_wrong_passphrase(
    passphrase: Trouble, code: Trouble, told: type[Trouble]
) -> None:
    asked = Opening(passphrase, code)
    with pytest.raises(told):
        opened(asked, asked, BACKUP, "typed")  # type: ignore[arg-type]
