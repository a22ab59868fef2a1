"""Pictures made fit to keep: of a size to look at, upright, and with nothing in them but the picture itself."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from guesthouse.domain.journal import Picture

LONGEST_SIDE = 2400
QUALITY = 88
MOST_BYTES = 64 << 20
"""A file larger than this is no picture for a journal."""


def shrink(data: bytes, name: str) -> Picture | None:
    """A picture of a file's bytes: at most 2400 pixels wide and high, as JPEG, or PNG where it can be seen through.

    Where it was taken, with what and when stays outside: the pixels are painted anew and nothing else is taken along.
    Of a moving picture the first image is kept. None if it is no picture that Qt can read. Its id is empty.
    """
    if len(data) > MOST_BYTES:
        return None
    source = QBuffer()
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(QSize(LONGEST_SIDE, LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    clean = _painted_anew(image)
    kind = "png" if clean.hasAlphaChannel() else "jpeg"
    return Picture("", kind, clean.width(), clean.height(), _encoded(clean, kind), name)


def _painted_anew(image: QImage) -> QImage:
    """The pixels alone, in the colours any screen shows."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(
            QSize(LONGEST_SIDE, LONGEST_SIDE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    seen_through = image.hasAlphaChannel()
    clean = QImage(image.size(), QImage.Format.Format_ARGB32 if seen_through else QImage.Format.Format_RGB32)
    clean.fill(Qt.GlobalColor.transparent if seen_through else Qt.GlobalColor.white)
    painter = QPainter(clean)
    painter.drawImage(0, 0, image)
    painter.end()
    return clean


def _encoded(image: QImage, kind: str) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    quality = QUALITY if kind == "jpeg" else -1
    image.save(target, kind.upper(), quality)  # type: ignore[call-overload]  # its stub knows bytes only, its code str
    return bytes(target.data().data())
