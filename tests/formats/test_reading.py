"""Journals from elsewhere: every word comes in with its day, and what cannot is named."""

from __future__ import annotations

import base64
import json
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guesthouse.domain.journal import Entry, Foreign, Picture, pictures_in
from guesthouse.formats.reading import Reading, read
from guesthouse.formats.write_entries import Kind, Outgoing, write

ONE, OTHER = "0b0c7a52-5f0e-4c55-9d0a-0a4b5d5c8e01", "0b0c7a52-5f0e-4c55-9d0a-0a4b5d5c8e02"
VIENNA = ZoneInfo("Europe/Vienna")
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def put(file: Path, content: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else text_of(content).encode())
    return file


def text_of(content: object) -> str:
    return content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)


def reading(path: Path) -> Reading:
    return read(path, zone=VIENNA)


def only(path: Path) -> Foreign:
    (entry,) = reading(path).entries
    return entry


def reasons(found: Reading) -> list[tuple[str, str]]:
    return [(one.name, one.why) for one in found.left_out]


class TestDayOne:
    def entry(self, **facts: Any) -> dict[str, Any]:
        return {
            "uuid": "5E1D0A7B",
            "creationDate": "2021-07-01T03:30:00Z",
            "timeZone": "America/New_York",
            "text": "Dear diary\\.\n\n![](dayone-moment://AAA111)\n\nIt was *fine* \\- mostly 😢",
            **facts,
        }

    def archive(self, folder: Path, *entries: dict[str, Any], photos: tuple[str, ...] = ("feed",)) -> Path:
        with zipfile.ZipFile(folder / "export.zip", "w") as archive:
            archive.writestr("Journal.json", json.dumps({"metadata": {"version": "1.0"}, "entries": list(entries)}))
            for md5 in photos:
                archive.writestr(f"photos/{md5}.png", PNG)
        return folder / "export.zip"

    def test_an_entry_with_its_photo_and_the_hour_of_its_place(self, tmp_path: Path) -> None:
        photo = {"identifier": "AAA111", "md5": "FEED", "type": "png"}
        path = self.archive(tmp_path, self.entry(tags=["work"], starred=True, photos=[photo]))
        entry = only(path)
        assert entry.key == "dayone:5E1D0A7B" and entry.tags == ("work", "starred")
        assert entry.written == datetime(2021, 6, 30, 23, 30, tzinfo=timezone(timedelta(hours=-4)))
        assert entry.written.hour == 23
        assert entry.text == f"Dear diary.\n\n![](picture:{entry.pictures[0].id})\n\nIt was *fine* - mostly 😢"
        assert pictures_in(entry.text) == (entry.pictures[0].id,) and entry.pictures[0].load() == PNG

    def test_a_photo_without_its_file_and_a_film_are_named(self, tmp_path: Path) -> None:
        gone = {"identifier": "AAA111", "md5": "0000"}
        film = {"identifier": "BBB222", "md5": "1111"}
        found = reading(self.archive(tmp_path, self.entry(photos=[gone], videos=[film])))
        assert reasons(found) == [("#1 AAA111", "media-missing"), ("#1 BBB222", "media-kind")]
        assert "dayone-moment://AAA111" in found.entries[0].text

    def test_what_is_missing_is_done_without(self, tmp_path: Path) -> None:
        bare = {"uuid": "1", "creationDate": "2020-01-01T12:00:00Z", "text": "only words"}
        odd = self.entry(uuid="2", timeZone="Nowhere/Atall", text="odd zone")
        found = reading(put(tmp_path / "a.json", {"entries": [bare, odd, {"uuid": "3", "text": "no day"}, None, 7]}))
        assert [entry.text for entry in found.entries] == ["only words", "odd zone"]
        assert [entry.written.hour for entry in found.entries] == [13, 5], "the clock of here"
        assert [why for _, why in reasons(found)] == ["no-date", "not-readable", "not-readable"]

    def test_one_id_twice(self, tmp_path: Path) -> None:
        same, other = self.entry(text="same"), self.entry(text="other")
        found = reading(put(tmp_path / "a.json", {"entries": [same, same, other]}))
        assert [entry.text for entry in found.entries] == ["same", "other"]
        assert len({entry.key for entry in found.entries}) == 2 and reasons(found) == [("5E1D0A7B", "twice")]


