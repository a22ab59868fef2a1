"""Every scene that lies in resources/: its three variants, its ways, and that words on its carriers can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from guesthouse.content.scenes import VARIANTS, WrongContent, load_scene
from guesthouse.domain.scene import Behaviour, Carrier, Lane, Place, Scene, Spot
from guesthouse.paths import resources

FOLDERS = sorted(file.parent for file in (resources() / "scenes").glob("*/scene.toml"))
SCENES = {folder.name: load_scene(folder) for folder in FOLDERS}
WITH_LANES = [pytest.param(scene, id=name) for name, scene in SCENES.items() if scene.lanes]
PAINTED = [
    pytest.param(scene, variant, id=f"{name}-{variant}")
    for name, scene in SCENES.items()
    for variant in VARIANTS
    if scene.variants[variant].carriers
]
BARS_END, DOOR_BEGINS = 90.0, 704.0
"""Design units between which a place to linger lies: the bars are above, the door's field is below."""
READABLE = 4.5

Colour = tuple[float, float, float]


def carriers(scene: Scene, variant: str) -> list[Carrier]:
    """All carriers of a variant, tint after tint."""
    return [carrier for tint in scene.variants[variant].carriers for carrier in tint]


def brightness(colour: Colour) -> float:
    """Relative luminance as WCAG defines it; parts from 0 to 1."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of contrast of two colours, 1 to 21."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def grounds(carrier: Carrier) -> set[Colour]:
    """Each colour in the words' place, where it is not quite opaque both over black and over white."""
    image = QImage(round(carrier.width), round(carrier.height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    QSvgRenderer(str(carrier.file)).render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    place = QRectF(*carrier.words).toAlignedRect().intersected(image.rect())
    words = image.copy(place)
    found: set[Colour] = set()
    for pixel in set(memoryview(bytes(words.constBits())).cast("I")):
        lack = 1 - (pixel >> 24) / 255
        red, green, blue = ((pixel >> shift & 255) / 255 for shift in (16, 8, 0))
        found.add((red, green, blue))
        found.add((min(1, red + lack), min(1, green + lack), min(1, blue + lack)))
    return found


def unseen(scene: Scene, variant: str, place: Place, carrier: Carrier) -> bool:
    """Whether ``carrier`` at ``place`` lies wholly beside the picture, or behind something that is painted in front."""
    corner = place.x - carrier.anchor[0] * place.scale, place.y - carrier.anchor[1] * place.scale
    shown = QRectF(*corner, carrier.width * place.scale, carrier.height * place.scale)
    shown = shown.intersected(QRectF(0, 0, scene.width, scene.height))
    fronts = (
        QRectF(prop.x - prop.width / 2, prop.y - prop.height, prop.width, prop.height)
        for prop in scene.variants[variant].props
        if prop.front
    )
    return shown.isEmpty() or any(front.contains(shown) for front in fronts)


def nearest(lane: Lane, spot: Spot) -> float:
    """How far from the place where one turns off to ``spot`` it lies, in design units."""
    length = [0.0]
    for one, other in zip(lane.route, lane.route[1:], strict=False):
        length.append(length[-1] + ((other.x - one.x) ** 2 + (other.y - one.y) ** 2) ** 0.5)
    at = spot.along * length[-1]
    leg = max(i for i, begins in enumerate(length[:-1]) if begins <= at)
    turn = lane.route[leg].towards(lane.route[leg + 1], (at - length[leg]) / (length[leg + 1] - length[leg]))
    return float(((turn.x - spot.place.x) ** 2 + (turn.y - spot.place.y) ** 2) ** 0.5)


def test_there_are_scenes() -> None:
    assert {"garden", "stream", "sky"} <= set(SCENES)


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_named_after_its_folder_and_has_a_title(name: str) -> None:
    scene = SCENES[name]
    assert scene.id == name and scene.title
    assert scene.placeholder.endswith("?") or scene.behaviour is Behaviour.VISITORS


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_painted_by_day_by_night_and_in_contrast(name: str) -> None:
    painted = SCENES[name].variants
    assert tuple(painted) == VARIANTS
    assert len({variant.landscape for variant in painted.values()}) == 3


@pytest.mark.parametrize("scene", WITH_LANES)
def test_something_carries_the_words_and_its_forms_are_the_same_in_each_variant(scene: Scene) -> None:
    shapes = []
    for variant in VARIANTS:
        tints = scene.variants[variant].carriers
        assert tints and len({len(tint) for tint in tints}) == 1
        shapes.append([[(c.width, c.height, c.words, c.anchor) for c in tint] for tint in tints])
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize(("scene", "variant"), PAINTED)
def test_words_and_anchor_lie_on_the_board(scene: Scene, variant: str) -> None:
    for carrier in carriers(scene, variant):
        x, y, width, height = carrier.words
        assert x >= 0 and y >= 0 and width > 0 and height > 0, carrier.file.name
        assert x + width <= carrier.width and y + height <= carrier.height, carrier.file.name
        assert 0 <= carrier.anchor[0] <= carrier.width and 0 <= carrier.anchor[1] <= carrier.height, carrier.file.name


@pytest.mark.parametrize(("scene", "variant"), PAINTED)
def test_words_can_be_read_on_every_pixel_of_their_place(scene: Scene, variant: str, qapp: QApplication) -> None:
    named = QColor(scene.variants[variant].carrier_ink)
    assert named.isValid()
    ink = named.redF(), named.greenF(), named.blueF()
    for carrier in dict.fromkeys(carriers(scene, variant)):
        worst = min(contrast(ink, ground) for ground in grounds(carrier))
        assert worst >= READABLE, f"{carrier.file.name}: {worst:.2f}"


@pytest.mark.parametrize("scene", WITH_LANES)
def test_what_passes_comes_from_out_of_sight_and_goes_out_of_sight(scene: Scene) -> None:
    for lane in scene.lanes:
        for end in (lane.route[0], lane.route[-1]):
            for variant in VARIANTS:
                assert all(unseen(scene, variant, end, carrier) for carrier in carriers(scene, variant)), lane.id


@pytest.mark.parametrize("scene", WITH_LANES)
def test_what_lingers_is_seen_between_the_bars_and_the_door(scene: Scene) -> None:
    for spot in (spot for lane in scene.lanes for spot in lane.spots):
        assert 0 < spot.place.x < scene.width, spot.id
        assert BARS_END < spot.place.y < DOOR_BEGINS, spot.id


@pytest.mark.parametrize("scene", WITH_LANES)
def test_one_turns_off_near_where_one_lingers(scene: Scene) -> None:
    for lane in scene.lanes:
        for spot in lane.spots:
            assert 0 < spot.along < 1 and nearest(lane, spot) < scene.width / 8, spot.id


@pytest.mark.parametrize("scene", WITH_LANES)
def test_lanes_and_places_have_names_of_their_own(scene: Scene) -> None:
    lanes = [lane.id for lane in scene.lanes]
    spots = [spot.id for lane in scene.lanes for spot in lane.spots]
    assert len(set(lanes)) == len(lanes) and len(set(spots)) == len(spots)


def test_what_is_said_of_a_scene_that_lacks_a_picture(tmp_path: Path) -> None:
    text = (resources() / "scenes" / "stream" / "scene.toml").read_text("utf-8")
    (tmp_path / "scene.toml").write_text(text, "utf-8")
    with pytest.raises(WrongContent, match=r"landscape\.svg is not there"):
        load_scene(tmp_path)
