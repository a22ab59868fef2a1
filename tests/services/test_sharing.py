"""A practice as a file: it goes out in the shape of those that come with the app, and comes back as it was."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guesthouse.content.practices import load_one, load_practices
from guesthouse.content.write_practice import text_of
from guesthouse.domain.practice import Element, Kind, Option, Practice, Step, Tone
from guesthouse.errors import DiskFull, PlaceUnusable
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.services.sharing import NotAPractice, Sharing
from tests.safety.hands import contents

FOLDER = resources() / "practices"
GIVEN = load_practices(FOLDER, "en")
TEXTS = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
    .filter(lambda text: bool(text.strip()))
    .filter(lambda text: "{" not in text)
)
ODD = 'no\u00a0break\u2028line \0 nul\r\n\ttab \x7f "q" \\ \'\'\' """ שלום \u202eabc 👩‍🚀 e\u0301 # [[step]]\n[x] = {a}'
GOOD = """\
title = "Mine"
element = "acknowledge"
minutes = 2
tone = "neutral"

[[step]]
text = "Look."

[[step]]
kind = "line"
text = "Write."
key = "line"
"""


@pytest.fixture
def sharing(house: House) -> Sharing:
    """The verbs."""
    return house.sharing


def read_back(practice: Practice, folder: Path) -> Practice:
    file = folder / "one.toml"
    file.write_bytes(text_of(practice, "one").encode())
    return load_one(file)


def told(text: str) -> dict[str, Any]:
    """What a file says; an option may be a text or a table."""
    table = tomllib.loads(text)
    for step in table["step"]:
        step["options"] = [{"text": one} if isinstance(one, str) else one for one in step.get("options", [])]
    return table


@pytest.mark.parametrize("practice", GIVEN, ids=[practice.id for practice in GIVEN])
def test_all_that_come_with_the_app(practice: Practice, tmp_path: Path) -> None:
    """The file says the very same as the one it came from."""
    text = text_of(practice, practice.id)
    shipped = (FOLDER / "en" / f"{practice.id}.toml").read_text("utf-8")
    assert told(text) == told(shipped)
    assert text.count("[[step]]") == shipped.count("[[step]]") and "\n[[step]]\nkind" in text
    file = tmp_path / f"{practice.id}.toml"
    file.write_text(text, "utf-8")
    assert load_one(file) == practice


