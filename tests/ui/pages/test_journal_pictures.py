"""Pictures in an entry: dropped in, kept with it, shown under it, gone with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.domain.journal import pictures_in
from guesthouse.formats.write_entries import Kind
from guesthouse.house import House
from guesthouse.ui.pages.journal import JournalPage
from tests.ui.pages.conftest import Listener
from tests.ui.pages.journal_hands import named, rows, saved


def brought(*files: Path) -> QMimeData:
    """What a file manager drops."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def river(folder: Path) -> Path:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#4F7363"))
    file = folder / "the [river].png"
    assert image.save(str(file))
    return file


def test_a_dropped_picture_is_kept_and_shown(page: JournalPage, house: House, tmp_path: Path, qtbot: QtBot) -> None:
    page.desk.begin_entry()
    page.desk.sheet.editor.insertFromMimeData(brought(river(tmp_path)))
    (entry,) = saved(house)
    (picture_id,) = pictures_in(entry.text)
    assert entry.text.startswith("![the river](picture:")
    kept = house.pictures.picture(picture_id)
    assert kept is not None and (kept.width, kept.height, kept.name) == (30, 20, "the [river].png")
    qtbot.waitUntil(lambda: page.desk.sheet.pictures.isVisible())
    assert named(page, QPushButton, "Picture: the [river].png").isVisible()


def test_a_picture_taken_out_of_the_text_goes_when_the_entry_is_left(
    page: JournalPage, house: House, tmp_path: Path
) -> None:
    page.desk.begin_entry()
    page.desk.sheet.editor.insertFromMimeData(brought(river(tmp_path)))
    (picture_id,) = pictures_in(saved(house)[0].text)
    page.desk.sheet.editor.undo()
    page.save()
    assert house.pictures.picture(picture_id) is not None, "redo can still bring it back"
    page.desk.sheet.editor.insert_words("words")
    page.leave()
    assert house.pictures.picture(picture_id) is None


def test_a_picture_that_another_entry_shows_stays(page: JournalPage, house: House, tmp_path: Path) -> None:
    page.desk.begin_entry()
    page.desk.sheet.editor.insertFromMimeData(brought(river(tmp_path)))
    first = saved(house)[0]
    (picture_id,) = pictures_in(first.text)
    page.desk.begin_entry()
    page.desk.sheet.editor.insert_words(f"![again](picture:{picture_id})")
    page.save()
    house.drawer.erase([first.id])
    assert house.pictures.picture(picture_id) is not None
    house.drawer.erase([saved(house)[0].id])
    assert house.pictures.picture(picture_id) is None


def test_what_is_no_picture_is_named_and_left_out(
    page: JournalPage, house: House, tmp_path: Path, listener: Listener
) -> None:
    (tmp_path / "notes.txt").write_text("words")
    page.desk.begin_entry()
    page.desk.sheet.editor.insertFromMimeData(brought(tmp_path / "notes.txt", river(tmp_path)))
    assert "notes.txt" in listener.said[0].text
    assert len(pictures_in(saved(house)[0].text)) == 1


def test_it_goes_out_with_its_entry(page: JournalPage, house: House, tmp_path: Path, listener: Listener) -> None:
    page.desk.begin_entry()
    page.desk.sheet.editor.insertFromMimeData(brought(river(tmp_path)))
    page.exporting.write(Kind.MARKDOWN, None, tmp_path / "out")
    (picture,) = (tmp_path / "out" / "pictures").iterdir()
    assert QImage(str(picture)).width() == 30
    assert listener.said[-1].title == "Written." and "not encrypted" in listener.said[-1].text
    page.exporting.write("pdf", [saved(house)[0].id], tmp_path / "one.pdf")
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")


def test_a_foreign_journal_comes_in_when_it_is_wanted(
    page: JournalPage, house: House, tmp_path: Path, listener: Listener
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2020-01-01 New year.md").write_text("words ![](gone.png)")
    (tmp_path / "notes" / "list.md").write_text("no day")
    page.importing.agree = lambda coming: False
    page.importing.take(tmp_path / "notes")
    assert saved(house) == [] and listener.said == []
    page.importing.agree = lambda coming: len(coming.new) == 1
    page.importing.take(tmp_path / "notes")
    assert [entry.title for entry in saved(house)] == ["New year"] and rows(page) == ["New year"]
    assert "1 entry" in listener.said[0].title
    assert "list.md: nothing tells its day" in listener.said[0].text and "gone.png" in listener.said[0].text
