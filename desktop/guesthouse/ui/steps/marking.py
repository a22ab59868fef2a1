"""The should-finder in the fields of a step."""

from __future__ import annotations

from guesthouse.ui.editor.should_marks import ShouldMarks
from guesthouse.ui.steps.around import Around
from guesthouse.ui.steps.fields import WordsField


def mark_shoulds(field: WordsField, around: Around, *, framing: bool = True) -> ShouldMarks | None:
    """Mark rules about oneself in the field, where there are rules to go by; keep what is returned beside the field.

    Without ``framing`` no frame is offered for a rule.
    """
    if around.rules is None:
        return None
    return ShouldMarks(field, around.rules, around.look, around.preferences, framing=framing)
