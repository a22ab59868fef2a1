"""Entries on their way out, by the real dialog: nothing that is there is replaced unasked, and all of them arrive."""

from __future__ import annotations

import zipfile
from collections.abc import Callable

import pytest

from guesthouse.domain.journal import Entry
from guesthouse.formats.write_entries import Kind
from guesthouse.ui.journal.exporting import PDF
from guesthouse.ui.pages.journal import JournalPage
from tests.ui.pages.conftest import Listener
from tests.ui.saving_hands import WORDS, SavingHand, saver

__all__ = ["saver"]

Write = Callable[..., Entry]

ENDINGS = [(Kind.MARKDOWN, ".md"), (PDF, ".pdf"), (Kind.HTML, ".html"), (Kind.JSON, ".json")]


@pytest.mark.parametrize(("kind", "ending"), ENDINGS)
def test_a_file_that_is_there_is_not_replaced_unasked(
    page: JournalPage, write: Write, listener: Listener, saver: SavingHand, kind: Kind | str, ending: str
) -> None:
    entry, there = write("The river"), saver.has(f"Journal{ending}")
    saver.types("Journal")
    page.exporting.export(kind, [entry.id])
    assert saver.asked_about(there.name) and there.read_text() == WORDS and listener.said == []
    saver.types("Journal", answer=True)
    page.exporting.export(kind, [entry.id])
    assert WORDS.encode() not in there.read_bytes() and [told.title for told in listener.said] == ["Written."]
    assert [each.name for each in saver.home.iterdir()] == [there.name]


def test_several_go_into_an_archive_and_one_that_is_there_is_asked_about(
    page: JournalPage, write: Write, listener: Listener, saver: SavingHand
) -> None:
    for text in ("The river", "The lamp"):
        write(text)
    there = saver.has("Journal.zip")
    saver.types("Journal.zip")
    page.exporting.export(Kind.MARKDOWN, None)
    assert saver.seen[0] == "Journal.zip" and saver.asked_about("Journal.zip")
    assert there.read_text() == WORDS and listener.said == []
    saver.types("other.zip")
    page.exporting.export(Kind.MARKDOWN, None)
    assert len(zipfile.ZipFile(saver.home / "other.zip").namelist()) == 2


@pytest.mark.parametrize("typed", ["Journal", "Journal.md", "Journal.zip.md"])
def test_or_into_a_folder_none_over_the_other(page: JournalPage, write: Write, saver: SavingHand, typed: str) -> None:
    for text in ("The river", "The lamp"):
        write(text)
    saver.has("Journal.zip")
    saver.types(typed)
    page.exporting.export(Kind.MARKDOWN, None)
    assert sorted(each.name for each in saver.home.iterdir()) == ["Journal", "Journal.zip"]
    assert len(list((saver.home / "Journal").glob("*.md"))) == 2
    assert (saver.home / "Journal.zip").read_text() == WORDS


@pytest.mark.parametrize("typed", ["Journal", "Journal.md"])
def test_a_folder_with_something_in_it_stays_as_it_is(
    page: JournalPage, write: Write, listener: Listener, saver: SavingHand, typed: str
) -> None:
    write("The river")
    folder = saver.home / "Journal"
    folder.mkdir()
    saver.has("Journal/letter.txt")
    saver.types(typed)
    page.exporting.export(Kind.MARKDOWN, None)
    assert [each.name for each in folder.iterdir()] == ["letter.txt"]
    assert "Written." not in [told.title for told in listener.said]
