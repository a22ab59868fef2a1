"""The key slots: what opens them, what does not, what is damaged, and what a crafted file cannot do."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guesthouse.errors import KeysMissing, TooNew, Trouble, WrongCode, WrongKey
from guesthouse.storage import key_slots
from guesthouse.storage.key_slots import (
    COST,
    PASSPHRASE,
    RECOVERY,
    Cost,
    KeySlots,
    fresh_code,
    fresh_key,
    from_bytes,
    id_of,
    read_slots,
    slots_for,
    to_bytes,
    write_slots,
)
from tests.safety.hands import KEY, contents

LIGHT = Cost(memory=64, passes=1, lanes=1)
CODE = fresh_code()


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slots that cost next to nothing."""
    monkeypatch.setattr(key_slots, "COST", LIGHT)


@pytest.fixture
def slots(light: None) -> KeySlots:
    """Both slots of the key."""
    return slots_for(KEY).with_passphrase(KEY, "open sesame").with_code(KEY, CODE)


def test_each_slot_opens_the_same_key_by_its_own_secret(slots: KeySlots) -> None:
    assert slots.open_with("open sesame") == slots.open_with_code(CODE.lower().replace("-", " ")) == KEY
    assert from_bytes(to_bytes(slots)) == slots
    with pytest.raises(WrongKey):
        slots.open_with("open sesame ")
    with pytest.raises(WrongCode) as caught:
        slots.open_with_code(fresh_code())
    assert caught.value.group == 0


def test_a_new_slot_costs_what_was_decided() -> None:
    slots = slots_for(KEY).with_passphrase(KEY, "open sesame")
    (form,) = json.loads(to_bytes(slots))["slots"]

    assert (form["kdf"]["memory"], form["kdf"]["passes"], form["kdf"]["lanes"]) == (65536, 3, 4)
    assert slots.slots[0].cost == COST and slots.open_with("open sesame") == KEY


def test_each_slot_has_a_salt_and_a_nonce_of_its_own(light: None) -> None:
    made = [slots_for(KEY).with_passphrase(KEY, "one and the same") for _ in range(8)]
    assert len({each.slots[0].salt for each in made}) == len({each.slots[0].nonce for each in made}) == 8
    both = made[0].with_code(KEY, fresh_code()).slots
    assert both[0].salt != both[1].salt and both[0].nonce != both[1].nonce


def test_old_slots_open_after_new_ones_cost_more(slots: KeySlots, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_slots, "COST", Cost(memory=256, passes=2, lanes=2))
    raised = from_bytes(to_bytes(slots)).with_passphrase(KEY, "open better")

    assert raised.open_with("open better") == raised.open_with_code(CODE) == KEY
    assert {slot.kind: slot.cost.memory for slot in raised.slots} == {PASSPHRASE: 256, RECOVERY: 64}


@pytest.mark.parametrize(
    "passphrase",
    [
        "x",
        "  between blanks  ",
        "a\0b",
        "\0",
        "שלום עולם",
        "🐢" * 40,
        "x" * 100_000,
        "\ud83d alone",
        "\u200fa\n\r\tb",
        "ſ",
    ],
    ids=["one", "blanks", "nul", "only nul", "rtl", "emoji", "long", "half", "unseen", "long s"],
)
def test_a_passphrase_is_used_to_the_letter(light: None, passphrase: str) -> None:
    slots = slots_for(KEY).with_passphrase(KEY, passphrase)

    assert slots.open_with(passphrase) == KEY
    for other in (
        passphrase + " ",
        passphrase + "\0",
        passphrase[:-1],
        passphrase.upper() + "!",
        passphrase + passphrase,
    ):
        with pytest.raises(WrongKey):
            slots.open_with(other)


def test_one_letter_is_the_same_however_it_is_written(light: None) -> None:
    assert slots_for(KEY).with_passphrase(KEY, "caf\u00e9").open_with("cafe\u0301") == KEY
    with pytest.raises(WrongKey):
        slots_for(KEY).with_passphrase(KEY, "\ufb01ne").open_with("fine")


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u3000\u00a0"])
def test_a_blank_one_is_refused_and_opens_nothing(slots: KeySlots, blank: str) -> None:
    with pytest.raises(ValueError):
        slots.with_passphrase(KEY, blank)
    with pytest.raises(WrongKey):
        slots.open_with(blank)


def test_another_passphrase_takes_the_place_of_the_first_and_the_code_stays(slots: KeySlots) -> None:
    changed = slots.with_passphrase(KEY, "another")

    assert changed.open_with("another") == changed.open_with_code(CODE) == KEY
    with pytest.raises(WrongKey):
        changed.open_with("open sesame")
    recoded = changed.with_code(KEY, other := fresh_code())
    assert recoded.open_with("another") == recoded.open_with_code(other) == KEY
    with pytest.raises(WrongCode):
        recoded.open_with_code(CODE)


def test_a_slot_of_another_kind_or_another_key_opens_nothing(slots: KeySlots) -> None:
    """The kind and the key are bound into the seal."""
    form = json.loads(to_bytes(slots))
    form["key"] = id_of(fresh_key())
    with pytest.raises(KeysMissing):
        from_bytes(json.dumps(form).encode())
    with pytest.raises(WrongKey):
        KeySlots(form["key"], slots.slots).open_with("open sesame")

    code_as_passphrase = slots_for(KEY).with_passphrase(KEY, CODE)
    (slot,) = code_as_passphrase.slots
    other = key_slots.Slot(RECOVERY, slot.cost, slot.salt, slot.nonce, slot.sealed)
    with pytest.raises(WrongCode):
        KeySlots(id_of(KEY), (other,)).open_with_code(CODE)


