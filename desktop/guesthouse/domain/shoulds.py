"""Rules about oneself in a text: "I should have known", "must try harder", and not "should I?", "it should rain".

A line is looked at by itself and in it a sentence by itself. What stands in quotation marks, in code, behind ">" and in
a question is somebody else's, or is open, and is left alone; so is what the person looks at from a little way off
already ("I notice the rule that ..."). "We should" and "you should" are left alone, and so is "I must have lost it", a
guess. The words for all this stand in ``resources/shoulds``; the order of looking is here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

BEFORE = 80
"""So many characters before an "I" say whose words they are."""

_LINES = re.compile("[^\n\r\u2028\u2029]+")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_QUOTE_LINE = re.compile(r"\s{0,9}>")
_ITEM = re.compile(r"[ \t]*(?:(?:[-*+\u2022]|\d{1,9}[.)]|#{1,6})[ \t]+)?(?:\[[ xX]\][ \t]+)?")
_STOPS = ".!?\u2026\u3002\uff1f\uff01\u061f\u203d"
_SENTENCE = re.compile(
    f"[^{_STOPS}]*(?:[{_STOPS}](?![\\s)\\]'\"\u201d\u00bb{_STOPS}]|$)[^{_STOPS}]*)*(?P<end>[{_STOPS}]*)"
)
"""A stop inside a word (3.5, example.org) ends nothing."""
_ASKING = re.compile("[?\uff1f\u061f\u203d]")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_ADDRESS = re.compile(r"\bhttps?://\S+|\]\([^()\]]{0,300}\)")
_OPENING = re.compile(
    '[\u201c\u201f\u201e\u00ab\u2039\u300c\u300e\u201a]|(?<![^\\W_])(?:["\u2018](?=\\S)|\u00bb(?=\\S)'
    "|'(?=\\S)(?!(?:cause|til|em|bout|tis|twas|coz|cos|n|s|ve|d|m|re|ll)\\b|\\d))"
)
_CLOSING = {
    "\u201c": re.compile("[\u201c\u201d]"),
    "\u201f": re.compile("[\u201c\u201d]"),
    "\u201e": re.compile("[\u201c\u201d]"),
    "\u00ab": re.compile("\u00bb"),
    "\u00bb": re.compile("\u00ab"),
    "\u2039": re.compile("\u203a"),
    "\u300c": re.compile("\u300d"),
    "\u300e": re.compile("\u300f"),
    "\u201a": re.compile("[\u2018\u2019]"),
    "\u2018": re.compile("\u2019(?![^\\W_])"),
    '"': re.compile('"'),
    "'": re.compile("(?<=\\S)'(?![^\\W_])"),
}
_MUST_CLOSE = "\u00bb\u2039\u201a\u2018'"
"""Where these are not closed they are no quotation; after the others one still is in it at the end of the line."""
_SIGNS = str.maketrans(dict.fromkeys("*_~", " ") | dict.fromkeys("\u2019\u02bc\u2032\u00b4`", "'"))
_LAST_SIGNS = _STOPS + " \t,;:)]"
HIDDEN = "x"
"""Stands for each character of what is not the person's own sentence; a letter, so that it is a word there."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule stands: ``start`` to ``end`` the word to mark, ``rule_start`` to ``rule_end`` the whole of it.

    ``begins_with_i`` is False where it is "must try harder" or "this shouldn't bother me".
    """

    start: int
    end: int
    rule_start: int
    rule_end: int
    begins_with_i: bool

    def moved(self, by: int) -> Place:
        """The same so many characters further on."""
        return Place(self.start + by, self.end + by, self.rule_start + by, self.rule_end + by, self.begins_with_i)


@dataclass(frozen=True, slots=True)
class Offer:
    """A line that may be put below. Where ``frame`` is set it may also be put before the rule itself, in its place."""

    text: str
    frame: str = ""

    @property
    def to_write(self) -> str:
        """What is put in; the person writes on where it was to go on."""
        return self.text.removesuffix("\u2026")


@dataclass(frozen=True)
class Shoulds:
    """What a language has for it; each list is explained in its file."""

    framed: str
    framed_bare: str
    note: str
    lines: tuple[str, ...]
    forms: tuple[str, ...]
    between: tuple[str, ...]
    bare: tuple[str, ...]
    starters: tuple[str, ...]
    askers: tuple[str, ...]
    be_myself: tuple[str, ...]
    being: tuple[str, ...]
    things: tuple[str, ...]
    thing_forms: tuple[str, ...]
    touching_me: tuple[str, ...]
    not_before: tuple[str, ...]
    others_say: tuple[str, ...]
    own_say: tuple[str, ...]
    joins: tuple[str, ...]
    framed_already: tuple[str, ...]
    not_rules: tuple[str, ...]
    not_rules_bare: tuple[str, ...]
    heavy: tuple[str, ...]
    ends: tuple[str, ...]

    def find(self, text: str) -> list[Place]:
        """Every rule about oneself in ``text``, in order; the places are in characters and do not overlap."""
        return list(self._find(text))

    def in_line(self, line: str) -> list[Place]:
        """The same for one line that stands in no fenced block."""
        if not self._grammar.hinted(line.lower()) or _QUOTE_LINE.match(line):
            return []
        plain = _own_words(line)
        if self._grammar.heavy.search(plain):
            return []
        return [
            place.moved(start)
            for start, end in _sentences(plain)
            for place in self._in_sentence(plain[start:end], line[start:end])
        ]

    def near(self, line: str, at: int) -> Place | None:
        """The rule in the sentence that ``at`` stands in, the nearest where there are several."""
        places = self.in_line(line)
        for start, end in _sentences(_own_words(line), asking=True) if places else ():
            if at <= end or not line[end:].strip():
                here = [place for place in places if start <= place.start < end]
                return min(here, key=lambda place: min(abs(place.start - at), abs(place.end - at)), default=None)
        return None

    def offers(self, text: str, place: Place) -> list[Offer]:
        """The lines to offer beside a rule: first the rule in its frame, with its words as they were typed."""
        framed = self.framed if place.begins_with_i else self.framed_bare
        frame = framed.partition("{rule}")[0]
        rule = text[place.rule_start : place.rule_end]
        for sign in ("**", "*", "__", "_", "~~"):  # one that was opened before the rule
            if rule.endswith(sign) and rule.count(sign) % 2:
                rule = rule.removesuffix(sign)
        return [Offer(framed.replace("{rule}", rule), frame), *(Offer(line) for line in self.lines)]

    def _find(self, text: str) -> Iterator[Place]:
        if not self._grammar.hinted(text.lower()):
            return
        fence = ""
        for line in _LINES.finditer(text):
            fenced = _FENCE.match(line.group())
            if fenced:
                fence = "" if fence and fenced[1].startswith(fence) else fence or fenced[1][:3]
            elif not fence:
                yield from (place.moved(line.start()) for place in self.in_line(line.group()))

    def _in_sentence(self, sentence: str, typed: str) -> Iterator[Place]:
        """The rules in one sentence, up to where the person begins to look at them from outside."""
        grammar = self._grammar
        if not grammar.hinted(sentence):
            return
        ends: list[int] = []
        last = 0
        for found in grammar.candidates(sentence):
            at, after = max(found.regs[1:])  # the mark is the innermost group
            if at >= last and self._is_rule(sentence, typed, found):
                ends = ends or grammar.ends_in(sentence)
                stop = max(after, ends[min(bisect_left(ends, after), len(ends) - 1)])
                stop += len(typed[stop : stop + 3]) - len(typed[stop : stop + 3].lstrip("*_~"))
                begin = at if found.re is grammar.bare else found.start()
                yield Place(at, after, begin, stop, found.re is grammar.mine)
                last = after

    def _is_rule(self, sentence: str, typed: str, found: re.Match[str]) -> bool:
        at, after = max(found.regs[1:])
        if self._grammar.not_rule.match(sentence, at):
            return False
        if found.re is self._grammar.bare:
            return self._is_mine(sentence, at, after) and not _is_name(typed[at:after], typed[after : after + 8])
        if found.re is self._grammar.mine:
            return not self._is_theirs(sentence[max(0, found.start() - BEFORE) : found.start()])
        return True

    def _is_mine(self, sentence: str, at: int, after: int) -> bool:
        """Whether a rule without its "I" is about oneself, by the word that follows."""
        grammar = self._grammar
        if not grammar.word.match(sentence, after):
            return False
        if grammar.asker.match(sentence, after) or grammar.not_rule_bare.match(sentence, at):
            return False
        return not grammar.be.match(sentence, after) or bool(grammar.be_myself.match(sentence, after))

    def _is_theirs(self, before: str) -> bool:
        """Whether what stands before an "I" makes a question of it, or the words of somebody else."""
        grammar = self._grammar
        if grammar.not_before.search(before):
            return True
        said = grammar.others_say.search(before)
        if said is None:
            return False
        verb, sayer = said["verb"], before[: said.start()]
        if not sayer.strip():
            return verb.endswith(("s", " me"))
        return grammar.own_say.search(sayer) is None

    @cached_property
    def _grammar(self) -> _Grammar:
        return _Grammar(self)


class _Grammar:
    """The lists of a language as patterns, made once."""

    def __init__(self, words: Shoulds) -> None:
        between, being, joins = _between(words), _any(words.being), _any(words.joins)
        marks = (_marked(form).split()[0].partition("'")[0] for form in (*words.forms, *words.bare, *words.thing_forms))
        self._hints = tuple(dict.fromkeys(marks))
        also = rf"\s[a-z]+(?:n't)?\s(?:{joins})(?=\s)|,[^,.;:]{{1,40}}(?=,)"  # "I can and", "I, of all people,"
        self.mine = re.compile(
            rf"i(?!\w)(?<![\w'\u2018&/-]i)(?:{also})?(?:{between})?(?:{_forms(words.forms, between)}){_WHOLE}"
        )
        starters = rf"(?:(?:{_any(words.starters)})\b{_SPACE}){{0,3}}"
        self.bare = re.compile(rf"\W{{0,12}}{starters}(?:{_forms(words.bare, between)}){_WHOLE}")
        self._thing = re.compile(
            rf"\b(?:{_any(words.things)}){between}(?:{_forms(words.thing_forms, between)})"
            rf"(?={between}(?:{_any(words.touching_me)})(?!\w))"
        )
        self._touching_me = words.touching_me
        self._framed_already = words.framed_already
        self.not_rule = re.compile("|".join(map(_phrase, words.not_rules)))
        self.not_rule_bare = re.compile("|".join(map(_phrase, words.not_rules_bare)))
        self.heavy = re.compile(rf"\b(?:{_any(words.heavy)})(?!\w)")
        self.not_before = re.compile(rf"\b(?:{_any(words.not_before)}){_SPACE}$")
        self.others_say = re.compile(rf"\b(?P<verb>{_any(words.others_say)})(?:\s+that)?[\s,:]{{1,4}}$")
        self.own_say = re.compile(
            rf"(?<![\w'])i(?:(?={_SPACE})|(?='))(?:[^,;:]{{0,60}}\s(?:{joins}))?"
            rf"(?:{_SPACE})?(?:(?:{_any((*words.own_say, *words.between))}){_SPACE})*$"
        )
        self.word = re.compile(rf"{_SPACE}[^\W\d_]")
        self.asker = re.compile(rf"{_SPACE}(?:{_any(words.askers)})(?!\w)")
        self.be = re.compile(rf"{between}(?:{being})\b")
        self.be_myself = re.compile(rf"{between}(?:{being}){between}(?:{_any(words.be_myself)})(?!\w)")
        self._ends = re.compile(rf"[;(\u2013\u2014]|\s(?:-\s|(?:{_any(words.ends)})\b)|,\s(?:{joins})\b")

    def hinted(self, low: str) -> bool:
        """Whether it is worth looking: most texts have none of the words."""
        return any(hint in low for hint in self._hints)

    def candidates(self, sentence: str) -> list[re.Match[str]]:
        """What looks like a rule about oneself, in order, up to where it is looked at from outside."""
        end = self._framed_at(sentence)
        found = list(self.mine.finditer(sentence, 0, end))
        found += filter(
            None, (self.bare.match(sentence, at.end(), end) for at in _BEGINNING.finditer(sentence, 0, end))
        )
        if any(touching in sentence for touching in self._touching_me):
            found += self._thing.finditer(sentence, 0, end)
        return sorted(found, key=re.Match.start)

    def _framed_at(self, sentence: str) -> int:
        """Where the person begins to look at it from outside; else the end."""
        for phrase in self._framed_already:
            if phrase in sentence:
                found = re.search(rf"\b{re.escape(phrase)}(?!\w)", sentence)
                sentence = sentence[: found.start()] if found else sentence
        return len(sentence)

    def ends_in(self, sentence: str) -> list[int]:
        """Where in a sentence a rule may end."""
        ends = []
        for at in [*(found.start() for found in self._ends.finditer(sentence)), len(sentence)]:
            while at and sentence[at - 1] in _LAST_SIGNS:
                at -= 1
            ends.append(at)
        return ends


_SPACE = r"[\s,]{1,4}"
_WHOLE = r"(?![\w'])(?!-\w)"
_BEGINNING = re.compile("^|[:;(\u2014](?![:;(\u2014])")


def _own_words(line: str) -> str:
    """A line of the same length in small letters, its quotations and code hidden, its signs of emphasis spaces."""
    item = _ITEM.match(line)
    if item:
        line = " " * item.end() + line[item.end() :]
    if "`" in line:
        line = _CODE.sub(_hide, line)
    if "http" in line or "](" in line:
        line = _ADDRESS.sub(_hide, line)
    line = _without_quotations(line).translate(_SIGNS)
    low = line.lower()
    return low if len(low) == len(line) else "".join(one.lower()[0] for one in line)


def _hide(found: re.Match[str]) -> str:
    return HIDDEN * len(found.group())


def _without_quotations(line: str) -> str:
    made, at, unclosed = [], 0, set[str]()
    for opening in _OPENING.finditer(line):
        sign = opening.group()
        if opening.start() < at or sign in unclosed:
            continue
        closing = _CLOSING[sign].search(line, opening.end())
        if closing is None and sign in _MUST_CLOSE:
            unclosed.add(sign)
            continue
        end = closing.end() if closing else len(line)
        made += [line[at : opening.start()], HIDDEN * (end - opening.start())]
        at = end
    return "".join([*made, line[at:]])


def _sentences(plain: str, *, asking: bool = False) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the questions unless they are asked for."""
    for found in _SENTENCE.finditer(plain):
        if found.group() and (asking or not _ASKING.search(found["end"])):
            yield found.span()


