"""A sealed backup opens with what it carries, and asks for nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Inside, Why
from guesthouse.errors import KeysMissing, NotABackup, PassphraseNeeded, WrongCode, WrongKey
from guesthouse.paths import Paths
from guesthouse.storage.key_slots import fresh_code, read_slots, slots_for, write_slots
from tests.safety.hands import KEY, Clock, contents
from tests.services.restored import NOW, OTHER, THEN, Home, as_it_was, changed

CODE = "0000-0000-0000-0000-0000-0000-0000"


@pytest.mark.parametrize("then", ["sealed"], indirect=True)
def test_a_sealed_backup_asks_for_its_own_passphrase(today: Home, then: Path) -> None:
    restoring = today.restoring

    assert restoring.is_sealed(then)
    with pytest.raises(PassphraseNeeded):
        restoring.opening(then, None)
    for wrong in (NOW, "", THEN.upper()):
        with pytest.raises(WrongKey) as told:
            restoring.opening(then, wrong)
    assert told.value.path == then
    assert restoring.opening(then, THEN) == KEY and restoring.look(then, KEY) == Inside(2, 2, 0)
    assert restoring.opens_with(then, KEY) and not restoring.opens_with(then, OTHER)
    with pytest.raises(WrongKey):
        restoring.look(then, OTHER)
    for key in (None, OTHER):
        with pytest.raises((PassphraseNeeded, WrongKey)):
            restoring.restore(then, key_now=None, key_then=key)
    assert today.known(None) == ["today"]


@pytest.mark.parametrize("then", ["sealed"], indirect=True)
def test_a_sealed_backup_that_is_cut_is_told(today: Home, then: Path) -> None:
    whole = then.read_bytes()
    for size in (len(whole) - 1, len(whole) - 4096, len(whole) // 8192 * 4096, 4096, 10):
        then.write_bytes(whole[:size])
        with pytest.raises((NotABackup, KeysMissing)):
            today.restoring.opening(then, THEN)
    then.write_bytes(whole[:4096] + whole[-4096:])  # its trailer is whole, its pages are not
    with pytest.raises(NotABackup):
        today.restoring.opening(then, THEN)


def its_slots_scratched(whole: bytearray) -> None:
    whole[-4096 + 300] ^= 1


def its_end_scratched(whole: bytearray) -> None:
    whole[-1] ^= 1


@pytest.mark.parametrize("then", ["sealed"], indirect=True)
@pytest.mark.parametrize("today", ["sealed otherwise"], indirect=True)
@pytest.mark.parametrize("spoil", [its_slots_scratched, its_end_scratched])
def test_where_its_slots_are_damaged_its_passphrase_is_not_told_as_wrong(
    today: Home, then: Path, spoil: Callable[[bytearray], None]
) -> None:
    """Slots of another file lie here: what these say tells nothing of the passphrase of this one."""
    write_slots(today.paths.keys, read_slots(today.paths.keys).with_code(OTHER, fresh_code()))
    changed(spoil)(then)
    asks: list[Callable[[], object]] = [
        lambda: today.restoring.opening(then, THEN),
        lambda: today.restoring.opening(then, NOW),  # it opens the slots of today, which are not its
        lambda: today.restoring.opening_with_code(then, fresh_code()),
    ]
    for ask in asks:
        with pytest.raises((NotABackup, KeysMissing)) as told:
            ask()
        assert told.value.path == then


@pytest.mark.parametrize("today", ["sealed"], indirect=True)
@pytest.mark.parametrize("spoil", [its_slots_scratched, its_end_scratched])
def test_where_its_slots_are_damaged_those_of_today_open_it_if_they_can(
    today: Home, spoil: Callable[[bytearray], None]
) -> None:
    made = today.backups.make(Why.BY_HAND).file
    changed(spoil)(made)

    assert today.restoring.opening(made, NOW) == KEY
    shutil.copy(today.paths.keys, made.with_suffix(".keys"))
    with pytest.raises(WrongKey):
        today.restoring.opening(made, THEN)  # those beside it are its own


@pytest.mark.parametrize("today", ["sealed"], indirect=True)
def test_the_passphrase_of_today_is_as_good_for_a_backup_with_the_same_key(today: Home) -> None:
    made = today.backups.make(Why.BY_HAND).file
    write_slots(today.paths.keys, slots_for(KEY).with_passphrase(KEY, "a new one"))

    assert today.restoring.opening(made, "a new one") == today.restoring.opening(made, NOW) == KEY
    today.restoring.restore(made, key_now=KEY, key_then=KEY)
    assert read_slots(today.paths.keys).open_with("a new one") == KEY


@pytest.mark.parametrize("today", ["sealed"], indirect=True)
def test_a_copy_that_was_made_with_a_file_manager_opens_with_the_slots_beside_it(today: Home, tmp_path: Path) -> None:
    for name in ("guesthouse.db", "guesthouse.keys"):
        shutil.copy(today.paths.data / name, tmp_path / name)
    new = Home(Paths.under(tmp_path / "new"), Clock(), None)
    key = new.restoring.opening(tmp_path / "guesthouse.db", NOW)
    new.restoring.restore(tmp_path / "guesthouse.db", key_now=None, key_then=key)

    assert new.known(KEY) == ["today"] and read_slots(new.paths.keys).open_with(NOW) == KEY


@pytest.mark.parametrize("today", ["sealed"], indirect=True)
def test_where_the_slots_of_today_are_lost_a_plain_backup_does_not_unseal_the_file(today: Home, then: Path) -> None:
    copy = today.backups.make(Why.BY_HAND).file
    today.paths.keys.unlink()
    today.restoring.restore(then, key_now=today.key, key_then=None)

    assert today.known(today.key) == ["and then", "then"]
    assert read_slots(today.paths.keys).open_with(NOW) == today.key
    for each in (copy, *(copy.file for copy in today.backups.listed()), today.paths.keys):
        each.unlink(missing_ok=True)
    before = contents(today.paths.data)
    with pytest.raises(KeysMissing):
        today.restoring.restore(then, key_now=today.key, key_then=None)
    assert as_it_was(today, before)


@pytest.mark.parametrize("then", ["sealed"], indirect=True)
def test_a_wrong_recovery_code_is_told(today: Home, then: Path) -> None:
    with pytest.raises((WrongCode, KeysMissing)):
        today.restoring.opening_with_code(then, CODE)
