"""Which words are heavy: a plain rule over what was submitted, on this computer, in English.

It looks for phrases, not for meaning: it cannot tell how somebody is. clinical.md 5.3 names the kinds and the phrases.
The phrases stand in ``resources/heavy_words``, the order of looking is here: the text is read as plain words
(``heavy_tokens``); at each word every phrase that begins with it is followed; a phrase that lies wholly inside an idiom
("cut myself" in "cut myself some slack") is passed over; of the others some say by themselves what they are about
("kill myself"), and for some the words before them are asked who it is ("is suicidal"). In doubt it is oneself.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial
from itertools import accumulate
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.heavy_tokens import Read, Spelling

FILLERS = 4
"""So many words that say nothing may stand inside a phrase; one more than three, since "to" is read as "too" is."""
BEFORE = 8
"""So many words before a phrase are asked who it is about."""
AT_ONCE = 500
"""So many ways are put into the tree in one step."""


class Group(StrEnum):
    """The lists of phrases: what they tell, and whether the words before them have a say."""

    SELF = "self"
    """Oneself, whatever stands before."""
    SELF_OPEN = "self_open"
    """Whoever stands before: "I am suicidal", "she is suicidal"."""
    WANTS = "wants"
    """The same in the third person: "Tom wants to die", but "part of me wants to die"."""
    SOMEONE = "someone"
    LOSS = "loss"
    """Somebody has died so: "he took his own life"."""
    LOSS_BY = "loss_by"
    """The same of whoever stands before: "he died by suicide", but "I almost died by suicide"."""
    DANGER = "danger"
    DANGER_BY = "danger_by"
    """Danger unless a thing stands before: "he hurts me", but "it hurts me"."""
    LOT = "lot"
    EVENT = "event"
    EVENT_BY = "event_by"
    """An event where a person stands before: "my dad died", but "my phone died"."""
    DEATH_OF = "death_of"
    """The same, and not oneself."""
    STRUCK_BY = "struck_by"
    """The same, and danger as well: "he hit me"."""
    STRUCK = "struck"
    """The same unless a thing stands before: "Tom slapped me"."""


KINDS: Mapping[Group, Set[Kind]] = MappingProxyType(
    {
        Group.SELF: {Kind.SELF},
        Group.SELF_OPEN: {Kind.SELF},
        Group.WANTS: {Kind.SELF, Kind.SOMEONE},
        Group.SOMEONE: {Kind.SOMEONE},
        Group.LOSS: {Kind.LOSS},
        Group.LOSS_BY: {Kind.SELF, Kind.LOSS},
        Group.DANGER: {Kind.DANGER},
        Group.DANGER_BY: {Kind.DANGER},
        Group.LOT: {Kind.LOT},
        Group.EVENT: {Kind.EVENT},
        Group.EVENT_BY: {Kind.EVENT},
        Group.DEATH_OF: {Kind.EVENT},
        Group.STRUCK_BY: {Kind.DANGER, Kind.EVENT},
        Group.STRUCK: {Kind.DANGER, Kind.EVENT},
    }
)
"""What a phrase tells where nothing before it says otherwise."""
INSIDE: Mapping[Group, Set[Group]] = MappingProxyType(
    {
        Group.SELF_OPEN: {Group.SOMEONE, Group.LOSS, Group.LOSS_BY, Group.WANTS},
        Group.LOSS: {Group.SOMEONE},
        Group.LOSS_BY: {Group.SELF, Group.SELF_OPEN, Group.SOMEONE},
        Group.LOT: {Group.SELF, Group.SELF_OPEN, Group.WANTS},
        Group.DANGER: {Group.SELF_OPEN},
        Group.EVENT: {Group.SELF, Group.SELF_OPEN, Group.SOMEONE},
        Group.EVENT_BY: {Group.DANGER, Group.SELF, Group.SELF_OPEN},
        Group.DEATH_OF: {Group.SELF, Group.SELF_OPEN, Group.WANTS, Group.SOMEONE, Group.LOSS, Group.LOSS_BY},
    }
)
"""Wholly inside one of these a phrase says nothing of its own: "suicide" in "died by suicide"."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the file: as it stands there in words, and each way to say it as plain words."""

    shown: str
    ways: tuple[Words, ...]


