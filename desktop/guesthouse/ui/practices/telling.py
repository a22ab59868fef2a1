"""What was written in a practice, as a page of the journal shows it."""

from __future__ import annotations

from collections.abc import Iterable

from guesthouse.domain.noticing import Vocabulary
from guesthouse.domain.practice import Answers, Kind, Practice, said, written
from guesthouse.ui.practices.ending import FIVE
from guesthouse.ui.steps.saying import say


def told(practice: Practice, answers: Answers, vocabulary: Vocabulary, five: str) -> str:
    """Each question quoted, under it what was answered, to the letter; ``five`` asks about the next five minutes."""
    titles = {amount.id: amount.title for amount in vocabulary.amounts}
    amounts = {step.key for step in practice.steps if step.kind is Kind.AMOUNT}
    readable = {key: titles.get(said(one), one) if key in amounts else one for key, one in answers.items()}
    pairs = written(practice, readable, lambda answer: say(answer, vocabulary))
    line = said(answers.get(FIVE, ""))
    return as_markdown([*pairs, *([(five, line)] if line.strip() else [])])


def as_markdown(pairs: Iterable[tuple[str, str]]) -> str:
    """Questions as quotations, answers as they are."""
    return "\n\n".join(f"{_quoted(question)}\n\n{answer}" for question, answer in pairs)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))