class TestJrnl:
    def test_json(self, tmp_path: Path) -> None:
        whole = {
            "tags": {"@work": 1},
            "entries": [
                {"title": "A [day].", "body": "\nIt @work rained.\n", "date": "2023-01-05", "time": "14:30",
                 "tags": ["@work"], "starred": True},
                {"title": "", "body": "", "date": "2023-01-06", "time": "09:00"},
                {"title": "No day", "body": "x"},
            ],
        }  # fmt: skip
        found = reading(put(tmp_path / "jrnl.json", whole))
        (entry,) = found.entries
        assert found.kind == "jrnl"
        assert (entry.title, entry.text, entry.tags) == ("A [day].", "It @work rained.", ("work", "starred"))
        assert entry.written == datetime(2023, 1, 5, 14, 30, tzinfo=timezone(timedelta(hours=1)))
        assert [why for _, why in reasons(found)] == ["no-text", "no-date"]

    @pytest.mark.parametrize(
        ("head", "hour", "minute"),
        [
            ("[2023-07-05 02:30:00 PM]", 14, 30),
            ("[2023-07-05 12:05 AM]", 0, 5),
            ("[2023-07-05 12:05 PM]", 12, 5),
            ("[2023-07-05 09:15]", 9, 15),
            ("2023-07-05 09:15", 9, 15),
        ],
    )
    def test_its_own_file(self, tmp_path: Path, head: str, hour: int, minute: int) -> None:
        text = f"{head} First thing. *\nIt said [2020] in a frame @home.\n\nMore.\n\n{head} Second\n"
        first, second = reading(put(tmp_path / "journal.txt", text)).entries
        assert (first.title, second.title) == ("First thing.", "Second")
        assert first.text == "It said [2020] in a frame @home.\n\nMore." and first.tags == ("home", "starred")
        assert (first.written.hour, first.written.minute, first.written.utcoffset()) == (
            hour,
            minute,
            timedelta(hours=2),
        )


class TestMiniDiaries:
    def test_mini_diary(self, tmp_path: Path) -> None:
        whole = {
            "metadata": {"application": "Mini Diary", "version": "3.3.0"},
            "entries": {
                "2019-01-01": {"dateUpdated": "…", "title": "One", "text": "**bold** and _soft_"},
                "2019-01-02": {"title": "", "text": ""},
                "someday": {"title": "x", "text": "y"},
            },
        }
        found = reading(put(tmp_path / "diary.json", whole))
        (entry,) = found.entries
        assert (entry.title, entry.text, entry.written.hour) == ("One", "**bold** and _soft_", 12)
        assert sorted(why for _, why in reasons(found)) == ["no-date", "no-text"]

    def test_mini_diarium_several_a_day_and_html(self, tmp_path: Path) -> None:
        image = f'<img src="data:image/png;base64,{base64.b64encode(PNG).decode()}" alt="river">'
        html = (
            "<h2>Later</h2><p>One <strong>bold</strong> &amp; <em>soft</em> <a href='https://e.org'>link</a></p>"
            f"<ul><li><p>first</p></li><li><p>second</p></li></ul><blockquote><p>said</p></blockquote>{image}"
        )
        whole = {
            "metadata": {"application": "Mini Diarium"},
            "entries": [
                {"id": 1, "date": "2024-01-15", "title": "Morning", "text": html, "tags": ["travel"]},
                {"id": 2, "date": "2024-01-15", "title": "Evening", "text": "plain < words"},
            ],
        }
        first, second = reading(put(tmp_path / "d.json", whole)).entries
        assert first.text.startswith("## Later\n\nOne **bold** & *soft* [link](https://e.org)\n\n- first\n- second\n")
        assert "\n\n> said\n\n![river](picture:" in first.text
        assert first.pictures[0].load() == PNG and first.tags == ("travel",)
        assert second.text == "plain < words"


