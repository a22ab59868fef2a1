"""Two computers, in any order, however often: one and the same contents, and nothing twice."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given, settings

from guesthouse.domain.thought import fold
from guesthouse.formats.archive_form import Record
from tests.services.archive_states import Memory, State, in_no_order, rows, states
from tests.services.test_archive_complete import HOUR, MOMENT, everything

few = settings(max_examples=max(1, settings().max_examples // 2))


@few
@given(states("a"), states("b"))
def test_it_does_not_matter_which_computer_takes_in_the_other(a: State, b: State) -> None:
    with closing(Memory(a)) as one, closing(Memory(b)) as other:
        from_one, from_other = one.state(), other.state()
        one.take_in(from_other)
        other.take_in(from_one)
        assert in_no_order(one.state()) == in_no_order(other.state())


@few
@given(states("a"), states("b"))
def test_twice_changes_nothing_not_a_row(a: State, b: State) -> None:
    with closing(Memory(a)) as here, closing(Memory(b)) as there:
        exported = there.state()
        here.take_in(exported)
        before = rows(here.database)
        assert here.take_in(exported).is_nothing
        assert rows(here.database) == before
        assert here.take_in(here.state()).is_nothing
        there.take_in(here.state())
        assert there.take_in(here.state()).is_nothing and here.take_in(there.state()).is_nothing


@few
@given(states("a"), states("b"))
def test_what_follows_from_the_rest_is_right_afterwards(a: State, b: State) -> None:
    with closing(Memory(a)) as here, closing(Memory(b)) as there:
        here.take_in(there.state())
        database = here.database
        assert not database.execute("PRAGMA foreign_key_check").fetchall()
        assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        counted = database.execute(
            "SELECT count(*) FROM guests g WHERE visits != (SELECT count(*) FROM visits WHERE guest_id = g.id)"
            " OR last_seen != coalesce((SELECT max(arrived) FROM visits WHERE guest_id = g.id), '')"
        ).fetchone()[0]
        assert counted == 0
        spelled_out = "SELECT count(*) FROM visits v JOIN guests g ON g.id = guest_id WHERE v.words = g.words"
        assert database.execute(spelled_out).fetchone()[0] == 0
        assert database.execute("SELECT count(*) FROM entries WHERE unsearched = 1").fetchone()[0] == 0
        found = dict(database.execute("SELECT rowid, folded FROM guests_search").fetchall())
        for number, words, theme in database.execute("SELECT number, words, theme FROM guests").fetchall():
            assert found.pop(number) == (fold(words) if theme is None else f"{fold(words)}\n{fold(theme)}")
        assert not found
        places = "SELECT count(*) FROM (SELECT 1 FROM kit GROUP BY shelf, place HAVING count(*) > 1)"
        assert database.execute(places).fetchone()[0] == 0


@few
@given(states("a"), states("b"))
def test_no_words_are_lost(a: State, b: State) -> None:
    """Each thing of either side is there; only an older state of the same thing is not."""
    with closing(Memory(a)) as here, closing(Memory(b)) as there:
        mine, theirs = here.state(), there.state()
        here.take_in(theirs)
        after = here.state()
    for kind in ("visits", "noticings", "sittings", "own_practices", "pictures"):
        assert {one["id"] for one in after[kind]} == {one["id"] for one in (*mine[kind], *theirs[kind])}
    for kind, key in (("guests", "identity"), ("heavy", "identity"), ("wishes", "name"), ("standings", "practice")):
        assert {one[key] for one in after[kind]} == {one[key] for one in (*mine[kind], *theirs[kind])}
    said = {one["words"] for one in (*mine["kit"], *theirs["kit"]) if "both" not in one["id"]}
    assert said <= {one["words"] for one in after["kit"]}


def test_out_of_the_drawer_on_either_side_is_out_of_it_even_where_the_other_is_newer() -> None:
    out = everything()
    out["entries"][0]["deleted"] = None
    newer = everything()
    newer["entries"][0].update(updated="2027-01-01T00:00:00.000000Z", text="newer words")
    for first, second in ((out, newer), (newer, out)):
        with closing(Memory(first, second)) as memory:
            (entry,) = memory.state()["entries"]
            assert (entry["deleted"], entry["text"]) == (None, "newer words")


def test_a_visit_whose_newer_state_has_another_hour_and_guest_is_counted_there() -> None:
    newer = everything()
    other = {**newer["guests"][0], "id": "h", "identity": "1" * 64, "words": "another"}
    newer["guests"].append(other)
    newer["visits"][0].update(updated="2027-01-01T00:00:00.000000Z", guest="h", arrived="2025-05-05T05:05:05+00:00")
    with closing(Memory(everything(), newer)) as memory:
        counted = memory.database.execute("SELECT id, visits, last_seen FROM guests ORDER BY id").fetchall()
    assert counted == [("g", 0, ""), ("h", 1, "2025-05-05T05:05:05.000000Z")]


LATER, LATEST = "2027-01-01T00:00:00.000000Z", "2028-01-01T00:00:00.000000Z"
GOES_ON: Record = {"departed": None, "departure": None}
BROKE_OFF: Record = {"departed": None, "departure": "app-closed"}
ONE, OTHER = ({"key": "a", "answer": said, "updated": at} for said, at in (("old", MOMENT), ("new", LATEST)))


@pytest.mark.parametrize(
    ("kind", "older", "newer", "stays"),
    [
        ("visits", {}, GOES_ON, {"departed": HOUR, "departure": "stopped"}),
        ("visits", {}, BROKE_OFF, {"departed": HOUR, "departure": "stopped"}),
        ("visits", BROKE_OFF, GOES_ON, BROKE_OFF),
        ("guests", {"theme": "named"}, {"theme": None}, {"theme": "named"}),
        ("guests", {"theme": "named"}, {"theme": "named anew"}, {"theme": "named anew"}),
        ("tags", {}, {"name": "RUHIG"}, {"name": "RUHIG"}),
        ("entries", {"deleted": LATEST}, {"deleted": MOMENT}, {"deleted": LATEST}),
        ("entries", {"source": "s"}, {"source": None}, {"source": "s"}),
        ("entries", {"tags": ["Ruhig"]}, {"tags": [], "guests": []}, {"tags": [], "guests": []}),
        ("sittings", {}, {"state": "going", "ended": None}, {"state": "finished", "ended": HOUR}),
        ("sittings", {"answers": [OTHER]}, {"answers": [ONE]}, {"answers": [OTHER], "updated": LATER}),
        ("sittings", {"answers": [OTHER]}, {"kept": "journal", "answers": []}, {"kept": "journal", "answers": []}),
        ("sittings", {"kept": "nowhere", "answers": []}, {"answers": [ONE]}, {"kept": "here", "answers": [ONE]}),
        ("standings", {"unwell": LATEST}, {"unwell": None, "verdict": "yes"}, {"unwell": LATEST, "verdict": "yes"}),
        ("kit", {"place": 9}, {"place": 2, "words": "newer"}, {"place": 2, "words": "newer"}),
    ],
)
def test_what_stays_of_two_is_as_it_is_told(kind: str, older: Record, newer: Record, stays: Record) -> None:
    """docs/export-format.md, "What becomes of both when it comes in"."""
    one, other = everything(), everything()
    one[kind][0].update(older)
    other[kind][0].update(newer, updated=LATER)
    if kind == "tags":
        one["entries"][0]["tags"] = other["entries"][0]["tags"] = ["ruhig"]
    for first, second in ((one, other), (other, one)):
        with closing(Memory(first, second)) as memory:
            (left,) = memory.state()[kind]
            assert {name: left[name] for name in stays} == stays


def test_things_of_the_kit_that_would_share_a_place_lie_under_each_other() -> None:
    one, other = everything(), everything()
    other["kit"][0].update(id="l", words="another")
    for first, second in ((one, other), (other, one)):
        with closing(Memory(first, second)) as memory:
            assert [(thing["id"], thing["place"]) for thing in memory.state()["kit"]] == [("k", 4), ("l", 5)]


def test_a_source_that_another_entry_has_here_is_there_once() -> None:
    """No file of ours claims that; it comes in all the same, with every word."""
    one, other = everything(), everything()
    other["entries"][0]["source"] = None
    other["entries"].append({**one["entries"][0], "id": "f", "text": "another"})
    for first, second in ((one, other), (other, one)):
        with closing(Memory(first, second)) as memory:
            left = memory.state()["entries"]
            assert [entry["text"] for entry in left] == ["x", "another"]
            assert sorted(str(entry["source"]) for entry in left) == ["None", "s"]
            assert memory.take_in(second).is_nothing
