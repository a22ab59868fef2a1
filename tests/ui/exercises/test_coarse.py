"""What moves over a very large page is painted with fewer pixels, and is as fine as ever once it rests."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.coarse import Coarse, is_large
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.held import HandsPicture

LARGE, USUAL = QSize(2560, 1600), QSize(1068, 800)


def page(size: QSize, paint: object, ratio: float = 1.0) -> QImage:
    """What ``paint`` paints on a page of this size."""
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    paint(painter)  # type: ignore[operator]
    painter.end()
    return pixmap.toImage()


def far_apart(one: QImage, other: QImage) -> int:
    """The largest difference of brightness over the mean of each little square of the two."""
    small, smooth = QSize(64, 40), Qt.TransformationMode.SmoothTransformation
    pairs = [image.scaled(small, mode=smooth) for image in (one, other)]
    return max(
        abs(pairs[0].pixelColor(x, y).value() - pairs[1].pixelColor(x, y).value()) for x in range(64) for y in range(40)
    )


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_it_is_a_quarter_of_the_pixels_in_the_same_place(qapp: object, ratio: float) -> None:
    sizes, whole = [], QRectF(0, 0, LARGE.width() / ratio, LARGE.height() / ratio)

    def paint(painter: QPainter) -> None:
        sizes.append(painter.device().width() * painter.device().height())  # type: ignore[attr-defined]
        painter.fillRect(whole, QColor("#FFFFFF"))
        painter.fillRect(QRectF(whole.width() / 2, 0, whole.width() / 2, whole.height()), QColor("#000000"))

    found = page(LARGE, lambda painter: Coarse().paint(painter, whole, paint), ratio)
    assert sizes == [LARGE.width() * LARGE.height() // 4]
    assert found.pixelColor(1200, 800).value() == 255 and found.pixelColor(1400, 800).value() == 0


@pytest.mark.parametrize("name", ["ladder", "hands"])
def test_it_shows_the_same_and_is_fine_again_at_rest(look: Look, name: str) -> None:
    ground, whole = Ground(look, name), QRectF(0, 0, LARGE.width(), LARGE.height())
    rest = page(LARGE, lambda painter: ground.paint(painter, whole, back=0.4))
    moving = page(LARGE, lambda painter: ground.paint(painter, whole, back=0.4, moving=True))
    again = page(LARGE, lambda painter: ground.paint(painter, whole, back=0.4))
    assert moving != rest and again == rest
    assert far_apart(moving, rest) < 16


def test_on_a_usual_page_nothing_is_spared(look: Look) -> None:
    ground, whole = Ground(look, "ladder"), QRectF(0, 0, USUAL.width(), USUAL.height())
    rest = page(USUAL, lambda painter: ground.paint(painter, whole, back=0.4))
    assert page(USUAL, lambda painter: ground.paint(painter, whole, back=0.4, moving=True)) == rest


def test_the_hands_are_where_they_were(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    picture, whole = HandsPicture(look), QRectF(0, 0, LARGE.width(), LARGE.height())
    coarse = page(LARGE, lambda painter: picture.paint(painter, whole, whole, "late", 0.5))
    monkeypatch.setattr("guesthouse.ui.exercises.held.is_large", lambda *_: False)
    fine = page(LARGE, lambda painter: picture.paint(painter, whole, whole, "late", 0.5))
    assert coarse != fine and far_apart(coarse, fine) < 16


def test_what_is_large_is_told_by_its_pixels(qapp: object) -> None:
    asked: list[bool] = []
    for ratio, size in ((1.0, USUAL), (2.0, USUAL * 2), (1.0, LARGE)):
        whole = QRectF(0, 0, size.width() / ratio, size.height() / ratio)
        page(size, lambda painter, whole=whole: asked.append(is_large(painter, whole)), ratio)
    assert asked == [False, True, True]
