"""A number in what somebody wrote about a person of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.care import contact_in


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("07700 900123, evenings", "07700 900123"),
        ("ring +44 (0)20 7946 0018 after six", "+44 (0)20 7946 0018"),
        ("0800/111 0 111", "0800/111 0 111"),
        ("next door, number 12", ""),
        ("Tuesdays, 5-7", ""),
        ("number 5, then 116123", "116123"),
        ("Monday to Friday 9-17, 030 123456", "030 123456"),
        ("open 24/7, call 3114", "3114"),
        ("9.30 - 17.30 in the shop", ""),
        ("13 11 14, weekdays 10-12", "13 11 14"),
        ("They are nearly always at home. " * 9 + "07700 900123", "07700 900123"),
        ("ann@example.org or the letterbox", "ann@example.org"),
        ("Open to anyone, and nobody has to talk", ""),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "٠٧٧٠٠ ٩٠٠١٢٣"),
        ("", ""),
    ],
)
def test_what_one_can_dial_is_found(text: str, contact: str) -> None:
    assert contact_in(text) == contact


@given(st.text(alphabet="0123456789 -+()@.a\n", max_size=900))
def test_it_stands_in_the_text_as_it_was_written(text: str) -> None:
    assert contact_in(text) in text
