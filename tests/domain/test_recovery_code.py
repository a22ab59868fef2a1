"""A code written down by hand: whatever slips is noticed where it slipped, however it is written it is read."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.recovery_code import ALPHABET, SECRET_BYTES, place_of, read_code, write_code
from guesthouse.errors import WrongCode

SECRETS = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)
PLACES = st.integers(0, 6)
CODE = write_code(bytes(range(SECRET_BYTES)))


def group_of(typed: str) -> int:
    """The group that is named, or 0 where nothing was noticed."""
    try:
        read_code(typed)
    except WrongCode as error:
        return error.group
    return 0


def changed(code: str, place: int, group: str) -> str:
    groups = code.split("-")
    groups[place] = group
    return "-".join(groups)


@given(SECRETS)
def test_what_is_written_is_seven_groups_of_five_and_is_read_again(secret: bytes) -> None:
    code = write_code(secret)

    assert [len(group) for group in code.split("-")] == [5] * 7
    assert set(code) <= {*ALPHABET, "-"} and not set(code) & set("ILOU")
    assert read_code(code) == code


def test_two_secrets_are_two_codes() -> None:
    codes = {write_code(bytes([number]) + bytes(SECRET_BYTES - 1)) for number in range(16)}
    codes |= {write_code(bytes(SECRET_BYTES - 1) + bytes([number])) for number in range(256)}

    assert len(codes) > 256


@pytest.mark.parametrize("secret", [b"", bytes(SECRET_BYTES - 1), bytes(SECRET_BYTES + 1)])
def test_a_secret_of_another_length_is_refused(secret: bytes) -> None:
    with pytest.raises(ValueError):
        write_code(secret)


@given(SECRETS, PLACES)
def test_each_single_slip_and_each_swap_in_a_group_names_the_group(secret: bytes, place: int) -> None:
    code = write_code(secret)
    group = code.split("-")[place]
    slips = {group[:at] + other + group[at + 1 :] for at in range(5) for other in ALPHABET} - {group}
    swaps = {group[:at] + group[at + 1] + group[at] + group[at + 2 :] for at in range(4)} - {group}
    slips |= {group[:at] + other + group[at + 1 :] for at in range(5) for other in "?Ä€*"}

    assert {group_of(changed(code, place, slip)) for slip in slips} == {place + 1}
    assert {group_of(changed(code, place, slip).replace("-", "")) for slip in slips} == {place + 1}
    assert {group_of(changed(code, place, swap)) for swap in swaps} <= {place + 1}


@given(SECRETS, PLACES, st.integers(0, 4))
def test_a_character_too_few_or_too_many_names_the_group(secret: bytes, place: int, at: int) -> None:
    code = write_code(secret)
    group = code.split("-")[place]
    fewer, more = group[:at] + group[at + 1 :], group[:at] + "7" + group[at:]

    assert group_of(changed(code, place, fewer)) == place + 1
    assert group_of(changed(code, place, more)) == place + 1


@pytest.mark.parametrize("place", range(7))
def test_even_where_it_is_written_without_gaps(place: int) -> None:
    group = CODE.split("-")[place]

    assert group_of(changed(CODE, place, group[1:]).replace("-", "")) == place + 1
    assert group_of(changed(CODE, place, f"{group[:3]}7{group[3:]}").replace("-", "")) == place + 1


@given(SECRETS, PLACES, PLACES)
def test_two_groups_that_changed_places_are_noticed(secret: bytes, one: int, other: int) -> None:
    groups = write_code(secret).split("-")
    groups[one], groups[other] = groups[other], groups[one]

    assert group_of("-".join(groups)) == (0 if one == other else min(one, other) + 1)


@given(SECRETS, st.randoms(use_true_random=False))
def test_it_is_read_however_it_is_written(secret: bytes, chance: random.Random) -> None:
    code = write_code(secret)
    alike = {"0": "0Oo", "1": "1IiLl", "V": "VvUu"}
    gaps = ["", " ", "-", "\u2013", "  ", "\n", " - ", "\t", "\u00a0", ". "]
    typed = "".join(
        chance.choice(gaps) if character == "-" else chance.choice(alike.get(character, character + character.lower()))
        for character in code
    )

    assert read_code(f" \u202a{typed}\u202c\n") == code
    assert read_code("".join(chr(ord(character) + 0xFEE0) for character in code if character != "-")) == code  # wide


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("", 1),
        ("   ", 1),
        (CODE[:5], 2),
        (CODE[:-6], 7),
        (f"{CODE}-{CODE}", 1),
        ("zinnoberwort", 1),
        ("\0" * 35, 1),
        ("9" * 100_000, 1),
    ],
)
def test_what_is_no_code_at_all_names_where_it_ends_or_goes_wrong(typed: str, group: int) -> None:
    assert group_of(typed) == group


def test_what_was_typed_is_not_in_the_error() -> None:
    with pytest.raises(WrongCode) as caught:
        read_code("zinnoberwort")

    assert "zinnober" not in f"{caught.value} {caught.value!r} {caught.value.args}".lower()


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG", "CCCCC"),
        ("aaaaabbbbbcccccdddddeeeeefffffggggg", "ccccc"),
        (" aaaaa  bbb cccccc ddddd eeeee fffff ggggg", "cccccc"),
        ("aaaaa bbbbb cc", "cc"),
        ("aaaaa", ""),
        ("", ""),
    ],
)
def test_the_place_of_a_group_in_what_was_typed(typed: str, marked: str) -> None:
    start, end = place_of(typed, 3)
    assert typed[start:end] == marked