class TestRedNotebook:
    def test_a_month(self, tmp_path: Path) -> None:
        picture = put(tmp_path / "river.png", PNG)
        month = (
            '1:\n  text: \'**bold** //soft// --gone-- http://a.b/c//d #walk [""file://'
            f'{picture.with_suffix("")}"".png]\'\n  Tags: {{work: null}}\n  Cool: {{a thing: null, another: null}}\n'
            "2: {text: ''}\n31: {text: 'no such day'}\n"
        )
        put(tmp_path / "data" / "2020-02.txt", month)
        put(tmp_path / "data" / "2020-03.txt", "1: [unclosed")
        found = reading(tmp_path / "data")
        (entry,) = found.entries
        assert found.kind == "rednotebook" and entry.written.date().isoformat() == "2020-02-01"
        assert entry.text.startswith("**bold** *soft* ~~gone~~ http://a.b/c//d #walk ![](picture:")
        assert entry.text.endswith("## Cool\n- a thing\n- another") and entry.tags == ("work", "walk")
        assert entry.pictures[0].load() == PNG
        assert reasons(found) == [("2020-02-2", "no-text"), ("2020-02-31", "no-date"), ("2020-03.txt", "not-readable")]


class TestMarkdown:
    def test_front_matter_daily_notes_and_pictures(self, tmp_path: Path) -> None:
        put(
            tmp_path / "a.md",
            "---\ntitle: 'Too: sensitive'\ndate: 2026-11-22T19:40:00+01:00\ntags: [work, '#home']\n---\n\ntext\n",
        )
        put(tmp_path / "daily" / "2026-11-21.md", "went ![[river.png]] #walk `#code`")
        put(tmp_path / "2026" / "11" / "20.md", "by folders")
        put(tmp_path / "2026-11-19 The bus.md", "![](img/gone.jpg) ![](https://e.org/x.png) ![](../outside.png)")
        put(tmp_path / "img" / "river.png", PNG)
        put(tmp_path / "notes.md", "no day")
        put(tmp_path / ".obsidian" / "2026-01-01.md", "settings")
        put(tmp_path.parent / "outside.png", PNG)
        found = reading(tmp_path)
        by_text = {entry.text.split()[0]: entry for entry in found.entries}
        assert set(by_text) == {"text", "went", "by", "![](img/gone.jpg)"}
        assert by_text["text"].title == "Too: sensitive" and by_text["text"].tags == ("work", "home")
        assert by_text["text"].text == "text\n" and by_text["text"].written.hour == 19
        assert by_text["went"].tags == ("walk",) and by_text["went"].pictures[0].load() == PNG
        assert by_text["went"].title == "" and by_text["by"].written.date().isoformat() == "2026-11-20"
        assert by_text["![](img/gone.jpg)"].title == "The bus" and not by_text["![](img/gone.jpg)"].pictures
        assert sorted(reasons(found)) == [
            ("2026-11-19 The bus.md: ../outside.png", "media-missing"),
            ("2026-11-19 The bus.md: img/gone.jpg", "media-missing"),
            ("notes.md", "no-date"),
        ]

    def test_front_matter_that_is_none_stays_in_the_text(self, tmp_path: Path) -> None:
        bomb = "---\na: &a [x,x]\nb: [*a,*a]\n---\nwords"
        assert only(put(tmp_path / "2026-01-01.md", bomb)).text == bomb


