"""Pictures dropped or pasted into an entry: made small, kept with it, and named in its text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from guesthouse.domain.journal import PICTURE
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.pictures import MOST_BYTES, shrink
from guesthouse.qt.voice import Voice

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.journal.desk import Desk

ENDINGS = "*.jpg *.jpeg *.png *.gif *.webp *.bmp *.tif *.tiff"


class Picturing(QObject):
    """Hears what is brought to the editor, and "Picture" at the foot."""

    def __init__(self, desk: Desk, look: Look, voice: Voice) -> None:
        """Wire the sheet on this desk."""
        super().__init__(desk)
        self._desk, self._look, self._voice = desk, look, voice
        self._house: House | None = None
        desk.sheet.editor.brought.connect(self._brought)
        desk.sheet.foot.picture.clicked.connect(self._choose)

    def welcome(self, house: House) -> None:
        """Keep pictures in this house."""
        self._house = house
        self._desk.sheet.pictures.read_from(house.pictures.picture)

    def let_go(self) -> None:
        """Know no house, and show no picture of it."""
        self._house = None
        self._desk.sheet.pictures.forget()

    def put_in(self, data: bytes, name: str) -> bool:
        """Keep a picture with the open entry and name it in the text; False if it is none."""
        writing, house = self._desk.writing, self._house
        if writing.entry is None or house is None:
            return False
        picture = shrink(data, name)
        if picture is None:
            return False
        try:
            writing.entry_on_disk()
            picture_id = house.pictures.add(writing.entry.id, picture)
        except Trouble as trouble:
            self._desk.tell(trouble)
            return True
        words = Path(name).stem.replace("[", "").replace("]", "").replace("\n", " ")
        self._desk.sheet.editor.insert_words(f"![{words}]({PICTURE}{picture_id})\n", apart=True)
        return writing.try_to_save()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self._desk.window(), self.tr("Put pictures in"), "", f"{self.tr('Pictures')} ({ENDINGS})"
        )
        self._put_files([Path(name) for name in chosen])

    def _brought(self, source: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files:
            self._put_files(files)
        elif source.hasImage():
            image = source.imageData()
            if isinstance(image, QImage):
                self.put_in(_as_png(image), "")

    def _put_files(self, files: list[Path]) -> None:
        refused = [file.name for file in files if not self._put_file(file)]
        if refused:
            self._voice.tell(
                self.tr("Some of it is no picture that can be kept."),
                self.tr("Left out: {names}").format(names=", ".join(refused)),
            )

    def _put_file(self, file: Path) -> bool:
        try:
            if file.stat().st_size > MOST_BYTES:
                return False
            data = file.read_bytes()
        except OSError:
            return False
        return self.put_in(data, file.name)


def _as_png(image: QImage) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(target, "PNG")  # type: ignore[call-overload]  # its stub knows bytes only, its code str only
    return bytes(target.data().data())