def test_a_folder_of_them_is_a_library(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    for practice in GIVEN:
        (tmp_path / "en" / f"{practice.id}.toml").write_text(text_of(practice, practice.id), "utf-8")
    assert load_practices(tmp_path, "en") == GIVEN


@st.composite
def own_practices(draw: st.DrawFn) -> Practice:
    """One that somebody has made of a given one: steps taken out, moved and said otherwise."""
    original = draw(st.sampled_from(GIVEN))
    steps = draw(st.permutations(original.steps))[: draw(st.integers(1, len(original.steps)))]
    changed = [
        replace(
            step,
            text=draw(TEXTS),
            note=draw(st.just("") | TEXTS),
            lines=tuple(draw(TEXTS) for _ in step.lines),
            options=tuple(replace(option, text=draw(TEXTS)) for option in step.options),
        )
        for step in steps
    ]
    return replace(
        original,
        title=draw(TEXTS),
        purpose=draw(st.just("") | TEXTS),
        not_for=draw(st.just("") | TEXTS),
        minutes=draw(st.sampled_from([(1, 1), (1, 60), (3, 5)])),
        steps=tuple(step for step in changed if step.text != step.other),
        sources=draw(st.just(()) | st.just(original.sources)),
        own=True,
        twin="",
        original=original.id,
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(own_practices())
def test_any_own_one_comes_back_as_it_was(tmp_path: Path, practice: Practice) -> None:
    assert read_back(practice, tmp_path) == replace(practice, id="one", own=False)


def test_to_the_byte(tmp_path: Path) -> None:
    step = Step(ODD, Kind.CHOOSE, note=ODD, key="line", options=(Option(ODD), Option("b", goes="ack-feet")))
    practice = replace(GIVEN[0], title=ODD, steps=(step,), not_for=ODD, sources=(ODD, ODD))
    assert read_back(practice, tmp_path) == replace(practice, id="one")


def test_what_is_blank_or_means_nothing_is_left_out(tmp_path: Path) -> None:
    steps = (
        Step("One", note=" ", lines=("a",), seconds=5, key="b"),
        Step("Two", Kind.LOOK, seconds=5, lines=("a", " "), other="Two", needs=GIVEN[0].steps[0].needs),
        Step("Three", Kind.CHOOSE, key="c", options=(Option("\n"),)),
        Step("Four", Kind.LINE, key="d", frame="{nobody} {c} {later}"),
        Step("Five", Kind.LINE, key="later"),
    )
    practice = Practice("x", "X", Element.EXPLORE, (2, 2), Tone.WARM, " ", steps, own=True)
    kept = (
        Step("One"),
        Step("Two", Kind.LOOK, seconds=5, lines=("a",)),
        Step("Three", Kind.CHOOSE, key="c", own=True),
        *steps[3:],
    )
    found = read_back(practice, tmp_path)
    assert found == replace(practice, id="one", purpose="", steps=kept, own=False)
    assert read_back(found, tmp_path) == found


class TestOut:
    def test_whole_or_not_at_all(
        self, house: House, sharing: Sharing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "out" / "mine.toml"
        with pytest.raises(PlaceUnusable):
            sharing.write(GIVEN[0], file)
        file.parent.mkdir()
        file.write_text("before")

        written = Path.write_bytes

        def full(path: Path, data: bytes) -> int:
            written(path, data[:20])
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_bytes", full)
            with pytest.raises(DiskFull):
                sharing.write(GIVEN[0], file)
        assert contents(file.parent) == {"mine.toml": b"before"}
        sharing.write(GIVEN[0], file)
        assert list(contents(file.parent)) == ["mine.toml"]
        assert load_one(file) == replace(GIVEN[0], id="mine")

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Someone at the door", "someone-at-the-door.toml"),
            ("../Ünder / C:\\x?\n", "under-c-x.toml"),
            ("悲しい", "practice.toml"),
            ("a b " * 99, f"{'a-b-' * 14}a-b.toml"),
        ],
    )
    def test_its_name(self, sharing: Sharing, title: str, name: str) -> None:
        assert sharing.name_for(replace(GIVEN[0], title=title)) == name


class TestIn:
    def test_out_here_and_in_there(
        self, house: House, sharing: Sharing, tmp_path: Path, open_again: Callable[[], House]
    ) -> None:
        mine = house.practices.keep_own(replace(house.practices.make_own(GIVEN[0]), title="Mine"))
        sharing.write(mine, tmp_path / "mine.toml")
        brought = sharing.bring_in(tmp_path / "mine.toml")
        assert brought == replace(mine, id=brought.id) and brought.id != mine.id and brought.original == GIVEN[0].id
        assert open_again().practices.one(brought.id) == brought

    def test_one_without_a_title_yet_comes_back(self, house: House, sharing: Sharing, tmp_path: Path) -> None:
        """The app keeps one as soon as anything of it is typed, and writes it as a file when it is asked to."""
        mine = house.practices.keep_own(replace(house.practices.make_own(GIVEN[0]), title=" "))
        sharing.write(mine, tmp_path / "mine.toml")
        brought = sharing.bring_in(tmp_path / "mine.toml")
        assert brought == replace(mine, id=brought.id) and brought.title == ""

    def test_as_written_by_hand(self, house: House, sharing: Sharing, tmp_path: Path) -> None:
        file = tmp_path / "By hand.toml"
        file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
        brought = sharing.bring_in(file)
        assert (brought.title, brought.own, brought.original, brought.sources) == ("Mine", True, "", ())
        assert brought.steps == (Step("Look."), Step("Write.", Kind.LINE, key="line"))

    def test_one_that_came_from_what_is_not_here_stands_alone(
        self, house: House, sharing: Sharing, tmp_path: Path
    ) -> None:
        file = tmp_path / "one.toml"
        file.write_text(f'id = "ack-feet"\noriginal = "nobody"\n{GOOD}', "utf-8")
        brought = sharing.bring_in(file)
        assert brought.original == "" and house.practices.one("ack-feet") in GIVEN
        assert house.practices.all()[-1] == brought

    @pytest.mark.parametrize(
        ("mistake", "message"),
        [
            (("minutes = 2", "minutes = 0"), "one.toml, line 3: minutes is a number"),
            (("acknowledge", "kind"), "one.toml, line 2: element is one of"),
            (('title = "Mine"', 'title = " "'), "one.toml, line 1: title is missing or empty"),
            (
                ('tone = "neutral"', 'tone = "neutral"\ncolour = 5'),
                "one.toml, line 5: there is no such thing as colour",
            ),
            (('key = "line"', 'keys = "line"'), "one.toml, line 10: a step of the kind line needs key"),
            (('kind = "line"', 'kind = "dance"'), "one.toml, line 10: kind is one of"),
            (('text = "Look."', 'kind = "line"\ntext = "a"\nkey = "line"'), "one.toml, line 14: line is the key of"),
            (('"Look."', '"Look.'), "one.toml, line 7: "),
            (("[[step]]", "[[steps]]"), "one.toml, line 6: there is no such thing as steps"),
            (('[[step]]\ntext = "Look."', 'step = [5]\n[[x]]\nkey="a"'), "one.toml"),
        ],
    )
    def test_a_mistake_is_named_with_its_line_and_nothing_comes_in(
        self, house: House, sharing: Sharing, tmp_path: Path, mistake: tuple[str, str], message: str
    ) -> None:
        file = tmp_path / "one.toml"
        file.write_text(GOOD.replace(*mistake), "utf-8")
        with pytest.raises(NotAPractice) as caught:
            sharing.bring_in(file)
        assert str(caught.value).startswith(message)
        assert house.practices.all() == GIVEN

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"\xff\xfe",
            b"\0",
            b"a = " + b"[" * 100_000,
            b"# " + b"x" * (1 << 21),
            b"SQLite format 3\0",
            b"step = 5",
            b"minutes = " + b"9" * 5_000,
        ],
        ids=["empty", "no UTF-8", "nul", "deep", "long", "a database", "no steps", "a long number"],
    )
    def test_what_is_no_practice(self, house: House, sharing: Sharing, tmp_path: Path, data: bytes) -> None:
        (tmp_path / "one.toml").write_bytes(data)
        with pytest.raises(NotAPractice, match=r"^one\.toml"):
            sharing.bring_in(tmp_path / "one.toml")
        assert house.practices.all() == GIVEN

    def test_what_has_no_end_is_not_read(self, sharing: Sharing, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.toml")
        for path in (tmp_path / "pipe.toml", Path("/dev/zero")):
            with pytest.raises(NotAPractice, match="this is no file"):
                sharing.bring_in(path)

    def test_what_is_no_file(self, sharing: Sharing, tmp_path: Path) -> None:
        for path in (tmp_path / "nobody.toml", tmp_path):
            with pytest.raises(NotAPractice):
                sharing.bring_in(path)