@dataclass(frozen=True)
class Subjects:
    """Who or what may stand before a phrase, and the words in between; any name may follow those who are ``called``."""

    me: Set[str] = frozenset()
    mine: Set[str] = frozenset()
    they: Set[str] = frozenset()
    others: Set[str] = frozenset()
    things: Set[str] = frozenset()
    between: Set[str] = frozenset()
    theirs: Set[str] = frozenset()
    names: Set[str] = frozenset()
    called: Set[str] = frozenset()


class Found(NamedTuple):
    """A phrase in a text: the words from ``start`` to before ``end``."""

    group: Group
    start: int
    end: int


class Who(StrEnum):
    """What the words before a phrase say."""

    ME = "me"
    OTHER = "other"
    MAYBE_OTHER = "maybe"
    NAMED = "named"
    THING = "thing"
    NOBODY = "nobody"


@dataclass(frozen=True)
class HeavyWords:
    """The phrases to look for, read once. Immutable; nothing about what was looked at is kept."""

    phrases: Mapping[Group, tuple[Phrase, ...]] = field(default_factory=dict)
    idioms: tuple[Phrase, ...] = ()
    meant: tuple[Phrase, ...] = ()
    too: tuple[Phrase, ...] = ()
    too_last: tuple[Phrase, ...] = ()
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fillers: Set[str] = frozenset()
    spelling: Spelling = field(default_factory=Spelling)
    subjects: Subjects = Subjects()

    def kinds(self, text: str) -> frozenset[Kind]:
        """What ``text`` (of any length) is about, as far as its phrases tell; linear in its length."""
        words = self.spelling.read(text)
        found = list(self._find(words))
        if not found:
            return frozenset()
        told: set[Kind] = set()
        hidden = self._hidden(words)
        covered = {group: self._covered(group, found, words) for group in {each.group for each in found} & set(INSIDE)}
        for group, start, end in found:
            inside = covered.get(group, hidden)
            if hidden[start] < end and (inside is hidden or inside[start] < end):
                told |= self._told(group, start, words)
        if told & _OTHERS and (_stands(self._too, words) or _ends(self._too_last, words)):
            told.add(Kind.SELF)
        return frozenset(told)

    def prepare(self) -> Iterator[None]:
        """Have ready what the first words would wait for, a small part of it at each step."""
        for name, ways in (("_trie", self._ways), ("_idioms", partial(_single, self.idioms))):
            if name not in self.__dict__:
                self.__dict__[name] = yield from _growing(ways())
        for _part in (self._meant, self._too, self._too_last):
            yield

    def shown(self) -> Mapping[Kind, tuple[str, ...]]:
        """Everything that is looked for, as it is said, by what it tells."""
        return {
            kind: tuple(
                phrase.shown
                for group, tells in KINDS.items()
                if kind in tells
                for phrase in self.phrases.get(group, ())
            )
            for kind in Kind
        }

    def shown_idioms(self) -> tuple[str, ...]:
        """Everything that is passed over, as it is said."""
        return tuple(phrase.shown for phrase in self.idioms)

    @cached_property
    def _trie(self) -> dict[str, Any]:
        return _grown(self._ways())

    @cached_property
    def _idioms(self) -> dict[str, Any]:
        return _grown(_single(self.idioms))

    @cached_property
    def _meant(self) -> dict[str, Any]:
        return _grown(_single(self.meant))

    @cached_property
    def _too(self) -> dict[str, Any]:
        return _grown(_single(self.too))

    @cached_property
    def _too_last(self) -> dict[str, Any]:
        return _grown(_single(self.too_last))

    def _ways(self) -> Iterator[tuple[Words, Group | None]]:
        return ((way, group) for group, phrases in self.phrases.items() for each in phrases for way in each.ways)

    def _find(self, words: Read) -> Iterator[Found]:
        for start, end, groups in _walk(self._trie, words.words, self.fillers):
            for group in groups:
                if group not in _NAMING or words.breaks.isdisjoint(range(start + 1, end)):
                    yield Found(group, start, end)

    def _hidden(self, words: Read) -> list[int]:
        """How far idioms cover what begins at each word; nowhere where somebody says that it was meant."""
        if _stands(self._meant, words):
            return _reach(words, ())
        return _reach(
            words,
            (
                (start, end)
                for start, end, _ in _walk(self._idioms, words.words, frozenset())
                if not any(at in words.breaks for at in range(start + 1, end))
            ),
        )

    def _covered(self, group: Group, found: list[Found], words: Read) -> list[int]:
        """How far those phrases reach inside which one of this group says nothing."""
        return _reach(words, ((start, end) for by, start, end in found if by in INSIDE[group]))

    def _told(self, group: Group, start: int, words: Read) -> Set[Kind]:
        """What a phrase of this group tells that begins at the word ``start``."""
        usual = KINDS[group]
        return ASKED[group].get(self._who(start, words), usual) if group in ASKED else usual

    def _who(self, start: int, words: Read) -> Who:
        """Who stands before the word ``start`` in the same run of words."""
        of, settled = self.subjects, False
        for at in range(start - 1, max(-1, start - 1 - BEFORE), -1):
            if at + 1 in words.breaks:
                return Who.NOBODY
            word = words.words[at]
            if word in of.me or word in of.mine:
                return Who.ME
            if word in of.they:
                return Who.OTHER
            if word in of.others:
                return Who.OTHER if settled else Who.MAYBE_OTHER
            if word in of.things:
                return Who.THING
            if word in of.names:
                return Who.NAMED
            settled = settled or word in of.theirs
            if word not in of.between and word not in of.theirs and word not in self.fillers:
                return self._called(at, words)
        return Who.NOBODY

    def _called(self, at: int, words: Read) -> Who:
        """Whether the word at this place, which is not known, can be a name: "my friend Kat", "aunt Mary"."""
        before = words.words[at - 1] if at and at not in words.breaks else ""
        return Who.NAMED if before in self.subjects.called else Who.NOBODY


