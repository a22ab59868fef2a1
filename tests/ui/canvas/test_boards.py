"""The boards beside the tracks hold their titles at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPixmap

from guesthouse.content.scenes import load_scene
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.boards import write_boards
from guesthouse.ui.canvas.lens import Lens


@pytest.mark.parametrize("height", [400, 800])
def test_a_title_that_is_higher_than_its_board_has_a_higher_one(look: Look, height: int) -> None:
    scene = load_scene(resources() / "scenes" / "railway")
    lens, font = Lens.on(scene, QSize(690, height), 1.0, height * 0.3), look.font("small")
    board = QPixmap(690, height)
    board.fill(QColor("#204020"))
    at = [lens.point(*lane.board) for lane in scene.lanes if lane.board]
    painted = board.toImage()
    for place in at:
        painted.setPixelColor(place.toPoint(), QColor("#FFEEDD"))
    board = QPixmap.fromImage(painted)
    write_boards(board, scene, lens, font, QColor("#000000"))
    above = [place.y() - QFontMetricsF(font).height() / 2 - 2 for place in at]
    higher = [
        board.toImage().pixelColor(round(p.x()), round(y)) == QColor("#FFEEDD") for p, y in zip(at, above, strict=True)
    ]
    assert higher == ([True, True, True] if height == 400 else [False, True, False])


@pytest.mark.parametrize(("height", "written"), [(150, False), (800, True)])
def test_no_board_lies_over_another(look: Look, height: int, written: bool) -> None:
    scene = load_scene(resources() / "scenes" / "railway")
    board = QPixmap(690, height)
    board.fill(QColor("#204020"))
    before = board.toImage()
    lens = Lens.on(scene, QSize(690, height), 1.0, height * 0.3)
    write_boards(board, scene, lens, look.font("small"), QColor("#000000"))
    assert (board.toImage() != before) is written
