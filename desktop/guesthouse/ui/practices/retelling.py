"""What was answered at one time, to be read again."""

from __future__ import annotations

from collections.abc import Iterable

from guesthouse.domain.noticing import Vocabulary
from guesthouse.domain.practice import Answers, Kind, Practice, said, written
from guesthouse.ui.practices.ending import FIVE
from guesthouse.ui.practices.telling import as_markdown
from guesthouse.ui.steps.saying import say


def retold(practice: Practice, answers: Answers, vocabulary: Vocabulary, five: str) -> list[tuple[str, str]]:
    """Each question with what was answered; ``five`` asks about the next five minutes.

    Where a step was changed or taken out since, what was answered in it stands at the end, without a question.
    """
    titles = {amount.id: amount.title for amount in vocabulary.amounts}
    amounts = {step.key for step in practice.steps if step.kind is Kind.AMOUNT}
    readable = {key: titles.get(said(one), one) if key in amounts else one for key, one in answers.items()}
    pairs = written(practice, readable, lambda answer: say(answer, vocabulary))
    asked = {key for step in practice.steps for key in step.keys}
    strays = [("", said(one)) for key, one in answers.items() if key not in asked and key != FIVE]
    last = (five, said(answers.get(FIVE, "")))
    return [pair for pair in (*pairs, *strays, last) if pair[1].strip()]


def as_entry(pairs: Iterable[tuple[str, str]]) -> str:
    """The same as a page of the journal, as the ending makes it; what has no question any more stands by itself."""
    return "\n\n".join(as_markdown([pair]) if pair[0] else pair[1] for pair in pairs)