def test_nothing_secret_stands_in_the_file_or_is_told(slots: KeySlots) -> None:
    said = f"{to_bytes(slots)!r} {slots!r}"
    for secret in ("sesame", CODE, CODE.replace("-", ""), KEY.hex(), repr(KEY)[2:20]):
        assert secret not in said
    for wrong in (lambda: slots.open_with("zinnoberwort"), lambda: slots.open_with_code("zinnoberwort")):
        with pytest.raises(Trouble) as caught:
            wrong()
        assert "zinnober" not in f"{caught.value} {caught.value!r} {caught.value.args} {caught.value.__context__!r}"


def without(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda form: form.pop(name)


def with_(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda form: form.update({name: value})


@pytest.mark.parametrize(
    "spoil",
    [
        *map(without, ("format", "version", "key", "slots")),
        *(with_("version", value) for value in (0, "1", 1.5)),
        *(with_("key", value) for value in ("zz", 7, "")),
        *(with_("slots", value) for value in ([], 7, [7, None, [], {}, "x"])),
        with_("format", "else"),
    ],
)
def test_what_is_not_whole_is_missing(slots: KeySlots, spoil: Callable[[dict[str, Any]], None]) -> None:
    form = json.loads(to_bytes(slots))
    spoil(form)
    with pytest.raises(KeysMissing):
        from_bytes(json.dumps(form).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"7", b"null", b"\xff\xfe", b"[" * 60_000, b"\0" * 800])
def test_what_is_something_else_is_missing(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "guesthouse.keys"
    file.write_bytes(data)
    with pytest.raises(KeysMissing) as caught:
        read_slots(file)
    assert caught.value.path == file


@pytest.mark.parametrize("make", [lambda file: None, Path.mkdir, lambda file: file.write_bytes(b" " * 10_000_000)])
def test_no_file_a_folder_and_a_huge_file_are_missing(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "guesthouse.keys")
    with pytest.raises(KeysMissing):
        read_slots(tmp_path / "guesthouse.keys")


def test_a_newer_file_is_told_as_that(slots: KeySlots) -> None:
    form = {"format": "guesthouse-keys", "version": 2, "anything": "else"}
    with pytest.raises(TooNew):
        from_bytes(json.dumps(form).encode())


def test_a_flipped_bit_is_never_told_as_a_wrong_passphrase(slots: KeySlots) -> None:
    """A slot is whole and opens, or it is damaged."""
    whole = to_bytes(slots)
    opened = 0
    for place in range(len(whole)):
        broken = bytearray(whole)
        broken[place] ^= 1 << place % 8
        try:
            found = from_bytes(bytes(broken))
        except (KeysMissing, TooNew):
            continue
        if found.has(PASSPHRASE):
            assert found.open_with("open sesame") == KEY
        if found.has(RECOVERY):
            assert found.open_with_code(CODE) == KEY
        opened += 1
    assert opened > len(whole) // 4


@pytest.mark.parametrize(
    "cost",
    [
        {"memory": 1 << 21},
        {"memory": 1 << 20, "passes": 5},
        {"memory": 1 << 60},
        {"memory": -1},
        {"memory": 7},
        {"memory": 1e9},
        {"passes": 17},
        {"passes": 0},
        {"lanes": 17},
        {"lanes": 0},
        {"memory": True},
        {"memory": "64"},
        {"salt": "AAAA"},
        {"salt": "A" * 4000},
    ],
)
def test_what_a_crafted_slot_asks_for_is_not_tried(slots: KeySlots, cost: dict[str, Any]) -> None:
    form = json.loads(to_bytes(slots))
    for slot in form["slots"]:
        slot["kdf"].update(cost)
        del slot["sum"]
        slot["sum"] = key_slots._sum(slot, form["key"])
    with pytest.raises(KeysMissing):
        from_bytes(json.dumps(form).encode())


def test_one_damaged_slot_leaves_the_other(slots: KeySlots) -> None:
    form = json.loads(to_bytes(slots))
    form["slots"][0]["sealed"] = "AAAA" + form["slots"][0]["sealed"][4:]
    left = from_bytes(json.dumps(form).encode())

    assert left.open_with_code(CODE) == KEY and not left.has(PASSPHRASE)
    with pytest.raises(KeysMissing):
        left.open_with("open sesame")
    assert left.filled_from(slots) == slots and slots.filled_from(left) == slots
    assert left.filled_from(slots_for(fresh_key())) == left


def test_it_is_written_beside_its_place_private_and_whole(tmp_path: Path, slots: KeySlots) -> None:
    file = tmp_path / "guesthouse.keys"
    (tmp_path / "guesthouse.keys.new").write_bytes(b"half of one")
    write_slots(file, slots)
    write_slots(file, slots.with_passphrase(KEY, "another"))

    assert contents(tmp_path).keys() == {"guesthouse.keys"} and stat.S_IMODE(file.stat().st_mode) == 0o600
    assert read_slots(file).open_with("another") == KEY


def test_keys_and_codes_are_never_the_same() -> None:
    assert len({fresh_key() for _ in range(50)}) == len({fresh_code() for _ in range(50)}) == 50
    assert id_of(KEY) == id_of(KEY) != id_of(fresh_key()) and KEY.hex()[:8] not in id_of(KEY)


def test_what_makes_keys_comes_in_only_when_one_is_asked_for() -> None:
    asks = "import sys, guesthouse.services.strongbox; sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asks], check=False).returncode == 0
