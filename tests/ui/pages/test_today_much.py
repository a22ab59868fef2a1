"""Much at once on Today: whatever is pasted, all of it is there and all of it is kept."""

from __future__ import annotations

import pytest

from guesthouse.house import House
from guesthouse.ui.pages.today import TodayPage
from tests.ui.pages.today_hands import button, field


@pytest.mark.parametrize("words", ["all of it " * 10_000, "zinnoberwort" * 2_500], ids=["long", "one word"])
def test_however_much_is_pasted_all_of_it_is_kept(today: TodayPage, house: House, words: str) -> None:
    field(today).insert(words)
    assert field(today).text() == words
    today.save()
    assert house.noticings.draft() == ([], words)
    button(today, "Keep this").click()
    assert [thing.word for thing in house.noticings.latest(1)[0].things] == [words.strip()]