class TestOurOwn:
    ENTRIES = (
        Outgoing(
            Entry(
                id=ONE,
                written=datetime(2026, 11, 22, 19, 40, 12, 345, tzinfo=timezone(timedelta(hours=5, minutes=30))),
                text="a\u00a0b\n\n---\n![the river](picture:p-1) #not\n",
                title="A: 'title'",
                noticing="a tight throat",
                tags=("brushed aside",),
            ),
            ("the theme",),
            (Picture("p-1", "png", 1, 1, PNG, "river.png"),),
        ),
        Outgoing(Entry(id=OTHER, written=datetime(2026, 1, 1, tzinfo=UTC), text="second")),
    )

    @pytest.mark.parametrize(
        ("kind", "name"), [(Kind.JSON, "all.json"), (Kind.MARKDOWN, "all.zip"), (Kind.MARKDOWN, "folder")]
    )
    def test_what_goes_out_comes_in_again(self, tmp_path: Path, kind: Kind, name: str) -> None:
        write(self.ENTRIES, tmp_path / name, kind, progress=lambda done: True)
        found = reading(tmp_path / name)
        entries = {entry.key: entry for entry in found.entries}
        first = entries[f"guesthouse:{ONE}"]
        sent = self.ENTRIES[0].entry
        assert found.left_out == [] and set(entries) == {
            f"guesthouse:{ONE}",
            f"guesthouse:{OTHER}",
        }
        assert (first.title, first.noticing, first.written) == (sent.title, sent.noticing, sent.written)
        assert first.written.utcoffset() == timedelta(hours=5, minutes=30)
        second = entries[f"guesthouse:{OTHER}"]
        assert (second.title, second.tags) == ("", ())
        assert first.tags == ("brushed aside",) and first.pictures[0].load() == PNG
        assert first.text.replace(f"picture:{first.pictures[0].id}", "picture:p-1") == sent.text


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\0", b"{", b"[]", b"[1]", b'{"entries": 3}', b"PK\x03\x04 broken", b"\xff\xfe", b"words"]
)
def test_what_is_no_journal_is_named(tmp_path: Path, content: bytes) -> None:
    found = reading(put(tmp_path / "thing.bin", content))
    assert found.entries == [] and [name for name, _ in reasons(found)] == ["thing.bin"]


def test_nothing_there_and_nothing_in_it(tmp_path: Path) -> None:
    assert reasons(reading(tmp_path / "nowhere.json")) == [("nowhere.json", "not-readable")]
    assert reading(tmp_path).entries == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    entry = only(put(tmp_path / "2020-05-01 Tag.txt", "Grüße\r\nzwei".encode(encoding)))
    assert (entry.text, entry.title) == ("Grüße\nzwei", "Tag")


SAMPLES = [
    b'{"entries": [{"uuid": "1", "creationDate": "2020-01-01T12:00:00Z", "text": "a", "photos": [{}]}]}',
    b'{"entries": [{"title": "a", "body": "b", "date": "2020-01-01", "time": "10:00", "tags": ["@x"]}]}',
    b'{"format": "guesthouse-journal", "version": 1, "entries": [{"id": "1", "written": "2020-01-01", "text": "a"}]}',
    b'{"metadata": {"application": "x"}, "entries": [{"id": 1, "date": "2020-01-01", "text": "<p>a</p>"}]}',
    b"---\ndate: 2020-01-01\ntags: [a]\n---\nwords ![[a.png]]",
    b"[2020-01-01 10:00] Title. Body\n",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(0, 120), st.binary(max_size=6), st.sampled_from([".json", ".md", ".txt"]))
def test_nothing_in_a_file_makes_reading_break(
    tmp_path: Path, sample: bytes, at: int, instead: bytes, ending: str
) -> None:
    file = put(tmp_path / f"2020-01-01{ending}", sample[:at] + instead + sample[at + len(instead) :])
    for entry in reading(file).entries:
        assert entry.written.utcoffset() is not None and entry.key
