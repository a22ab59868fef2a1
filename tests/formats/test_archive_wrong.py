"""What is no export of ours, or a broken one: told as such, with its place, quickly; nothing else ever comes of it."""

from __future__ import annotations

import base64
import io
import json
import os
import struct
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guesthouse.errors import NotAnExport, TooNewExport, Trouble
from guesthouse.formats.archive_form import FIELDS
from guesthouse.formats.archive_json import read_json
from guesthouse.formats.archive_zip import JSON
from guesthouse.services.archive import Archive
from guesthouse.storage.connection import Place
from tests.safety.hands import Clock
from tests.services.archive_states import Memory

V1 = Path(__file__).parents[1] / "data" / "export_v1.json"


def whole() -> dict[str, Any]:
    return dict(json.loads(V1.read_text(encoding="utf-8")))


def read(data: bytes) -> object:
    return read_json(io.BytesIO(data), lambda _bytes: None)


def place_of(value: object) -> str:
    """Where reading stops."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    with pytest.raises(NotAnExport) as wrong:
        read(data)
    return wrong.value.where


def look(folder: Path, data: bytes) -> object:
    (folder / "source").write_bytes(data)
    return Archive(Place(folder / "guesthouse.db", folder / "backups"), Clock()).look(folder / "source")


# ------------------------------------------------------------------------------------------------ places


@pytest.mark.parametrize(
    ("kind", "field", "value", "where"),
    [
        ("guests", "words", 5, "guests, number 1: words"),
        ("guests", "identity", "ABC", "guests, number 1: identity"),
        ("guests", "id", "", "guests, number 1: id"),
        ("guests", "theme", ["x"], "guests, number 1: theme"),
        ("visits", "arrived", "2026-01-01T00:00:00", "visits, number 1: arrived"),
        ("visits", "arrived", "yesterday", "visits, number 1: arrived"),
        ("visits", "arrived", 0, "visits, number 1: arrived"),
        ("visits", "arrived", "0001-01-01T00:00:00+14:00", "visits, number 1: arrived"),
        ("visits", "updated", "9999-12-31T23:59:59-14:00", "visits, number 1: updated"),
        ("visits", "departure", "deleted", "visits, number 1: departure"),
        ("visits", "departure", None, "visits, number 1: departure"),
        ("visits", "guest", "nobody", "visits, number 1: guest"),
        ("visits", "wording", "shouting", "visits, number 1: wording"),
        ("drafts", "words", None, "drafts, number 1: words"),
        ("tags", "name", "\u0301", "tags, number 1: name"),
        ("entries", "tags", "calm", "entries, number 1: tags"),
        ("entries", "tags", ["unknown"], "entries, number 1: tags"),
        ("entries", "guests", [None], "entries, number 1: guests"),
        ("entries", "guests", ["nobody"], "entries, number 1: guests"),
        ("entries", "deleted", True, "entries, number 1: deleted"),
        ("pictures", "data", "not base64!", "pictures, number 1: data"),
        ("pictures", "data", "AAAA!", "pictures, number 1: data"),
        ("pictures", "data", "AAAAA", "pictures, number 1: data"),
        ("pictures", "data", None, "pictures, number 1: data"),
        ("pictures", "kind", "svg", "pictures, number 1: kind"),
        ("pictures", "kind", ["png"], "pictures, number 1: kind"),
        ("pictures", "width", 1.5, "pictures, number 1: width"),
        ("pictures", "height", 10**30, "pictures, number 1: height"),
        ("pictures", "id", "../../x", "pictures, number 1: id"),
        ("pictures", "entry", "none", "pictures, number 1: entry"),
        ("sittings", "step", -1, "sittings, number 1: step"),
        ("sittings", "step", True, "sittings, number 1: step"),
        ("sittings", "answers", {"key": "a"}, "sittings, number 1: answers"),
        ("sittings", "answers", [{"key": "a", "answer": 1}], "sittings, number 1: answers answer"),
        ("sittings", "kept", "nowhere", "sittings, number 1: answers"),
        ("standings", "favourite", 1, "standings, number 1: favourite"),
        ("own_practices", "form", {"title": "x"}, "own_practices, number 1: form"),
        ("noticings", "things", [[]], "noticings, number 1: things"),
        ("kit", "shelf", "attic", "kit, number 1: shelf"),
        ("ratings", "room", 101, "ratings, number 1: room"),
        ("ratings", "sitting", None, "ratings, number 1: visit"),
        ("heavy", "identity", "0" * 63, "heavy, number 1: identity"),
        ("wishes", "updated", None, "wishes, number 1: updated"),
    ],
)
def test_a_field_that_is_wrong_is_named(kind: str, field: str, value: object, where: str) -> None:
    file = whole()
    file[kind][0][field] = value
    assert place_of(file) == where


@pytest.mark.parametrize("kind", FIELDS)
def test_what_may_be_there_once_only(kind: str) -> None:
    file = whole()
    file[kind].append(file[kind][0])
    assert place_of(file).startswith(f"{kind}, number {len(file[kind])}: ")


def test_two_entries_from_one_source_or_two_guests_with_one_id() -> None:
    file = whole()
    file["entries"][0]["source"] = file["entries"][1]["source"] = "dayone:1"
    assert place_of(file) == "entries, number 2: source"
    file = whole()
    file["guests"][1]["id"] = file["guests"][0]["id"]
    assert place_of(file) == "guests, number 2: id"


def test_a_record_that_is_cut_short_or_no_table_is_named() -> None:
    text = V1.read_text(encoding="utf-8")
    assert place_of(text.split('"put away')[0].encode()) == "entries, number 2"
    assert place_of({"format": "guesthouse-export", "version": 1, "kit": [5]}) == "kit, number 1"
    assert place_of({"format": "guesthouse-export", "version": 1, "kit": {}}) == "kit"
    assert place_of({"format": "guesthouse-export", "version": 1, "heavy": [{}]}) == "heavy, number 1: identity"
    assert place_of(text.encode() + b"{}") == "after its end"
    assert place_of(text.encode()[:-3]) != ""


@pytest.mark.parametrize("version", [0, -1, "1", 1.0, True, None, [1]])
def test_a_version_that_is_none(version: object) -> None:
    assert place_of({"format": "guesthouse-export", "version": version}) == "version"


def test_a_version_that_is_missing_or_newer() -> None:
    assert place_of({"format": "guesthouse-export"}) == "version"
    assert place_of({"format": "guesthouse-export", "guests": [1], "version": 1}) == "version"
    with pytest.raises(TooNewExport):
        read(b'{"format": "guesthouse-export", "version": 2, "something": [else')


def test_what_is_unknown_is_passed_over() -> None:
    file = {**whole(), "moods": [{"a": [1]}], "note": {"x": 1}, "none": []}
    file["guests"][0]["mood"] = "blue"
    plain = read(V1.read_bytes())
    assert read(json.dumps(file, indent=3).encode()) == plain
    assert read(b"\xef\xbb\xbf" + V1.read_bytes()) == plain, "with a byte order mark, as some editors write it"


# ------------------------------------------------------------------------------------------------ garbage


GARBAGE = {
    "nothing": b"",
    "spaces": b" \n" * 100,
    "null": b"null",
    "a number": b"12",
    "a list": b"[]",
    "an empty table": b"{}",
    "another format": b'{"format": "guesthouse-journal", "version": 1, "entries": []}',
    "no format": b'{"version": 1, "guests": []}',
    "the format comes late": b'{"entries": [], "guests": [1], "format": "guesthouse-export", "version": 1}',
    "day one": b'{"metadata": {"version": "1.0"}, "entries": [{"uuid": "5E", "creationDate": "2026-01-01T00:00:00Z"}]}',
    "jrnl": b'{"tags": {}, "entries": [{"title": "x", "body": "y", "date": "2026-01-01", "time": "10:00"}]}',
    "deep": b"[" * 100_000,
    "deep tables": b'{"a":' * 100_000,
    "not utf-8": b'{"format": "\xff\xfe"}',
    "utf-16": '{"format": "guesthouse-export"}'.encode("utf-16"),
    "zeros": bytes(100_000),
    "a database": b"SQLite format 3\0" + bytes(4000),
    "markdown": b"# Monday\n\nI am here",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "half a zip": b"PK\x03\x04" + bytes(200),
    "an empty zip": b"PK\x05\x06" + bytes(18),
}


@pytest.mark.parametrize("name", GARBAGE)
def test_what_is_nothing_of_ours_has_no_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotAnExport) as wrong:
        look(tmp_path, GARBAGE[name])
    assert wrong.value.where == "" and wrong.value.path == tmp_path / "source"


@pytest.mark.parametrize("inside", ["[" * 100_000, '{"a":' * 100_000, '"' + "a" * 100, "1" * 10_000, "NaN", "1e999, "])
def test_garbage_inside_one_of_ours(tmp_path: Path, inside: str) -> None:
    data = f'{{"format": "guesthouse-export", "version": 1, "entries": [{inside}'.encode()
    with pytest.raises(NotAnExport) as wrong:
        look(tmp_path, data)
    assert wrong.value.where.startswith("entries, number 1")


def test_a_folder_a_pipe_and_nothing_are_no_exports(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    archive = Archive(Place(tmp_path / "guesthouse.db", tmp_path / "backups"), Clock())
    for source in (tmp_path, tmp_path / "pipe", tmp_path / "none.json"):
        with pytest.raises(NotAnExport) as wrong:
            archive.take_in(source)
        assert wrong.value.path == source
    assert not (tmp_path / "guesthouse.db").exists()


# ------------------------------------------------------------------------------------------------ zips


def zipped(members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"README.md": b"x"},
        {f"folder/{JSON}": b"{}"},
        {f"../{JSON}": b"{}"},
        {JSON: b""},
        {JSON: b"[" * 100_000},
        {JSON: b"PK"},
    ],
)
def test_zips_with_nothing_of_ours(tmp_path: Path, members: dict[str, bytes]) -> None:
    with pytest.raises(NotAnExport) as wrong:
        look(tmp_path, zipped(members))
    assert wrong.value.where == ""


def test_a_zip_with_tricks_in_its_names_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "here"
    folder.mkdir(parents=True)
    look(folder, zipped({"../../evil.md": b"x", "/etc/evil": b"x", "C:\\evil": b"x", JSON: V1.read_bytes()}))
    assert sorted(file.name for file in tmp_path.rglob("*") if file.is_file()) == ["source"]


@pytest.mark.parametrize(
    "bomb",
    [b" " * 300_000_000, b'{"format": "guesthouse-export", "version": 1, "entries": [{"text": "' + b"a" * 300_000_000],
    ids=["space", "one record"],
)
def test_a_bomb_ends_before_it_fills_the_memory(tmp_path: Path, bomb: bytes) -> None:
    data = zipped({JSON: bomb})
    assert len(data) < 400_000
    with pytest.raises(NotAnExport):
        look(tmp_path, data)


def test_packings_that_are_not_ours_and_locked_zips(tmp_path: Path) -> None:
    with pytest.raises(NotAnExport):
        look(tmp_path, zipped({JSON: V1.read_bytes()}, zipfile.ZIP_BZIP2))
    locked = bytearray(zipped({JSON: V1.read_bytes()}))
    place = locked.rindex(b"PK\x01\x02") + 8
    locked[place : place + 2] = struct.pack("<H", 1)
    locked[6:8] = struct.pack("<H", 1)
    with pytest.raises(NotAnExport):
        look(tmp_path, bytes(locked))


@settings(max_examples=max(1, settings().max_examples * 2))
@given(st.data())
def test_a_zip_with_a_few_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    packed = bytearray(zipped({"README.md": b"x" * 50, JSON: V1.read_bytes()}))
    heads = [0, packed.rindex(b"PK\x01\x02"), packed.rindex(b"PK\x05\x06")]
    for _ in range(data.draw(st.integers(1, 4))):
        near = data.draw(st.sampled_from(heads))
        place = min(len(packed) - 1, near + data.draw(st.integers(0, 60)))
        packed[place] = data.draw(st.integers(0, 255))
    _read_or_refused(bytes(packed))


def _read_or_refused(data: bytes) -> None:
    import tempfile

    from guesthouse.services import archive

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "source").write_bytes(data)
        with suppress(NotAnExport, TooNewExport):
            archive._read(Path(folder) / "source", archive._Watch(lambda _percent: True))


# ------------------------------------------------------------------------------------------------ any change at all

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=4,
)


@settings(max_examples=max(1, settings().max_examples * 2))
@given(st.data())
def test_any_value_in_any_place_is_taken_in_or_refused(data: st.DataObject) -> None:
    """What is not refused comes in, and in again without a change."""
    file = whole()
    for _ in range(data.draw(st.integers(1, 3))):
        kind = data.draw(st.sampled_from(sorted(FIELDS)))
        if not file[kind]:
            continue
        record = data.draw(st.sampled_from(file[kind]))
        field = data.draw(st.sampled_from(sorted(record)))
        same_field = [one[field] for one in file[kind]]
        record[field] = data.draw(anything | st.sampled_from(same_field))
    state = {kind: file[kind] for kind in FIELDS}
    try:
        memory = Memory(state)
    except Trouble:
        return
    assert memory.take_in(state).is_nothing
    assert memory.take_in(memory.state()).is_nothing
    memory.close()


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=3))
def test_any_bytes_in_any_place_are_read_or_refused(place: int, change: bytes) -> None:
    data = bytearray(V1.read_bytes())
    data[place % len(data) : place % len(data) + len(change)] = change
    try:
        read(bytes(data))
    except (NotAnExport, TooNewExport):
        return


def test_a_file_that_comes_in_small_pieces_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    from guesthouse.formats import archive_json

    plain = read(V1.read_bytes())
    for size in (1, 7, 64):
        monkeypatch.setattr(archive_json, "CHUNK", size)
        assert read(V1.read_bytes()) == plain


def test_large_pictures_come_in(tmp_path: Path) -> None:
    file = whole()
    file["pictures"][0]["data"] = base64.b64encode(os.urandom(9_000_000)).decode()
    assert look(tmp_path, json.dumps(file).encode()) == look(tmp_path, V1.read_bytes())


def test_writing_and_reading_take_no_more_memory_than_a_record_and_what_is_kept() -> None:
    import tracemalloc

    from guesthouse.formats.archive_json import write_json

    entry = {**whole()["entries"][0], "text": "a long day " * 2000, "tags": [], "guests": []}
    size = 0

    def count(data: bytes) -> None:
        nonlocal size
        size += len(data)

    def peak(many: int) -> int:
        tracemalloc.reset_peak()
        write_json([("entries", ({**entry, "id": str(number)} for number in range(many)))], {}, count)
        return tracemalloc.get_traced_memory()[1]

    tracemalloc.start()
    try:
        few, many = peak(10), peak(1000)
    finally:
        tracemalloc.stop()
    assert size > 20_000_000 and many < few + 200_000
