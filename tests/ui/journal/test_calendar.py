"""The calendar: walked by keys across months, heard by whole days, a shade where something was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.journal.calendar import Calendar
from tests.ui.walk import clipped, unnamed

NOW = datetime(2026, 11, 22, 19, 40, tzinfo=UTC)
AA = 4.5


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Weeks that begin on Monday, whatever this machine thinks."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def build(look: Look, qtbot: QtBot) -> Callable[[], Calendar]:
    """Makes a calendar as narrow as it has to fit, in November 2026."""

    def made() -> Calendar:
        calendar = Calendar(look, lambda: NOW)
        qtbot.addWidget(calendar)
        calendar.setFixedWidth(look.px(300))
        calendar.setAutoFillBackground(True)
        calendar.show()
        return calendar

    return made


@pytest.fixture
def calendar(build: Callable[[], Calendar]) -> Calendar:
    """One at 100 percent."""
    return build()


def heard(calendar: Calendar, role: Qt.ItemDataRole = Qt.ItemDataRole.AccessibleTextRole) -> list[str | None]:
    """What all cells say, in the order in which they are read."""
    model = calendar.days.model()
    return [model.index(week, day).data(role) for week in range(6) for day in range(7)]


def current(calendar: Calendar) -> str | None:
    """The day on which the keyboard is."""
    return calendar.days.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def title(calendar: Calendar) -> str:
    """The month that is shown."""
    return calendar.findChildren(QLabel)[0].text()


def colours(calendar: Calendar, day: date) -> tuple[QColor, QColor]:
    """The ground beside a number, and the colour of what is furthest from it: the number itself."""
    rect = calendar.days.visualRect(calendar._model.place_of(day))
    shown = calendar.grab().toImage()
    image = shown.copy(rect.translated(calendar.days.viewport().mapTo(calendar, QPoint())))
    middle = QPoint(image.width() // 2, image.height() // 2)
    ground = image.pixelColor(middle.x(), middle.y() - round(image.height() * 0.33))
    inner = [
        image.pixelColor(middle.x() + x, middle.y() + y)
        for x in range(-image.width() // 5, image.width() // 5)
        for y in range(-image.height() // 5, image.height() // 5)
    ]
    return ground, max(inner, key=lambda colour: contrast(colour, ground))


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG counts it."""

    def light(colour: QColor) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]  # type: ignore[index]
        return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class TestKeys:
    @pytest.fixture(autouse=True)
    def in_focus(self, calendar: Calendar, qtbot: QtBot) -> None:
        calendar.choose(date(2026, 11, 22))
        calendar.days.setFocus()
        qtbot.waitUntil(calendar.days.hasFocus)

    @pytest.mark.parametrize(
        ("keys", "day"),
        [
            ("Left", "Saturday 21 November 2026"),
            ("Right", "Monday 23 November 2026"),
            ("Up", "Sunday 15 November 2026"),
            ("Down", "Sunday 29 November 2026"),
            ("Down Down", "Sunday 6 December 2026"),
            ("Home Left", "Saturday 31 October 2026"),
            ("End Right", "Tuesday 1 December 2026"),
            ("PageUp", "Thursday 22 October 2026"),
            ("PageDown", "Tuesday 22 December 2026"),
            ("PageUp End PageUp", "Wednesday 30 September 2026"),
            ("Down Down Up Up", "Sunday 22 November 2026"),
        ],
    )
    def test_a_key_goes_from_the_chosen_day(self, calendar: Calendar, qtbot: QtBot, keys: str, day: str) -> None:
        for key in keys.split():
            qtbot.keyClick(calendar.days, getattr(Qt.Key, f"Key_{key}"))
        assert current(calendar) == day
        assert title(calendar) == " ".join(day.split()[2:])

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
    def test_a_day_is_chosen_and_chosen_off_again(self, calendar: Calendar, qtbot: QtBot, key: Qt.Key) -> None:
        told: list[object] = []
        calendar.day_chosen.connect(told.append)
        qtbot.keyClick(calendar.days, Qt.Key.Key_Up)
        qtbot.keyClick(calendar.days, key)
        qtbot.keyClick(calendar.days, key)
        assert told == [date(2026, 11, 15), None]

    def test_tab_leaves_the_days(self, calendar: Calendar, qtbot: QtBot) -> None:
        qtbot.keyClick(calendar.days, Qt.Key.Key_Tab)
        assert not calendar.days.hasFocus()


