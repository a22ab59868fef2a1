"""What taking an export in comes to: every record of it weighed against what is here, before anything is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from guesthouse.domain.merging import NO_HOUR, Record, as_utc, ids_of, merged, of_guest, pushed
from guesthouse.domain.safekeeping import Merging
from guesthouse.domain.thought import fold
from guesthouse.formats.archive_form import FIELDS, key_of
from guesthouse.formats.archive_json import Export
from guesthouse.storage.archive_read import ArchiveReader

ALIKE: Mapping[str, Callable[[Record], tuple[str, ...]]] = {
    "own_prompts": lambda one: (one["words"],),
    "kit": lambda one: (one["shelf"], one["words"], one["detail"]),
}
"""What makes two of them the same thing though each computer has given it an id: examples of the kit, a prompt."""


@dataclass
class Plan:
    """What is to be written: records in their order, other ids for what is here, places in the kit."""

    puts: list[tuple[str, Record]] = field(default_factory=list)
    ids: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[str, int] = field(default_factory=dict)
    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)

    @property
    def merging(self) -> Merging:
        """The same in numbers."""
        return Merging(dict(+self.added), dict(+self.changed), dict(+self.same))


def plan(reader: ArchiveReader, export: Export, heard: Callable[[int], None]) -> Plan:
    """Weigh everything; ``heard`` is told how many records were, and may raise."""
    planner = _Planner(reader, export, heard)
    special: Mapping[str, Callable[[], None]] = {
        "guests": planner.guests,
        "visits": planner.visits,
        "tags": planner.tags,
        "entries": planner.entries,
        "pictures": planner.pictures,
        "sittings": planner.sittings,
        "ratings": planner.ratings,
        "own_prompts": partial(planner.alike, "own_prompts"),
        "kit": planner.kit,
    }
    for kind in FIELDS:
        special.get(kind, partial(planner.plain, kind))()
    return planner.plan


class _Planner:
    """Goes through the kinds in their order: what is referred to has its final id by then."""

    def __init__(self, reader: ArchiveReader, export: Export, heard: Callable[[int], None]) -> None:
        self._reader, self._records, self._heard = reader, export.records, heard
        self.plan = Plan()
        self._done = 0
        self._guests: dict[str, str] = {}
        self._entries: dict[str, str] = {}
        self._spelled: dict[str, str] = {}
        self._new_tags: dict[str, Record] = {}

    def plain(self, kind: str) -> None:
        """Each by what it is found by."""
        for there in self._records[kind]:
            here = self._reader.one(kind, *key_of(kind, there))
            self._weigh(kind, here, there if here is None else merged(kind, here, there))

    def guests(self) -> None:
        """By their identity; one id for each, here and there."""
        here_ids = self._reader.guest_ids()
        claims = {identity: [id_] for identity, id_ in here_ids.items()}
        for guest in self._records["guests"]:
            claims.setdefault(guest["identity"], []).append(guest["id"])
        given = ids_of(claims)
        moved = {id_: given[identity] for identity, id_ in here_ids.items() if given[identity] != id_}
        self.plan.ids["guests"] = moved
        self._guests = {guest["id"]: given[guest["identity"]] for guest in self._records["guests"]}
        first = self._first_visits()
        for there in self._records["guests"]:
            here = self._reader.one("guests", there["identity"])
            final = {**there, "id": given[there["identity"]]}
            if here is not None:
                here_first = self._reader.first_visit(here["id"]) or NO_HOUR
                there_first = first.get(there["id"], NO_HOUR)
                final = of_guest({**here, "id": final["id"]}, final, here_first=here_first, there_first=there_first)
            self._weigh("guests", here, final)
        known = {here_ids.get(guest["identity"]) for guest in self._records["guests"]}
        self.plan.changed["guests"] += len(moved.keys() - known)

    def visits(self) -> None:
        """By their ids; words are those of that time."""
        for there in self._records["visits"]:
            here = self._with_guests(self._reader.one("visits", there["id"]))
            final = {**there, "guest": self._guests[there["guest"]]}
            self._weigh("visits", here, final if here is None else merged("visits", here, final))

    def tags(self) -> None:
        """One spelling for each; one that is not here yet waits for an entry that carries it."""
        self._spelled = self._reader.spellings()
        for there in self._records["tags"]:
            folded = fold(there["name"])
            here = self._reader.one("tags", folded)
            final = there if here is None else merged("tags", here, there)
            self._spelled[folded] = final["name"]
            if here is None:
                self._new_tags[folded] = final
            else:
                self._weigh("tags", here, final)

    def entries(self) -> None:
        """By their ids, and those that came from elsewhere by where they came from."""
        owners = self._reader.sources()
        ids = {entry["id"] for entry in self._records["entries"]}
        for there in self._records["entries"]:
            here = self._reader.one("entries", there["id"])
            owner = owners.get(there["source"] or "")
            if here is None and owner is not None and owner not in ids:
                here = self._reader.one("entries", owner)
            before, final = None, self._entry(there, self._guests)
            if here is not None:
                before = self._entry(here, self.plan.ids["guests"])
                id_ = self._name(there["id"], here["id"])
                final = merged("entries", {**before, "id": id_}, {**final, "id": id_})
            if owners.get(final["source"] or "") not in (None, before and before["id"]):
                final["source"] = before and before["source"]  # another one here came from there
            self._weigh("entries", before, final)

    def pictures(self) -> None:
        """By their ids."""
        moved = self.plan.ids["entries"]
        for there in self._records["pictures"]:
            here = self._reader.one("pictures", there["id"])
            if here is not None:
                here["entry"] = moved.get(here["entry"], here["entry"])
            final = {**there, "entry": self._entries.get(there["entry"], there["entry"])}
            self._weigh("pictures", here, final if here is None else merged("pictures", here, final))

    def sittings(self) -> None:
        """By their ids."""
        moved = self.plan.ids["entries"]
        for there in self._records["sittings"]:
            here = self._reader.one("sittings", there["id"])
            if here is not None:
                here["entry"] = moved.get(here["entry"], here["entry"])
            final = {**there, "entry": self._entries.get(there["entry"], there["entry"])}
            self._weigh("sittings", here, final if here is None else merged("sittings", here, final))

    def ratings(self) -> None:
        """By what they belong to."""
        for there in self._records["ratings"]:
            here = self._reader.rating(there)
            self._weigh("ratings", here, there if here is None else merged("ratings", here, there))

    def alike(self, kind: str) -> None:
        """By their ids, else by what they say."""
        for here, final in self._paired(kind):
            self._weigh(kind, here, final)

    def kit(self) -> None:
        """The same, and no two in one place of a shelf."""
        pairs = self._paired("kit")
        shelves: dict[str, list[tuple[int, str]]] = defaultdict(list)
        met = {here["id"] for here, _ in pairs if here is not None}
        rest = [one for one in self._reader.every("kit") if one["id"] not in met]
        for one in (*rest, *(final for _, final in pairs)):
            shelves[one["shelf"]].append((one["place"], one["id"]))
        places = {id_: place for shelf in shelves.values() for id_, place in pushed(shelf).items()}
        for here, final in pairs:
            self._weigh("kit", here, {**final, "place": places[final["id"]]})
        if self.plan.added["kit"] or self.plan.changed["kit"]:
            self.plan.places = places

    def _paired(self, kind: str) -> list[tuple[Record | None, Record]]:
        """Each record of the export: what it is here, and what becomes of both."""
        here_all = {one["id"]: one for one in self._reader.every(kind)}
        ids = {one["id"] for one in self._records[kind]}
        free: dict[tuple[str, ...], list[Record]] = defaultdict(list)
        for id_ in sorted(here_all.keys() - ids, reverse=True):
            free[ALIKE[kind](here_all[id_])].append(here_all[id_])
        pairs: dict[str, tuple[Record | None, Record]] = {}
        for there in sorted(self._records[kind], key=lambda one: str(one["id"])):
            here = here_all.get(there["id"])
            if here is None and (like := free[ALIKE[kind](there)]):
                here = like.pop()
            pairs[there["id"]] = here, there if here is None else self._one_thing(kind, here, there)
        return [pairs[there["id"]] for there in self._records[kind]]

    def _one_thing(self, kind: str, here: Record, there: Record) -> Record:
        id_ = min(here["id"], there["id"])
        if id_ != here["id"]:
            self.plan.ids[kind][here["id"]] = id_
        return merged(kind, {**here, "id": id_}, {**there, "id": id_})

    def _first_visits(self) -> dict[str, str]:
        """The hour of the first visit of each guest of the export."""
        first: dict[str, str] = {}
        for visit in self._records["visits"]:
            arrived = as_utc(visit["arrived"])
            first[visit["guest"]] = min(arrived, first.get(visit["guest"], NO_HOUR))
        return first

    def _with_guests(self, here: Record | None) -> Record | None:
        if here is not None:
            here["guest"] = self.plan.ids["guests"].get(here["guest"], here["guest"])
        return here

    def _entry(self, entry: Record, guests: Mapping[str, str]) -> Record:
        """With the ids and the spellings that its guests and tags have in the end."""
        tags = [self._spelled.get(fold(tag), tag) for tag in entry["tags"]]
        return {**entry, "guests": [guests.get(guest, guest) for guest in entry["guests"]], "tags": tags}

    def _name(self, there: str, here: str) -> str:
        """One id for an entry here and there."""
        id_ = self._entries[there] = min(there, here)
        if id_ != here:
            self.plan.ids["entries"][here] = id_
        return id_

    def _put_tags(self, names: Iterable[str]) -> None:
        """Tags that are not here yet, before the entry that carries them."""
        for folded in map(fold, names):
            tag = self._new_tags.pop(folded, None)
            if tag is not None:
                self.plan.puts.append(("tags", tag))
                self.plan.added["tags"] += 1

    def _weigh(self, kind: str, here: Record | None, final: Record) -> None:
        """Count it, and plan to write it unless it is the same."""
        self._done += 1
        self._heard(self._done)
        if here == final:
            self.plan.same[kind] += 1
            return
        if kind == "entries":
            self._put_tags(final["tags"])
        self.plan.puts.append((kind, final))
        (self.plan.added if here is None else self.plan.changed)[kind] += 1