_NAMING: Set[Group] = frozenset({Group.SOMEONE, Group.LOSS})
"""Who it is about stands in these: "my brother's suicide", but not "I am at my brother's. Suicidal again"."""
_NONE: Set[Kind] = frozenset()
_BOTH: Set[Kind] = frozenset({Kind.SELF, Kind.SOMEONE})
_OTHERS: Set[Kind] = frozenset({Kind.SOMEONE, Kind.LOSS})
_NOT_BY: Mapping[Who, Set[Kind]] = {Who.THING: _NONE, Who.NOBODY: _NONE}
ASKED: Mapping[Group, Mapping[Who, Set[Kind]]] = MappingProxyType(
    {
        Group.SELF_OPEN: {Who.OTHER: {Kind.SOMEONE}, Who.MAYBE_OTHER: _BOTH, Who.NAMED: _BOTH},
        Group.WANTS: {Who.ME: {Kind.SELF}, Who.OTHER: {Kind.SOMEONE}, Who.MAYBE_OTHER: {Kind.SOMEONE}},
        Group.LOSS_BY: {
            Who.ME: {Kind.SELF},
            Who.OTHER: {Kind.LOSS},
            Who.MAYBE_OTHER: {Kind.LOSS},
            Who.NAMED: {Kind.LOSS},
            Who.THING: {Kind.LOSS},
        },
        Group.DANGER_BY: {Who.THING: _NONE},
        Group.EVENT_BY: _NOT_BY,
        Group.DEATH_OF: {**_NOT_BY, Who.ME: _NONE},
        Group.STRUCK_BY: {**_NOT_BY, Who.ME: _NONE},
        Group.STRUCK: {Who.THING: _NONE},
    }
)
"""What a phrase tells where this stands before it."""


