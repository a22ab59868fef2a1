"""Sittings: a practice as somebody did it, with what was written in it, and how each practice stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from guesthouse.domain.practice import Answer
from guesthouse.domain.sitting import Kept, Sitting, Standing, State, Verdict
from guesthouse.storage.connection import sweep
from guesthouse.storage.erasing import erasing
from guesthouse.storage.times import restored, stored
from guesthouse.storage.trouble import one_of, told

ONE = """
SELECT number, id, practice, title, state, step, began, began_offset, ended, ended_offset, kept, entry FROM sittings
"""
ANSWER = """
INSERT INTO sitting_answers (sitting, key, updated_at, answer)
SELECT number, ?, ?, ? FROM sittings WHERE id = ? AND kept = 'here'
ON CONFLICT (sitting, key) DO UPDATE SET updated_at = excluded.updated_at, answer = excluded.answer
"""
# Counted in the index alone; the offset is looked up for the latest of each, since that day is meant as it was there.
DONE = """
SELECT practice, state, many, latest,
    (SELECT began_offset FROM sittings AS one
     WHERE one.practice = done.practice AND one.state = done.state AND one.began = done.latest)
FROM (SELECT practice, state, count(*) AS many, max(began) AS latest FROM sittings GROUP BY practice, state) AS done
"""
# Where a later one began earlier, the clock was set back, and no hour from before that can be compared with one after.
GOING = """
WHERE state = 'going' AND (practice GLOB 'ex-*') = ?
ORDER BY CASE WHEN EXISTS (
    SELECT 1 FROM sittings AS later WHERE later.number > sittings.number AND later.began < sittings.began
) THEN '' ELSE updated_at END DESC, number DESC LIMIT 1
"""
STAND = """
INSERT INTO standings (practice, updated_at, {column}) VALUES (?, ?, ?)
ON CONFLICT (practice) DO UPDATE SET updated_at = excluded.updated_at, {column} = excluded.{column}
"""


class SittingStore:
    """Reads and writes sittings and standings."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def has(self, id_: str) -> bool:
        """Whether there is one with this id."""
        with told():
            return self._db.execute("SELECT 1 FROM sittings WHERE id = ?", [id_]).fetchone() is not None

    def begin(self, sitting: Sitting, now: datetime) -> None:
        """Write a new one."""
        moment, offset = stored(sitting.began)
        with told(), self._db.atomic():
            self._db.execute(
                "INSERT INTO sittings (id, practice, title, state, began, began_offset, updated_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [sitting.id, sitting.practice, sitting.title, str(sitting.state), moment, offset, stored(now)[0]],
            )

    def answer(self, sitting_id: str, key: str, answer: Answer, now: datetime) -> None:
        """Write what was answered, in place of what was answered before. Once the words are elsewhere, or nowhere, none
        comes after them: a late one of a page that is about to close is passed over."""
        with told(), self._db.atomic():
            moment = stored(now)[0]
            self._db.execute(ANSWER, [key, moment, json.dumps(answer, ensure_ascii=False), sitting_id])
            self._db.execute("UPDATE sittings SET updated_at = ? WHERE id = ?", [moment, sitting_id])

    def at_step(self, sitting_id: str, step: int, now: datetime) -> None:
        """Where it stands."""
        with told(), self._db.atomic():
            self._db.execute(
                "UPDATE sittings SET step = ?, updated_at = ? WHERE id = ?", [step, stored(now)[0], sitting_id]
            )

    def end(self, sitting_id: str, state: State, now: datetime) -> None:
        """It is over as of now; one that has ended already stays as it was."""
        moment, offset = stored(now)
        with told(), self._db.atomic():
            self._db.execute(
                "UPDATE sittings SET state = ?, ended = ?, ended_offset = ?, updated_at = ?"
                " WHERE id = ? AND state = 'going'",
                [str(state), moment, offset, moment, sitting_id],
            )
        sweep(self._db)  # words that were taken back while writing stay in no log

    def point_at(self, sitting_id: str, entry: str, now: datetime) -> None:
        """The id of the entry that its words are about to go into."""
        with told(), self._db.atomic():
            self._db.execute(
                "UPDATE sittings SET entry = ?, updated_at = ? WHERE id = ?", [entry, stored(now)[0], sitting_id]
            )

    def move_words(self, sitting_id: str, kept: Kept, entry: str | None, now: datetime) -> None:
        """What was written is elsewhere from now on (or nowhere): no byte of it stays here."""
        with erasing(self._db) as erase:
            self._db.execute(
                "UPDATE sittings SET kept = ?, entry = ?, updated_at = ? WHERE id = ?",
                [str(kept), entry, stored(now)[0], sitting_id],
            )
            erase(
                "DELETE FROM sitting_answers WHERE sitting = (SELECT number FROM sittings WHERE id = ?)", [sitting_id]
            )

    def erase(self, sitting_id: str) -> bool:
        """Erase one for good, with what was written in it; False if there is none."""
        with erasing(self._db) as erase:
            return erase("DELETE FROM sittings WHERE id = ?", [sitting_id]) > 0

    def erase_of(self, practice: str) -> bool:
        """Erase every time with this practice, those that go on as well; False if there is none."""
        with erasing(self._db) as erase:
            return erase("DELETE FROM sittings WHERE practice = ?", [practice]) > 0

    def one(self, sitting_id: str) -> Sitting | None:
        """One, whole."""
        found = self._many("WHERE id = ?", [sitting_id])
        return found[0] if found else None

    def going(self, *, exercises: bool = False) -> Sitting | None:
        """The practice or exercise that was broken off last; where the clock was set back in between, the newest."""
        found = self._many(GOING, [int(exercises)])
        return found[0] if found else None

    def of(self, practice: str, limit: int) -> list[Sitting]:
        """Those of one practice that have ended, the latest first."""
        return self._many(
            "WHERE practice = ? AND state != 'going' ORDER BY began DESC, number DESC LIMIT ?", [practice, limit]
        )

    def standings(self) -> dict[str, Standing]:
        """How each practice stands that was ever opened or judged."""
        with told():
            done = self._db.execute(DONE).fetchall()
            said = self._db.execute("SELECT practice, verdict, favourite, unwell_at FROM standings").fetchall()
        last: dict[str, tuple[str, int]] = {}
        finished: dict[str, int] = {}
        for practice, state, many, latest, offset in done:
            last[practice] = max(last.get(practice, ("", 0)), (latest, offset))
            if state == str(State.FINISHED):
                finished[practice] = many
        judged = {practice: rest for practice, *rest in said}
        return {
            practice: _standing(finished.get(practice, 0), last.get(practice), judged.get(practice))
            for practice in {**last, **judged}
        }

    def judge(self, practice: str, verdict: Verdict | None, now: datetime) -> None:
        """See this one again? None takes back what was said."""
        self._stand(practice, "verdict", None if verdict is None else str(verdict), now)

    def favour(self, practice: str, favourite: bool, now: datetime) -> None:
        """Mark it, or mark it no more."""
        self._stand(practice, "favourite", int(favourite), now)

    def unwell(self, practice: str, now: datetime) -> None:
        """It did not sit well now."""
        self._stand(practice, "unwell_at", stored(now)[0], now)

    def _stand(self, practice: str, column: str, value: object, now: datetime) -> None:
        with told(), self._db.atomic():
            self._db.execute(STAND.format(column=column), [practice, stored(now)[0], value])

    def _many(self, where: str, values: list[Any]) -> list[Sitting]:
        with told():
            rows = self._db.execute(f"{ONE} {where}", values).fetchall()
            return [_sitting(row[1:], self._answers(row[0])) for row in rows]

    def _answers(self, number: int) -> dict[str, Answer]:
        rows = self._db.execute("SELECT key, answer FROM sitting_answers WHERE sitting = ?", [number]).fetchall()
        return {key: json.loads(answer) for key, answer in rows}


def _sitting(row: Sequence[Any], answers: dict[str, Answer]) -> Sitting:
    id_, practice, title, state, step, began, began_offset, ended, ended_offset, kept, entry = row
    return Sitting(
        id=id_,
        practice=practice,
        title=title,
        began=restored(began, began_offset),
        ended=None if ended is None else restored(ended, ended_offset),
        state=one_of(State, state),
        step=step,
        kept=one_of(Kept, kept),
        entry=entry,
        answers=answers,
    )


def _standing(done: int, last: tuple[str, int] | None, said: Sequence[Any] | None) -> Standing:
    verdict, favourite, unwell = said or (None, 0, None)
    return Standing(
        verdict=None if verdict is None else one_of(Verdict, verdict),
        favourite=bool(favourite),
        done=done,
        last=None if last is None else restored(*last),
        unwell=None if unwell is None else restored(unwell, 0),
    )