@pytest.mark.parametrize(
    ("chosen", "shown", "begins"),
    [
        (date(2026, 11, 5), date(2026, 11, 1), "Thursday 5 November 2026"),
        (None, date(2026, 11, 1), "Sunday 22 November 2026"),
        (None, date(2026, 8, 9), "Saturday 1 August 2026"),
    ],
)
def test_the_keyboard_begins_at_the_chosen_day_or_today_or_the_first(
    calendar: Calendar, qtbot: QtBot, chosen: date | None, shown: date, begins: str
) -> None:
    calendar.choose(chosen)
    calendar.show_month(shown)
    calendar.days.setFocus()
    qtbot.waitUntil(calendar.days.hasFocus)
    assert current(calendar) == begins


def test_days_are_heard_whole(calendar: Calendar) -> None:
    calendar.mark_days({date(2026, 11, 22): 2, date(2026, 11, 3): 1})
    said = heard(calendar)
    assert "Sunday 22 November 2026, 2 entries" in said and "Tuesday 3 November 2026, 1 entry" in said
    assert "Wednesday 4 November 2026" in said
    assert len([day for day in said if day]) == 30
    assert calendar.days.accessibleName() == "Calendar"
    assert (calendar.earlier.accessibleName(), calendar.later.accessibleName()) == ("Earlier month", "Later month")


@pytest.mark.parametrize(("language", "weekday", "before"), [("en_GB", "Monday", 6), ("en_US", "Sunday", 0)])
def test_a_week_begins_as_it_does_here(build: Callable[[], Calendar], language: str, weekday: str, before: int) -> None:
    QLocale.setDefault(QLocale(language))
    calendar = build()
    head = calendar.days.model().headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    said = heard(calendar)
    assert head == weekday
    assert [bool(day) for day in said] == [False] * before + [True] * 30 + [False] * (12 - before)
    assert said[before].startswith("Sunday")  # type: ignore[union-attr]


def test_a_shown_month_asks_for_its_marks_once(calendar: Calendar, qtbot: QtBot) -> None:
    asked: list[tuple[date, date]] = []
    calendar.month_shown.connect(lambda first, last: asked.append((first, last)))
    calendar.mark_days({date(2026, 11, 1): 1})
    calendar.later.click()
    calendar.show_month(date(2026, 12, 31))
    assert asked == [(date(2026, 12, 1), date(2026, 12, 31))]
    calendar.earlier.click()
    assert not any("entr" in (said or "") for said in heard(calendar)), "marks that may be stale by now"
    calendar.earlier.click()
    assert asked[1:] == [(date(2026, 11, 1), date(2026, 11, 30)), (date(2026, 10, 1), date(2026, 10, 31))]


def test_a_click_chooses_and_an_empty_cell_does_not(calendar: Calendar, qtbot: QtBot) -> None:
    told: list[object] = []
    calendar.day_chosen.connect(told.append)
    table = calendar.days
    for place in (table.model().index(0, 0), calendar._model.place_of(date(2026, 11, 9))):
        where = table.visualRect(place).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told == [date(2026, 11, 9)]


def test_choosing_from_outside_tells_nothing(calendar: Calendar) -> None:
    told: list[object] = []
    calendar.day_chosen.connect(told.append)
    calendar.choose(date(2025, 2, 28))
    assert title(calendar) == "February 2025" and told == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_every_number_can_be_read(build: Callable[[], Calendar], preferences: Preferences, theme: str) -> None:
    preferences.theme = theme
    calendar = build()
    calendar.mark_days({date(2026, 11, 3): 1, date(2026, 11, 10): 1, date(2026, 11, 22): 3})
    calendar.choose(date(2026, 11, 10))
    for day in (3, 4, 10, 22, 23):
        ground, ink = colours(calendar, date(2026, 11, day))
        assert contrast(ground, ink) >= AA, f"{day} in {theme}"


def test_written_and_chosen_days_have_a_ground_and_empty_ones_none(calendar: Calendar, look: Look) -> None:
    calendar.mark_days({date(2026, 11, 3): 1, date(2026, 11, 10): 1, date(2026, 11, 12): 9})
    calendar.choose(date(2026, 11, 10))
    ground = {day: colours(calendar, date(2026, 11, day))[0].name() for day in (3, 4, 10, 12, 25)}
    assert ground[3] == ground[12] == look.colour("sage-pale").name(), "one shade, however much"
    assert ground[10] == look.colour("sage").name()
    assert ground[4] == ground[25] and ground[4] not in (ground[3], ground[10])


@pytest.mark.parametrize("size", [80, 100, 150, 200])
def test_nothing_is_cut_at_any_text_size(build: Callable[[], Calendar], preferences: Preferences, size: int) -> None:
    preferences.text_size = size
    calendar = build()
    calendar.show_month(date(2026, 8, 1))  # six weeks
    assert clipped(calendar) == [] and unnamed(calendar) == []
    last = calendar.days.visualRect(calendar._model.place_of(date(2026, 8, 31)))
    assert calendar.days.viewport().rect().contains(last)
    assert min(last.width(), last.height()) >= 24