def _reach(words: Read, spans: Iterable[tuple[int, int]]) -> list[int]:
    """For each word the farthest end of the spans that begin there or before."""
    reach = [0] * len(words.words)
    for start, end in spans:
        reach[start] = max(reach[start], end)
    return list(accumulate(reach, max))


def _stands(root: dict[str, Any], words: Read) -> bool:
    """Whether one of these stands anywhere."""
    return any(True for _ in _walk(root, words.words, frozenset()))


def _ends(root: dict[str, Any], words: Read) -> bool:
    """Whether one of these stands where a run of words ends."""
    last = words.breaks | {len(words.words)}
    return any(end in last for _, end, _ in _walk(root, words.words, frozenset()))


def _single(phrases: Iterable[Phrase]) -> Iterator[tuple[Words, Group | None]]:
    """Every way of phrases that are in no group."""
    return ((way, None) for each in phrases for way in each.ways)


def _grown(ways: Iterable[tuple[Words, Group | None]]) -> dict[str, Any]:
    """A tree of words; at the end of each way, under no word, the groups of those that end there."""
    growing = _growing(ways)
    while True:
        try:
            next(growing)
        except StopIteration as done:
            return cast("dict[str, Any]", done.value)


def _growing(ways: Iterable[tuple[Words, Group | None]]) -> Generator[None, None, dict[str, Any]]:
    """The same, a small part of it at each step."""
    root: dict[str, Any] = {}
    for number, (way, group) in enumerate(ways):
        node = root
        for word in way:
            node = node.setdefault(word, {})
        ends = node.setdefault("", [])
        if group not in ends:
            ends.append(group)
        if number % AT_ONCE == AT_ONCE - 1:
            yield
    known: dict[object, dict[str, Any]] = {}
    for word, below in root.items():
        if word:
            root[word] = _shared(below, known)
            yield
    return root


def _shared(node: dict[str, Any], known: dict[object, dict[str, Any]]) -> dict[str, Any]:
    """The same tree, in which branches that are alike are one: a tenth of the size."""
    for word, below in node.items():
        if word:
            node[word] = _shared(below, known)
    form = frozenset((word, id(below) if word else tuple(below)) for word, below in node.items())
    return known.setdefault(form, node)


def _walk(root: dict[str, Any], words: list[str], fillers: Set[str]) -> Iterator[tuple[int, int, list[Group]]]:
    """Every way of the tree in ``words``; from each word it goes on at most as far as the longest way and FILLERS."""
    last = len(words) - 1
    for start, node in enumerate(map(root.get, words)):
        at, left = start + 1, FILLERS
        while node is not None and "" not in node:  # as long as there is one way to go on: mostly there is soon none
            if at > last:
                node = None
                break
            word = words[at]
            below = node.get(word)
            filler = left and word in fillers
            if filler and below is not None:
                break
            node, left = (node, left - 1) if filler else (below, left)
            at += 1
        if node is not None:
            for end, groups in _from(node, words, at, fillers, left):
                yield start, end, groups


def _from(
    node: dict[str, Any], words: list[str], at: int, fillers: Set[str], left: int
) -> Iterator[tuple[int, list[Group]]]:
    """Every end that is reached from ``node`` with the words from ``at`` on, of which ``left`` may still be fillers."""
    arrived, waiting = [node], list[dict[str, Any]]()
    while arrived or waiting:
        for each in arrived:
            if "" in each:
                yield at, each[""]
        if at == len(words):
            return
        word = words[at]
        here = arrived + waiting
        arrived = [each[word] for each in here if word in each]
        waiting = []
        if word in fillers and left:
            waiting, left = here, left - 1
        at += 1
