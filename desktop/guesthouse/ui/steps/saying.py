"""What was answered, said within a sentence."""

from __future__ import annotations

from guesthouse.domain.noticing import Noticed, Vocabulary, felt, sentence
from guesthouse.domain.practice import Answer, Answers, Kind, Practice, filled

NOTICING = "noticing"


def say(answer: Answer, vocabulary: Vocabulary) -> str:
    """What was typed, to the letter; what was chosen, as English goes on after "I feel"."""
    return answer if isinstance(answer, str) else felt(answer, vocabulary)


def framed(template: str, practice: Practice, answers: Answers, vocabulary: Vocabulary) -> str:
    """The template with the answers in its gaps. ``{noticing}`` is the sentence of the words, amount and place."""
    known = {**answers, NOTICING: sentence(noticed(practice, answers), vocabulary)}
    return filled(template, known, lambda answer: say(answer, vocabulary))


def noticed(practice: Practice, answers: Answers) -> list[Noticed]:
    """The words that were chosen; how much stands with the first of them, where with the last."""
    found: dict[Kind, list[str]] = {Kind.WORDS: [], Kind.AMOUNT: [], Kind.PLACE: []}
    for step in practice.steps:
        if step.kind in found:
            answer = answers.get(step.key, "")
            found[step.kind] += [answer] if isinstance(answer, str) else answer
    words = [word for word in found[Kind.WORDS] if word.strip()]
    amount, places = "".join(found[Kind.AMOUNT][:1]), tuple(found[Kind.PLACE])
    last = len(words) - 1
    return [Noticed(word, amount if at == 0 else "", places if at == last else ()) for at, word in enumerate(words)]
