"""The ways out: what is written is what was kept, whole or not at all, and does nothing when it is opened."""

from __future__ import annotations

import base64
import json
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.journal import Entry, Picture
from guesthouse.domain.thought import storable
from guesthouse.errors import FolderInTheWay, Trouble
from guesthouse.formats.write_entries import Kind, Outgoing, write
from guesthouse.formats.write_markdown import name_of

HOUR = datetime(2026, 11, 22, 19, 40, tzinfo=timezone(timedelta(hours=1)))
PICTURE = Picture("p-1", "jpeg", 3, 2, b"\xff\xd8 not really", "river.jpg")


def go_on(_done: int) -> bool:
    return True


def outgoing(text: str, title: str = "", **facts: object) -> Outgoing:
    entry = Entry(id="e-1", written=HOUR, text=text, title=title, **facts)  # type: ignore[arg-type]
    pictures = (PICTURE,) if "picture:p-1" in text else ()
    return Outgoing(entry, ("The not-enough theme",) if facts else (), pictures)


def left_behind(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if "guesthouse-" in path.name]


@given(
    st.text(max_size=60).map(storable),
    st.text(max_size=300).map(storable),
    st.lists(st.text(min_size=1, max_size=9).map(storable), max_size=3),
)
def test_front_matter_and_text_come_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, text: str, tags: list[str]
) -> None:
    to = tmp_path_factory.mktemp("out") / "one.md"
    assert write([outgoing(text, title, tags=tuple(tags))], to, Kind.MARKDOWN, progress=go_on) == 1
    _, front, body = to.read_bytes().decode().split("---\n", 2)
    facts = yaml.safe_load(front)
    assert body == f"\n{text}"
    assert facts.get("title", "") == title and facts.get("tags", []) == tags
    assert datetime.fromisoformat(facts["date"]) == HOUR and facts["id"] == "e-1"


def test_json_holds_everything(tmp_path: Path) -> None:
    to = tmp_path / "all.json"
    sent = outgoing("a\u00a0b ![x](picture:p-1)", "T", tags=("work",), noticing="a tight throat")
    assert write([sent, outgoing("second")], to, Kind.JSON, progress=go_on) == 2
    read = json.loads(to.read_text(encoding="utf-8"))
    assert (read["format"], read["version"]) == ("guesthouse-journal", 1)
    first = read["entries"][0]
    assert first["text"] == "a\u00a0b ![x](picture:p-1)" and first["written"] == HOUR.isoformat()
    assert first["tags"] == ["work"] and first["guests"] == ["The not-enough theme"]
    assert base64.b64decode(first["pictures"][0]["data"]) == PICTURE.data
    assert to.stat().st_mode & 0o777 == 0o600


def test_a_folder_and_an_archive_hold_the_same(tmp_path: Path) -> None:
    entries = [outgoing("one ![x](picture:p-1)", "Same"), outgoing("two", "Same"), outgoing("three ![](picture:p-1)")]
    write(entries, tmp_path / "folder", Kind.MARKDOWN, progress=go_on)
    write(entries, tmp_path / "all.zip", Kind.MARKDOWN, progress=go_on)
    folder = {
        path.relative_to(tmp_path / "folder").as_posix(): path.read_bytes()
        for path in (tmp_path / "folder").rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == folder
    assert sorted(folder) == [
        "2026-11-22 19.40 Same (2).md",
        "2026-11-22 19.40 Same.md",
        "2026-11-22 19.40.md",
        "pictures/p-1.jpeg",
    ]
    assert b"![x](pictures/p-1.jpeg)" in folder["2026-11-22 19.40 Same.md"]


@given(st.lists(st.text(max_size=200).map(storable), min_size=1, max_size=5))
def test_names_fit_every_system(titles: list[str]) -> None:
    taken: set[str] = set()
    names = [name_of(outgoing("", title), taken) for title in titles]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert len(name.encode()) < 140 and not re.search(r'[\x00-\x1f<>:"/\\|?*]', name)
        assert not name.startswith(".") and name.removesuffix(".md") == name.removesuffix(".md").rstrip(". ")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        '![x](https://example.org/a.png "t")',
        "<img src=x onerror=alert(1)>",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](file:///etc/passwd)",
        "<!-- entries -->",
    ],
)
def test_a_page_does_nothing_and_fetches_nothing(tmp_path: Path, hostile: str) -> None:
    to = tmp_path / "page.html"
    write([outgoing(hostile, hostile, tags=(hostile,), noticing=hostile)], to, Kind.HTML, progress=go_on)
    page = to.read_text(encoding="utf-8")
    body = page[page.index("<main>") :]
    assert not re.search(r"<(script|iframe|object|img|link|svg)\b", body)
    assert not re.search(r"<[^>]+\s(on\w+|src)=", body) and 'href="javascript' not in body and 'href="data' not in body
    assert "default-src 'none'" in page


def test_a_page_shows_what_was_written(tmp_path: Path) -> None:
    to = tmp_path / "page.html"
    text = "# Later\n\n*soft* **strong** ~~gone~~\n\n- [x] done\n\n![the river](picture:p-1)"
    write([outgoing(text, "A & B")], to, Kind.HTML, progress=go_on, say_hour=lambda when: f"{when:%d.%m.%Y}")
    page = to.read_text(encoding="utf-8")
    pieces = ("<h1>Later</h1>", "<em>soft</em>", "<strong>strong</strong>", "<s>gone</s>", "A &amp; B", "22.11.2026")
    assert [piece for piece in pieces if piece not in page] == []
    assert f"data:image/jpeg;base64,{base64.b64encode(PICTURE.data).decode()}" in page and 'checked="checked"' in page


@pytest.mark.parametrize(
    ("kind", "name"),
    [(Kind.JSON, "a.json"), (Kind.HTML, "a.html"), (Kind.MARKDOWN, "a.zip"), (Kind.MARKDOWN, "a.md")],
)
class TestWholeOrNotAtAll:
    def test_cancelled(self, tmp_path: Path, kind: Kind, name: str) -> None:
        to = tmp_path / name
        to.write_bytes(b"what was there")
        many = [outgoing(str(number)) for number in range(9)]
        stop_at: Callable[[int], bool] = lambda done: done < 1 if name == "a.md" else done < 3  # noqa: E731
        assert write(many, to, kind, progress=stop_at) == 0
        if name != "a.md":
            assert to.read_bytes() == b"what was there"
        assert left_behind(tmp_path) == []

    def test_what_breaks_off(self, tmp_path: Path, kind: Kind, name: str) -> None:
        def breaks_off() -> object:
            if name != "a.md":
                yield outgoing("one")
            raise OSError(28, "No space left on device")

        to = tmp_path / name
        to.write_bytes(b"what was there")
        with pytest.raises(Trouble):
            write(breaks_off(), to, kind, progress=go_on)  # type: ignore[arg-type]
        assert to.read_bytes() == b"what was there" and left_behind(tmp_path) == []

    def test_no_such_folder(self, tmp_path: Path, kind: Kind, name: str) -> None:
        with pytest.raises(Trouble):
            write([outgoing("one")], tmp_path / "nowhere" / name, kind, progress=go_on)


def test_a_folder_with_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note.md").write_text("mine")
    with pytest.raises(FolderInTheWay):
        write([outgoing("one")], tmp_path / "mine", Kind.MARKDOWN, progress=go_on)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["note.md"] and left_behind(tmp_path) == []
