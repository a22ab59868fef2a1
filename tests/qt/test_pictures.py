"""Pictures made fit to keep: small, upright, and with nothing in them that tells where they were taken."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from guesthouse.qt.pictures import LONGEST_SIDE, shrink


def picture(width: int, height: int, kind: str = "JPEG", **texts: str) -> bytes:
    """A picture whose left half is clay, with texts in it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(width // 2):
        for y in range(0, height, max(1, height // 40)):
            image.setPixelColor(x, y, QColor("#B5705A"))
    for key, text in texts.items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


def with_place(jpeg: bytes, orientation: int) -> bytes:
    """The JPEG with an Exif block: how the camera was held, and a sentence where a place would stand."""
    place = b"48.2082 N 16.3738 E\0"
    entries = [
        struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0),
        struct.pack("<HHII", 0x010E, 2, len(place), 8 + 2 + 2 * 12 + 4),
    ]
    tiff = b"II*\0" + struct.pack("<IH", 8, 2) + b"".join(sorted(entries)) + struct.pack("<I", 0) + place
    exif = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def test_nothing_is_left_of_place_and_camera(qapp: QApplication) -> None:
    source = with_place(picture(40, 20), 6)
    assert b"16.3738" in source
    kept = shrink(source, "river.jpg")
    assert kept is not None and b"16.3738" not in kept.data and b"Exif" not in kept.data
    assert (kept.width, kept.height) == (20, 40), "it stands upright, as the camera was turned"


def test_nothing_is_left_of_texts_in_a_png(qapp: QApplication) -> None:
    source = picture(40, 20, "PNG", Location="a secret place")
    assert b"a secret place" in source
    kept = shrink(source, "a.png")
    assert kept is not None and b"a secret place" not in kept.data


def test_a_large_one_becomes_one_to_look_at(qapp: QApplication) -> None:
    kept = shrink(picture(5000, 1000), "wide.jpg")
    assert kept is not None and (kept.width, kept.height) == (LONGEST_SIDE, LONGEST_SIDE // 5)
    assert QImage.fromData(kept.data).width() == LONGEST_SIDE


def test_what_can_be_seen_through_stays_so(qapp: QApplication) -> None:
    image = QImage(9, 9, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    kept = shrink(bytes(buffer.data().data()), "clear.png")
    assert kept is not None and kept.kind == "png" and QImage.fromData(kept.data).pixelColor(4, 4).alpha() == 0


@pytest.mark.parametrize("data", [b"", b"not a picture", b"%PDF-1.4", b"<svg"])
def test_what_is_no_picture_is_none(qapp: QApplication, data: bytes) -> None:
    assert shrink(data, "a.jpg") is None
