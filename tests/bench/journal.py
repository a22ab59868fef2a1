"""The journal with 50,000 entries, on a plain and an encrypted file: searching, opening, saving, importing, typing."""

from __future__ import annotations

import itertools
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from guesthouse.content.prompts import load_prompts
from guesthouse.domain.journal import Entry, Wanted
from guesthouse.house import House, open_house
from guesthouse.paths import Paths, resources
from guesthouse.qt.fonts import load_fonts, load_italics
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Voice
from guesthouse.storage.cellar import apart
from guesthouse.storage.connection import Place
from guesthouse.ui.pages.journal import JournalPage
from tests.bench.figures import Row, percentile

ENTRIES = 50_000
IMPORTED = 2_000
KEY = bytes(range(32))
BEGINS = ("ba", "be", "bi", "da", "de", "ka", "ko", "ma", "me", "no", "sa", "so", "ta", "te", "wo")
ENDS = ("la", "le", "ri", "ro", "su", "tan", "win", "ness", "ing", "ed", "ly", "ful", "less", "er", "ish", "x")
WORDS = ["".join(parts) for parts in itertools.product(BEGINS, BEGINS, ENDS)]
LONG = 200_000


class Texts:
    """Seeded texts whose words are as unevenly common as those of a language."""

    def __init__(self) -> None:
        """Always the same ones."""
        self._chance = random.Random(11)
        self._weights = list(itertools.accumulate(1 / (place + 1) for place in range(len(WORDS))))

    def words(self, many: int) -> str:
        """So many words."""
        return " ".join(self._chance.choices(WORDS, cum_weights=self._weights, k=many))

    def entry(self) -> tuple[str, str, tuple[str, ...]]:
        """Title, text and tags."""
        tags = tuple(self._chance.choices(WORDS[200:240], k=self._chance.randrange(3)))
        return self.words(3), self.words(self._chance.choice([20, 60, 120, 260])), tags


def queries() -> list[str]:
    """Words typed letter by letter, words beside each other, phrases, rare ones, and what is not there."""
    typed = [WORDS[place][:length] for place in (0, 7, 40, 300, 2000) for length in range(1, len(WORDS[place]) + 1)]
    two = [f"{WORDS[one]} {WORDS[other]}" for one, other in ((0, 1), (3, 50), (20, 900), (500, 2500))]
    three = [f"{WORDS[0]} {WORDS[5]} {WORDS[60]}", f"{WORDS[9]} {WORDS[90]} {WORDS[900]}"]
    phrases = [f'"{WORDS[0]} {WORDS[1]}"', f'"{WORDS[2]} {WORDS[30]}"', f'"{WORDS[4]} {WORDS[7]} {WORDS[3]}"']
    return [*typed, *two, *three, *phrases, "zzz", "quite elsewhere", '"not here at all"']


def measure(app: QApplication) -> list[Row]:
    """Every figure on both kinds of file; the window's on the plain one."""
    rows: list[Row] = []
    for name, key in (("plain", None), ("keyed", KEY)):
        folder = Path(tempfile.mkdtemp(prefix="guesthouse-bench-"))
        house = _full_house(folder, key)
        raw = _raw_index(folder, key)
        rows += _searching(house, raw, name)
        rows.append(_opening(house, name))
        rows += _saving(house, raw, name)
        rows.append(_importing(house, raw, folder, name))
        if key is None:
            rows += _in_the_window(app, house, folder)
        raw.close()
        house.close()
    return rows


def _full_house(folder: Path, key: bytes | None) -> House:
    paths, texts = Paths.under(folder / "data"), Texts()
    now = datetime(2026, 11, 1, tzinfo=UTC)
    house = open_house(paths, clock=lambda: now, random=random.Random(1), key=key)
    with apart(Place(paths.database, paths.backups, key)) as cellar:
        with cellar.database.atomic():
            for number in range(ENTRIES):
                title, text, tags = texts.entry()
                hour = datetime(2012, 1, 1, tzinfo=UTC) + timedelta(hours=2.5 * number)
                entry = Entry(id=f"e-{number}", written=hour, text=text, title=title, tags=tags)
                cellar.entries.keep(entry, hour)
        cellar.index.catch_up()
    return house


def _raw_index(folder: Path, key: bytes | None) -> dbapi2.Connection:
    """The same texts in an FTS5 table as it comes, without anything of ours."""
    raw = dbapi2.connect(str(folder / "raw.db"), isolation_level=None)
    if key is not None:
        raw.execute(f"""PRAGMA key = "x'{key.hex()}'" """)
    for setting in ("secure_delete = ON", "journal_mode = WAL", "synchronous = FULL", "cache_size = -24000"):
        raw.execute(f"PRAGMA {setting}").fetchone()
    raw.execute("CREATE VIRTUAL TABLE found USING fts5(title, text, prefix = '1 2 3 4')")
    raw.execute("CREATE TABLE plain (number INTEGER PRIMARY KEY, title TEXT, text TEXT)")
    texts = Texts()
    raw.execute("BEGIN")
    for number in range(ENTRIES):
        title, text, _ = texts.entry()
        raw.execute("INSERT INTO found (rowid, title, text) VALUES (?, ?, ?)", [number, title, text])
    raw.execute("COMMIT")
    return raw


