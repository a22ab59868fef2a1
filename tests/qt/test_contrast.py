"""Every pair of text and ground that is in use can be read, in every theme."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor

from guesthouse.qt.theme import NAMES, TEMPLATE, load_theme
from guesthouse.ui.noticing.tints import TINTS
from tests.qt.conftest import THEMES

TEXT = [
    *((ink, ground) for ink in ("ink", "soft") for ground in ("paper", "rail", "card", "field", "well")),
    *(("clay", ground) for ground in ("paper", "card")),
    *(("danger", ground) for ground in ("paper", "card")),
    *(("sage-ink", ground) for ground in ("paper", "card", "rail", "sage-pale")),
    ("ink", "sage-pale"),
    ("soft", "sage-pale"),
    ("ink", "quiet"),
    ("on-sage", "sage"),
    ("on-sage", "sage-deep"),
    ("quiet-ink", "quiet"),
    ("quiet-ink", "quiet-deep"),
    ("bubble-ink", "bubble"),
    ("bubble-soft", "bubble"),
    *((f"tint-{tint}-ink", f"tint-{tint}") for tint in TINTS),
]
SHAPES = [
    *(("focus", ground) for ground in ("paper", "rail", "card", "field", "well", "sage-pale", "quiet")),
    *(("control", ground) for ground in ("paper", "card", "field")),
    *(("sage", ground) for ground in ("paper", "card", "rail")),
]


def light(colour: QColor) -> float:
    """WCAG's relative luminance."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    """WCAG's contrast ratio."""
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(name: str, ink: str, ground: str) -> None:
    theme = load_theme(THEMES, name)
    assert ratio(theme.colour(ink), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_focus_and_controls_can_be_seen(name: str, shape: str, ground: str) -> None:
    theme = load_theme(THEMES, name)
    assert ratio(theme.colour(shape), theme.colour(ground)) >= 3


def test_high_contrast_is_higher() -> None:
    theme = load_theme(THEMES, "contrast")
    assert min(ratio(theme.colour(ink), theme.colour(ground)) for ink, ground in TEXT) >= 7


def test_every_theme_has_the_same_roles() -> None:
    roles = [set(load_theme(THEMES, name).colours) for name in NAMES]
    assert roles[0] == roles[1] == roles[2]


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3, 2.0])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_template_is_left_unfilled(name: str, scale: float) -> None:
    sheet = load_theme(THEMES, name).style_sheet((THEMES / TEMPLATE).read_text(encoding="utf-8"), scale)
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert not re.findall(r"@|\bpx\(|\bhalf\(", rules)
    assert "font" not in rules, "a font in the style sheet would beat the fonts of the roles"


@pytest.mark.parametrize("name", NAMES)
def test_the_small_pictures_have_the_theme_s_colours(name: str) -> None:
    theme = load_theme(THEMES, name)
    for picture, ink, ground in (
        ("down", "quiet-ink", "field"),
        ("up", "quiet-ink", "field"),
        ("check", "on-sage", "sage"),
    ):
        drawn = (THEMES / name / f"{picture}.svg").read_text(encoding="utf-8")
        assert f'stroke="{theme.colours[ink]}"' in drawn
        assert ratio(theme.colour(ink), theme.colour(ground)) >= 3