def _is_name(mark: str, following: str) -> bool:
    """ "Should Anna call", and not "SHOULD HAVE KNOWN"."""
    return following.lstrip(" \t,")[:1].isupper() and not mark.isupper()


def _any(phrases: Iterable[str]) -> str:
    """One of these, the longest first."""
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases, key=len, reverse=True))


def _phrase(phrase: str) -> str:
    """ "be *ing" and "be fine $" as a pattern."""
    made = ""
    for number, word in enumerate(phrase.split()):
        if word == "$":
            made += r"\s*(?=[.,;:!?)\u2026]|$)"
        elif word == ",":
            made += r"\s*,"
        else:
            made += (r"\s+" if number else "") + (r"\w+ing\b" if word == "*ing" else rf"{re.escape(word)}\b")
    return made


def _marked(form: str) -> str:
    """ "supposed to" of "am {supposed to}"."""
    return form[form.index("{") + 1 : form.index("}")]


def _between(words: Shoulds) -> str:
    """A space, and before it any of the words that may stand inside a form."""
    return rf"(?:{_SPACE}(?:{_any(words.between)})\b)*{_SPACE}"


def _forms(forms: Iterable[str], between: str) -> str:
    """One of these forms; what stands in braces is a group. Those with the same words before it are one pattern."""
    marks: dict[str, list[str]] = {}
    for form in forms:
        marks.setdefault(form[: form.index("{")].strip(), []).append(_marked(form))
    befores: dict[str, list[str]] = {}
    for before, marked in marks.items():
        befores.setdefault(_any(marked), []).append(before)
    return "|".join(
        f"({marked})" if before == [""] else f"(?:{_any(before)}){between}({marked})"
        for marked, before in sorted(befores.items(), key=lambda item: item[1] != [""])
    )