def _searching(house: House, raw: dbapi2.Connection, name: str) -> list[Row]:
    ours, theirs = [], []
    house.journal.find(Wanted())
    for _ in range(3):
        for query in queries():
            ours.append(_ms(lambda query=query: house.journal.lines(house.journal.find(Wanted(text=query)), 0, 20)))
            theirs.append(_ms(lambda query=query: _raw_search(raw, query)))
    filtered = [_ms(lambda: house.journal.find(Wanted(text=WORDS[3], tag=WORDS[210]))) for _ in range(20)]
    return [
        Row(f"search in {ENTRIES:,} entries, {name}, 95th percentile", percentile(ours, 0.95), "ms", bar=50.0),
        Row(
            f"search in {ENTRIES:,} entries, {name}, median",
            statistics.median(ours),
            "ms",
            reference=statistics.median(theirs),
            against="raw FTS5, ranked",
        ),
        Row(f"the same with a tag, {name}, 95th percentile", percentile(filtered, 0.95), "ms", bar=50.0),
    ]


def _raw_search(raw: dbapi2.Connection, query: str) -> object:
    asked = query if query.startswith('"') else " ".join(f'"{word}"*' for word in query.split())
    return raw.execute("SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 20", [asked]).fetchall()


def _opening(house: House, name: str) -> Row:
    def room() -> None:
        found = house.journal.find(Wanted())
        house.journal.lines(found, 0, 20)
        house.journal.written_days(date(2020, 3, 1), date(2020, 3, 31))
        house.journal.tags()

    taken = []
    for number in range(9):
        first = house.journal.lines(house.journal.find(Wanted()), number, 1)[0]
        house.drawer.put([first.id])
        house.drawer.take_back([first.id])  # so that nothing is known by heart
        taken.append(_ms(room))
    return Row(f"what the room needs of {ENTRIES:,} entries, {name}", statistics.median(taken), "ms", bar=100.0)


def _saving(house: House, raw: dbapi2.Connection, name: str) -> list[Row]:
    rows = []
    texts = Texts()
    for title, text in (("an ordinary entry", texts.words(200)), (f"{LONG:,} characters", "word " * (LONG // 5))):
        entry = house.journal.keep(replace(house.journal.begin(), text=text))
        raw.execute("INSERT OR REPLACE INTO plain VALUES (1, '', ?)", [text])
        ours, theirs = [], []
        for number in range(30):
            longer = f"{text} {number}"
            ours.append(_ms(lambda longer=longer, entry=entry: house.journal.keep(replace(entry, text=longer))))
            theirs.append(
                _ms(lambda longer=longer: raw.execute("UPDATE plain SET text = ? WHERE number = 1", [longer]))
            )
        rows.append(
            Row(
                f"saving {title}, {name}",
                statistics.median(ours),
                "ms",
                reference=statistics.median(theirs),
                against="raw UPDATE",
            )
        )
        house.drawer.erase([entry.id])
    return rows


def _importing(house: House, raw: dbapi2.Connection, folder: Path, name: str) -> Row:
    texts = Texts()
    entries = []
    for number in range(IMPORTED):
        title, text, tags = texts.entry()
        day = date(2000, 1, 1) + timedelta(days=number)
        entries.append({"title": title, "body": text, "date": f"{day}", "time": "10:00", "tags": list(tags)})
    source = folder / "jrnl.json"
    source.write_text(json.dumps({"entries": entries}), encoding="utf-8")
    coming = house.incoming.look(source, zone=UTC)
    ours = _ms(lambda: house.incoming.take_in(coming, shrink=lambda data, name: None, progress=lambda done: True))

    def insert() -> None:
        for start in range(0, IMPORTED, 40):
            raw.execute("BEGIN")
            for each in entries[start : start + 40]:
                raw.execute("INSERT INTO plain (title, text) VALUES (?, ?)", [each["title"], each["body"]])
                raw.execute("INSERT INTO found (title, text) VALUES (?, ?)", [each["title"], each["body"]])
            raw.execute("COMMIT")

    return Row(
        f"importing {IMPORTED:,} entries, {name}",
        ours,
        "ms",
        reference=_ms(insert),
        against="raw inserts with raw FTS5",
    )


def _in_the_window(app: QApplication, house: House, folder: Path) -> list[Row]:
    load_fonts()
    load_italics()
    look = Look(app, Preferences(folder / "preferences.ini"), resources() / "themes")
    opening, pages = [], []
    for _ in range(4):
        page: list[JournalPage] = []
        opening.append(_ms(lambda page=page: page.append(_opened(app, house, look))))
        pages = page
    page = pages[0]
    bar = page.desk.shelf.list.verticalScrollBar()
    steps = [_ms(lambda at=at: _scrolled(app, bar.setValue, at * bar.maximum() // 80)) for at in range(80)]
    page.desk.begin_entry()
    editor = page.desk.sheet.editor
    editor.insert_words(
        "\n".join(["Someone told me I was *too sensitive* today, and I laughed along. " * 3] * (LONG // 200))
    )
    app.processEvents()
    page.save()
    keys = [_ms(lambda: _typed(app, page)) for _ in range(60)]
    page.desk.drop_sheet()
    page.let_go()
    page.deleteLater()
    return [
        Row(f"opening the room with {ENTRIES:,} entries, painted", min(opening), "ms", bar=100.0),
        Row("scrolling its list, 95th percentile", percentile(steps, 0.95), "ms", bar=16.0),
        Row(f"a key in {LONG:,} characters, 95th percentile", percentile(keys, 0.95), "ms", bar=16.0),
    ]


def _opened(app: QApplication, house: House, look: Look) -> JournalPage:
    page = JournalPage(
        look=look, voice=Voice(lambda saying: False), prompts=load_prompts(resources() / "prompts", "en")
    )
    page.welcome(house)
    page.resize(1068, 800)
    page.show()
    app.processEvents()
    return page


def _scrolled(app: QApplication, scroll: Callable[[int], None], to: int) -> None:
    scroll(to)
    app.processEvents()


def _typed(app: QApplication, page: JournalPage) -> None:
    QTest.keyClick(page.desk.sheet.editor, Qt.Key.Key_A)
    app.processEvents()


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
