"""The practices of the library: all that were outlined are there, and each keeps to the rules of the clinical notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guesthouse.content.practices import load_practices
from guesthouse.domain.practice import Element, Kind, Practice, Sense, Step, Tone, without
from guesthouse.paths import resources

FOLDER = resources() / "practices"
PRACTICES = load_practices(FOLDER, "en")
BY_ID = {practice.id: practice for practice in PRACTICES}

# The clinical notes, §7: element, minutes and level, as they stand there.
OUTLINE = {
    "ack-noticing": ("acknowledge", (2, 2), "neutral"),
    "ack-feet": ("acknowledge", (1, 2), "neutral"),
    "ack-body": ("acknowledge", (3, 3), "neutral"),
    "ack-plain": ("acknowledge", (3, 3), "neutral"),
    "ack-room": ("acknowledge", (4, 4), "gentle"),
    "def-ladder": ("defuse", (2, 2), "neutral"),
    "def-drift": ("defuse", (3, 5), "neutral"),
    "def-visitor": ("defuse", (4, 4), "gentle"),
    "def-title": ("defuse", (2, 2), "neutral"),
    "def-noted": ("defuse", (1, 1), "gentle"),
    "def-type": ("defuse", (3, 3), "neutral"),
    "def-ball": ("defuse", (1, 2), "neutral"),
    "def-loop": ("defuse", (1, 2), "neutral"),
    "def-bus": ("defuse", (5, 5), "gentle"),
    "def-radio": ("defuse", (3, 3), "neutral"),
    "def-popup": ("defuse", (2, 2), "neutral"),
    "def-object": ("defuse", (4, 4), "gentle"),
    "def-card": ("defuse", (3, 10), "neutral"),
    "kind-fair": ("kindness", (3, 3), "neutral"),
    "kind-useful": ("kindness", (2, 2), "neutral"),
    "kind-friend": ("kindness", (4, 4), "gentle"),
    "kind-hand": ("kindness", (2, 2), "warm"),
    "kind-wish": ("kindness", (3, 3), "warm"),
    "kind-letter": ("kindness", (10, 10), "warm"),
    "val-sense": ("validate", (3, 3), "neutral"),
    "val-should": ("validate", (4, 4), "neutral"),
    "val-needed": ("validate", (6, 6), "gentle"),
    "val-permission": ("validate", (1, 1), "gentle"),
    "con-others": ("connect", (3, 3), "gentle"),
    "con-reach": ("connect", (3, 3), "neutral"),
    "con-receive": ("connect", (3, 3), "warm"),
    "exp-dates": ("explore", (3, 3), "neutral"),
    "exp-worry": ("explore", (5, 5), "neutral"),
    "exp-care": ("explore", (5, 5), "gentle"),
}
TWINS = {
    "kind-hand": "kind-chair",
    "kind-wish": "kind-treatment",
    "kind-letter": "kind-reference",
    "con-receive": "con-help",
}
PLAYFUL = {"def-type", "def-ball", "def-popup", "def-loop"}
# Where the notes name somebody for whom a technique is not (§1.3, §3, §6, §7), and a word of what is then said.
NOT_FOR = {
    "ack-noticing": "unreal",
    "ack-body": "unreal",
    "def-ladder": "loss",
    "def-drift": "hurt yourself, fresh and frightening",
    "def-visitor": "break-in, stalking, or danger",
    "def-title": "Grief",
    "def-noted": "hurt yourself",
    "def-type": "self-harm",
    "def-ball": "self-harm",
    "def-popup": "hurt yourself",
    "def-card": "hurt yourself",
    "def-loop": "voices",
    "def-bus": "voices",
    "def-radio": "voices, or thoughts that urge you to hurt yourself",
    "def-object": "panic",
    "kind-hand": "Touch",
    "kind-wish": "sting",
    "kind-letter": "mild",
    "kind-reference": "mild",
    "val-needed": "Abuse",
    "con-receive": "price",
    "exp-care": "loss",
}
MOST_WORDS = 25
HARDEST = 7.0
# An eye on the room, or something to do next.
LEADS_ON = re.compile(
    r"\broom\b|\blook up\b|\blook(?: at something|ing)?\b.*\b(?:far|near|around)\b|three colours|"
    r"\bnext\b|\btoday\b|\bgo on\b|\bturn to\b|\bsmall (?:thing|act)\b|\btake the hurt along\b|\bsay when\b|"
    r"\btask\b|\bcopy it\b|\btrial\b|\bthree things\b",
    re.IGNORECASE,
)

each_practice = pytest.mark.parametrize("practice", PRACTICES, ids=[practice.id for practice in PRACTICES])


def texts(step: Step) -> list[str]:
    """What is read in a step, besides what can be chosen and what the person wrote."""
    cards = [part for card in step.cards for part in (card.title, card.text)]
    return [text for text in (step.text, step.note, step.other, *step.lines, *cards) if text]


def everything(practice: Practice) -> list[str]:
    """All that is read in a practice."""
    options = [option.text for step in practice.steps for option in step.options]
    frames = [template for step in practice.steps for template in (step.frame, step.sentence) if template]
    steps = [text for step in practice.steps for text in texts(step)]
    return [practice.title, practice.purpose, *filter(None, [practice.not_for]), *steps, *options, *frames]


# ------------------------------------------------------------------------------------------------------- the outline


def test_all_that_were_outlined_are_there_and_their_neutral_twins() -> None:
    assert len(OUTLINE) == 34
    assert set(BY_ID) == set(OUTLINE) | set(TWINS.values())


@pytest.mark.parametrize("id_", OUTLINE)
def test_element_minutes_and_tone_as_outlined(id_: str) -> None:
    practice = BY_ID[id_]
    assert (practice.element, practice.minutes, practice.tone) == OUTLINE[id_]


def test_each_warm_one_has_a_neutral_twin_of_the_same_element_and_length() -> None:
    assert {practice.id for practice in PRACTICES if practice.tone is Tone.WARM} == set(TWINS)
    for warm, neutral in TWINS.items():
        one, other = BY_ID[warm], BY_ID[neutral]
        assert (one.twin, other.twin) == (neutral, warm)
        assert other.tone is Tone.NEUTRAL
        assert (one.element, one.minutes) == (other.element, other.minutes)


def test_they_come_in_the_order_of_the_path_and_the_plainest_first() -> None:
    order = [(list(Element).index(practice.element), practice.tone.rank) for practice in PRACTICES]
    assert order == sorted(order)


def test_a_newcomer_finds_something_neutral_and_short_on_each_stretch_of_the_path() -> None:
    for element in (Element.ACKNOWLEDGE, Element.VALIDATE, Element.DEFUSE, Element.KINDNESS):
        plain = [one for one in PRACTICES if one.element is element and one.tone is Tone.NEUTRAL and not one.playful]
        assert any(one.minutes[0] <= 3 for one in plain), element


# --------------------------------------------------------------------------------------------------------- the words


@each_practice
def test_three_to_six_steps_of_few_words(practice: Practice) -> None:
    assert 3 <= len(practice.steps) <= 6
    for step in practice.steps:
        for text in texts(step):
            assert len(text.split()) <= MOST_WORDS, text


@each_practice
def test_the_head_says_what_for_where_from_and_for_whom_not(practice: Practice) -> None:
    assert practice.purpose[0].isupper() and practice.purpose.endswith(".")
    assert 4 <= len(practice.purpose.split()) <= 16
    assert practice.sources and all(len(source) > 4 for source in practice.sources)
    assert not practice.not_for or (practice.not_for[0].isupper() and practice.not_for.endswith("."))
    assert not practice.not_for.startswith("If "), "it stands after “Not for”"


@pytest.mark.parametrize(("id_", "word"), NOT_FOR.items())
def test_what_the_notes_warn_of_is_said(id_: str, word: str) -> None:
    assert word in BY_ID[id_].not_for


def syllables(word: str) -> int:
    """About how many: groups of vowels, without a silent e. One too few in "idea", one too many in "business"."""
    letters = re.sub("[^a-z]", "", word.lower())
    groups = len(re.findall("[aeiouy]+", letters))
    silent = re.search(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$", letters)
    return max(1, groups - bool(silent))


def grade(given: list[str]) -> float:
    """The reading grade after Flesch and Kincaid. It was made for pages of prose: of short steps it says little more
    than that no long word and no long sentence has crept in."""
    sentences = [part for text in given for part in re.split(r"[.?!:]+\W+|\n", text + ". ") if re.search(r"\w", part)]
    words = re.findall(r"[A-Za-z][A-Za-z’'-]*", " ".join(given))
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@each_practice
def test_a_twelve_year_old_can_read_it(practice: Practice) -> None:
    steps = [text for step in practice.steps for text in texts(step)]
    assert grade(steps) <= HARDEST
    assert grade([practice.purpose, practice.not_for, *steps]) <= HARDEST


def test_the_grade_tells_plain_from_learned() -> None:
    assert grade(["Look at one thing in the room. Then turn toward how you are."]) < 3
    learned = "Psychological inflexibility characteristically perpetuates experiential avoidance of interoceptive cues."
    assert grade([learned]) > 15


@each_practice
def test_nobody_is_told_to_breathe_to_relax_or_to_shut_their_eyes(practice: Practice) -> None:
    told = re.compile(r"\bclos\w* (?:your|the) eyes|\beyes closed|\bbreath|\binhale|\bexhale|\brelax|\bcalm down", re.I)
    for text in everything(practice):
        assert not told.search(text), text


@each_practice
def test_nobody_is_praised_counted_or_shouted_at(practice: Practice) -> None:
    unkind = re.compile(
        r"!|\bgreat\b|\bbravo\b|\bcongrat|\bwell done|\bperfect\b|\byou did it|\bin a row\b.*\bdays", re.I
    )
    for text in everything(practice):
        assert not unkind.search(text), text


@each_practice
def test_no_thought_is_called_false_or_got_rid_of(practice: Practice) -> None:
    against = re.compile(
        r"\bfalse\b|\birrational|\bdistort|\buntrue\b|\bonly a thought|\bget rid|\bdelete|\bthrow away|\bbanish|"
        r"\bdisappear|\bpop it\b|\bburn\b|\btear it|\bpain is inevitable|\bfaster\b",
        re.I,
    )
    for text in everything(practice):
        assert not against.search(text), text


@each_practice
def test_quotation_marks_and_apostrophes_are_the_printed_ones(practice: Practice) -> None:
    for text in everything(practice):
        assert '"' not in text and "'" not in text and "..." not in text, text
        assert text == text.strip() and "  " not in text.replace("lemon   lemon   lemon", ""), text


# ------------------------------------------------------------------------------------------------- play and its gates


def test_the_playful_ones_are_known() -> None:
    assert {practice.id for practice in PRACTICES if practice.playful} == PLAYFUL
    assert [practice.id for practice in PRACTICES if practice.gated] == ["def-loop"]


@pytest.mark.parametrize("id_", sorted(PLAYFUL))
def test_a_playful_one_acknowledges_and_asks_and_knows_a_way_out(id_: str) -> None:
    first = BY_ID[id_].steps[0]
    assert first.kind is Kind.CHOOSE
    assert re.search(r"hard to carry|wear you out|can sting", f"{first.text} {first.note}")
    assert first.text.endswith("?")
    ways_out = [BY_ID[option.goes] for option in first.options if option.goes]
    assert [way.element for way in ways_out] == [Element.ACKNOWLEDGE], "validating would do as well"
    assert not any(way.playful for way in ways_out)
    assert not first.options[0].goes, "yes goes on"


@pytest.mark.parametrize("id_", sorted(PLAYFUL - {"def-loop"}))
def test_a_lighter_thought_can_be_taken(id_: str) -> None:
    assert any("ighter" in option.text for option in BY_ID[id_].steps[0].options)
    assert BY_ID[id_].steps[1].key, "it is typed after the question"


def test_the_word_loop_has_its_gates() -> None:
    loop = BY_ID["def-loop"]
    for named in ("trauma", "abuse", "slurs", "name", "death", "voices", "unreal", "checking", "rituals"):
        assert named in loop.not_for
        assert named in loop.steps[0].frame.lower(), named
    assert "tends to feed it" in loop.steps[0].note
    assert "lemon" in loop.steps[1].text
    assert (loop.steps[1].kind, loop.steps[1].scene) == (Kind.EXERCISE, "loop"), "which stops by itself"
    assert "thirty seconds at most" in loop.steps[1].note
    assert re.search("[Ff]eet on", loop.steps[-1].text)


def test_the_defusion_of_a_line_of_ones_own_starts_with_a_mild_one() -> None:
    for practice in PRACTICES:
        keys = {key for step in practice.steps for key in step.keys}
        if (
            practice.element is Element.DEFUSE
            and keys & {"line", "visitor", "passengers"}
            and practice.id != "def-card"
        ):
            said = " ".join(text for step in practice.steps[:3] for text in texts(step))
            assert re.search(r"[Mm]ild|out of 10|small sting", said), practice.id


# -------------------------------------------------------------------------------------------------- body and senses


@pytest.mark.parametrize("off", [*({sense} for sense in Sense), set(Sense)], ids=[*Sense, "all"])
@each_practice
def test_each_knows_another_way_without_a_sense(practice: Practice, off: set[Sense]) -> None:
    plain = without(practice, off)
    assert plain is not None and len(plain.steps) == len(practice.steps)
    for step in plain.steps:
        assert not off & set(step.needs)
        if Sense.TOUCH in off:
            assert not re.search(r"\bpress\b|\byour hands?\b|\bhand could\b|\bOn my\b|\btouch", said_in(step)), (
                step.text
            )
        if Sense.IMAGERY in off:
            assert not re.search(r"\b[Pp]icture (?!anything)|\b[Ii]magine\b|\bin (your|the) mind\b.*\.$", step.text)


def said_in(step: Step) -> str:
    # what the hands are doing meanwhile, or who holds a door, is no touch
    mine = " ".join([step.text, step.note, *(option.text for option in step.options)])
    return re.sub("come back to your hands|Your hands can go on|what was not in your hands", "", mine)


def test_steps_that_touch_or_picture_say_so() -> None:
    for practice in PRACTICES:
        for step in practice.steps:
            if re.match(r"Press|Rest there|Choose where a hand|Feet on", step.text):
                assert Sense.TOUCH in step.needs, step.text
            if re.match(r"Picture|Drive on in your mind", step.text):
                assert Sense.IMAGERY in step.needs, step.text
            assert not step.needs or step.other, step.text


def test_the_steady_hand_offers_the_chair_and_only_that_without_touch() -> None:
    hand = BY_ID["kind-hand"]
    assert "The chair behind me" in [option.text for option in hand.steps[0].options]
    plain = without(hand, {Sense.TOUCH})
    assert plain is not None
    assert [option.text for option in plain.steps[0].options] == ["The chair behind me"]


def test_feet_and_floor_stays_short_and_works_without_feet() -> None:
    plain = without(BY_ID["ack-feet"], {Sense.TOUCH})
    assert plain is not None
    assert sum(step.seconds for step in plain.steps) <= 60, "it takes one to two minutes with its written line"
    assert not re.search(r"[Ff]eet|[Ff]oot|[Hh]and", " ".join(step.text for step in plain.steps))


# ------------------------------------------------------------------------------------------- what the others build on


@each_practice
def test_it_ends_in_the_room_or_with_a_next_step(practice: Practice) -> None:
    if practice.id in ("exp-dates", "ack-noticing"):
        assert practice.steps[-1].note.endswith(("under Practices.", "choose what comes next."))
    assert LEADS_ON.search(" ".join(texts(practice.steps[-1]))), practice.steps[-1].text


@each_practice
def test_the_timed_steps_fit_into_the_time_it_says(practice: Practice) -> None:
    assert sum(step.seconds for step in practice.steps) <= practice.minutes[1] * 60


def test_it_makes_sense_takes_a_word_or_a_whole_sentence() -> None:
    sentence = next(step.sentence for step in BY_ID["val-sense"].steps if step.sentence)
    assert sentence == "Given {what}, it makes sense that I feel {feelings}."


def test_the_first_dates_are_six_cards_of_each_element() -> None:
    cards = next(step.cards for step in BY_ID["exp-dates"].steps if step.kind is Kind.CARDS)
    assert [BY_ID[card.practice].element for card in cards] == list(Element)


def test_the_ways_into_the_comfort_kit() -> None:
    kits = {practice.id: [step.kit for step in practice.steps if step.kit] for practice in PRACTICES}
    assert {id_: kit for id_, kit in kits.items() if kit} == {"kind-useful": ["comforts"], "con-reach": ["people"]}
    draft = next(step for step in BY_ID["con-reach"].steps if step.copy)
    assert draft.kind is Kind.WRITE and "sends nothing" in draft.text


def test_the_should_practice_looks_for_shoulds_and_keeps_the_rule() -> None:
    rule = BY_ID["val-should"].steps[0]
    assert rule.shoulds
    assert [step.frame for step in BY_ID["val-should"].steps if "rule that" in step.frame] == [
        "I notice the rule that says: {rule}"
    ]


def test_the_numb_are_sent_to_their_feet_before_any_picture() -> None:
    assert "Feet and floor" in BY_ID["ack-noticing"].not_for
    assert "Feet and floor" in BY_ID["ack-body"].not_for
    assert BY_ID["ack-feet"].title == "Feet and floor"


def test_practices_called_by_their_titles_are_called_so() -> None:
    titles = {practice.title for practice in PRACTICES}
    for practice in PRACTICES:
        for named in re.findall("“([^”]+)”", practice.not_for):
            assert named in titles or named == "others have it worse", named


def test_each_stands_in_a_file_a_person_can_read() -> None:
    for file in sorted((FOLDER / "en").glob("*.toml")):
        assert max(map(len, file.read_text("utf-8").splitlines())) <= 240, file.name


def test_another_language_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="practices/xx"):
        load_practices(FOLDER, "xx")
