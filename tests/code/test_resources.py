"""What lies in resources/ can be read: the tables parse, and the pictures render without a word of complaint."""

from __future__ import annotations

import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from tests.code.source import RESOURCES

TABLES = sorted(RESOURCES.rglob("*.toml"))
PICTURES = sorted(RESOURCES.rglob("*.svg"))
SIDE = 96


def name(path: Path) -> str:
    """A file's place inside resources/."""
    return path.relative_to(RESOURCES).as_posix()


def rendered(svg: bytes) -> tuple[QImage, list[str]]:
    """The picture, drawn small, and what Qt had to say about it."""
    said: list[str] = []

    def listen(_kind: QtMsgType, _context: object, text: str) -> None:
        said.append(text)

    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("transparent"))
    before = qInstallMessageHandler(listen)
    try:
        renderer = QSvgRenderer(QByteArray(svg))
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
    finally:
        qInstallMessageHandler(before)
    return image, said if renderer.isValid() else [*said, "not a picture"]


def is_blank(image: QImage) -> bool:
    """Whether nothing was drawn at all."""
    return not any(QColor(image.pixelColor(x, y)).alpha() for x in range(SIDE) for y in range(SIDE))


def test_there_is_something_to_read() -> None:
    assert TABLES
    assert PICTURES


@pytest.mark.parametrize("path", TABLES, ids=name)
def test_a_table_can_be_read(path: Path) -> None:
    assert tomllib.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("path", PICTURES, ids=name)
def test_a_picture_shows_something_and_raises_no_complaint(path: Path, qapp: QApplication) -> None:
    image, said = rendered(path.read_bytes())
    assert said == []
    assert not is_blank(image)


@pytest.mark.parametrize("path", PICTURES, ids=name)
def test_a_picture_carries_its_own_everything(path: Path) -> None:
    """No link to another file or to the network, no script, no letters that need a font which may not be there."""
    for element in ET.parse(path).iter():
        kind = element.tag.rpartition("}")[2]
        assert kind not in ("script", "image", "text", "foreignObject", "style"), kind
        links = [value for key, value in element.attrib.items() if key.rpartition("}")[2] == "href"]
        assert all(link.startswith("#") for link in links), links


@pytest.mark.parametrize("svg", [b"<svg", b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0 L oops"/></svg>'])
def test_a_broken_picture_is_noticed(svg: bytes, qapp: QApplication) -> None:
    image, said = rendered(svg)
    assert said or is_blank(image)
