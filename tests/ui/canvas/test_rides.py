"""Words on what carries them: they lie where they may, they can be read, and the artwork keeps its shape."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor

from guesthouse.content.scenes import load_scene
from guesthouse.domain.scene import Carrier
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.artwork import rendered
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.rides import STRETCH, Load, Ride, at_scale, ride
from guesthouse.ui.canvas.styling import bubble_style, ink

PASSING = ("stream", "sky", "railway", "carousel")
THEMES = {"light": "day", "night": "night", "contrast": "contrast"}
LONG = "and then I said it all wrong again and everyone looked at me " * 80
WORDS = (
    "tired",
    "I should have done more",
    "everyone can tell that I don’t know what I am doing here",
    "אני תמיד הורס הכול ואף אחד לא אומר לי את זה",
    "🙂🙂🙂",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "one\ntwo\nthree",
    "",
    LONG,
)


def carried(look: Look, forms: tuple[Carrier, ...], words: str, *, framing: str = "", scale: float = 1.0) -> Ride:
    scene = load_scene(resources() / "scenes" / "stream")
    lens = Lens.on(scene, QSize(1068, 800), 1.0, 90)
    style = at_scale(bubble_style(look, lens), scale)
    return ride(Load(words, framing, 4), forms, style, QColor("#000000"), lens.k * scale)


def form_of(found: Ride, forms: tuple[Carrier, ...]) -> Carrier:
    return next(form for form in forms if form.file == found.file)


@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("name", PASSING)
def test_the_clear_part_holds_the_words(look: Look, preferences: Preferences, name: str, size: int) -> None:
    preferences.text_size = size
    forms = load_scene(resources() / "scenes" / name).variants["day"].carriers[0]
    for words in WORDS:
        for framing in ("", "I notice I’m having the thought that"):
            found = carried(look, forms, words, framing=framing, scale=0.8)
            form = form_of(found, forms)
            across, down = found.size.width() / form.width, found.size.height() / form.height
            x, y, w, h = form.words
            clear = QRectF(x * across, y * down, w * across, h * down)
            assert clear.adjusted(-0.5, -0.5, 0.5, 0.5).contains(found.words), (words[:20], framing)
            assert 1 / STRETCH - 0.01 <= across / down <= STRETCH + 0.01, "it keeps its shape"


def test_a_few_words_ride_on_a_wide_form_and_many_on_a_large_one(look: Look) -> None:
    forms = load_scene(resources() / "scenes" / "stream").variants["day"].carriers[0]
    few, many = carried(look, forms, "I am late"), carried(look, forms, LONG)
    assert few.file != many.file
    assert few.more is None and many.more is not None
    assert few.size.width() * few.size.height() < many.size.width() * many.size.height()


def test_words_far_off_are_hardly_smaller(look: Look) -> None:
    forms = load_scene(resources() / "scenes" / "stream").variants["day"].carriers[0]
    near, far = carried(look, forms, "that walk was nice"), carried(look, forms, "that walk was nice", scale=0.3)
    assert far.words.height() >= 0.85 * near.words.height()


def test_who_was_here_before_has_it_below_the_words(look: Look) -> None:
    forms = load_scene(resources() / "scenes" / "stream").variants["day"].carriers[0]
    scene = load_scene(resources() / "scenes" / "stream")
    lens = Lens.on(scene, QSize(1068, 800), 1.0, 90)
    pill = rendered(forms[0].file, QSizeF(90, 26), 1.0)
    style = at_scale(bubble_style(look, lens), 1.0)
    found = ride(Load("I always mess up", "", 4, pill), forms, style, QColor("#000000"), lens.k)
    assert found.whole.bottom() > found.size.height()
    assert found.whole.bottom() - pill.height() >= found.words.bottom() - 4


@pytest.mark.parametrize("theme", ["light", "night"])
def test_that_one_was_here_before_is_never_brighter_than_the_bars(
    look: Look, preferences: Preferences, theme: str
) -> None:
    preferences.theme = theme
    scene = load_scene(resources() / "scenes" / "sky")
    pill = ink(look, Lens.on(scene, QSize(1068, 800), 1.0, 90)).here_before.toImage()
    assert pill.pixelColor(pill.width() // 2, 2) == look.colour("card")


def contrast(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("variant", ["day", "night", "contrast"])
@pytest.mark.parametrize("name", PASSING)
def test_ink_and_ground_keep_their_contrast_all_over_the_clear_part(qapp: object, name: str, variant: str) -> None:
    art = load_scene(resources() / "scenes" / name).variants[variant]
    ink = QColor(art.carrier_ink)
    for form in (form for tint in art.carriers for form in tint):
        image = rendered(form.file, QSizeF(form.width, form.height), 1.0).toImage()
        x, y, w, h = (round(v) for v in form.words)
        seen = {image.pixel(i, j) for i in range(x, x + w, 4) for j in range(y, y + h, 2)}
        grounds = [QColor.fromRgba(pixel) for pixel in seen]
        assert all(ground.alpha() == 255 for ground in grounds), f"one sees through {form.file.name}"
        assert min(contrast(ink, ground) for ground in grounds) >= 4.5, form.file.name


@pytest.mark.parametrize("name", PASSING)
def test_here_before_does_not_touch_the_label_of_the_words(look: Look, name: str) -> None:
    scene = load_scene(resources() / "scenes" / name)
    lens = Lens.on(scene, QSize(1068, 800), 1.0, 90)
    style = bubble_style(look, lens)
    pill = rendered(scene.variants["day"].carriers[0][0].file, QSizeF(90, 26), 1.0)
    for forms in scene.variants["day"].carriers:
        found = ride(Load("tired", "", 4, pill), forms, style, QColor("#000000"), lens.k)
        plain = ride(Load("tired", "", 4), forms, style, QColor("#000000"), lens.k)
        form = form_of(found, forms)
        down = found.size.height() / form.height
        top = max(found.whole.bottom(), plain.whole.bottom()) - 26
        assert top >= (form.words[1] + form.words[3] + 10) * down
