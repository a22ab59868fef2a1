"""The pages of an archive: everything a person has, as Markdown that can be read anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from guesthouse.domain.practice import Practice, filled
from guesthouse.domain.practice_form import practice_of
from guesthouse.formats.archive_form import Record, form_out

README = """\
# What is in here

This is everything that was in Guesthouse on {made}. Nothing in it is locked: whoever has this file can read it.

- `journal`: the entries of the journal, a folder for each year, each entry with its day, tags and thoughts at the top.
- `drawer`: entries that were put into the drawer.
- `pictures`: the pictures that stand in entries.
- `guest-book.md`: the thoughts that came, under their themes, and when they came.
- `practices`: what was written in practices and exercises, each time a file.
- `own-practices`: practices that were made or changed.
- `noticings.md`, `kit.md`, `prompts.md`: what was noticed and kept, the comfort kit, own prompts.
- `guesthouse-export.json`: all of it once more, with everything else that the app knows, for Guesthouse to take in
  again ("Import"). Its form is told in docs/export-format.md.

A folder or a file that is missing here had nothing to hold.
"""
JOURNAL, DRAWER, PICTURES = "journal", "drawer", "pictures"


def said(hour: str) -> str:
    """An hour as it stood on the wall."""
    return f"{datetime.fromisoformat(hour).replace(tzinfo=None).isoformat(sep=' ', timespec='minutes')}"


def entry_page(entry: Record, about: Sequence[str], pictures: Iterable[tuple[str, str]]) -> bytes:
    """An entry: what belongs to it above, its text as it was typed below; pictures as links into their folder."""
    facts: dict[str, Any] = {
        "id": entry["id"],
        "title": entry["title"],
        "date": entry["written"],
        "tags": entry["tags"],
        "noticing": entry["noticing"],
        "about": list(about),
        "practice": entry["practice"],
        "deleted": entry["deleted"],
    }
    text = entry["text"]
    for id_, kind in pictures:
        text = text.replace(f"(picture:{id_})", f"(../../{PICTURES}/{id_}.{kind})")
    return f"---\n{front({key: value for key, value in facts.items() if value})}---\n\n{text}".encode()


def front(facts: Mapping[str, Any]) -> str:
    """Front matter."""
    import yaml

    fast = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # ten times as fast, but it spells out emoji as numbers
    text = _dumped(facts, fast)
    return _dumped(facts, yaml.SafeDumper) if "\\U000" in text else text


def _dumped(facts: Mapping[str, Any], dumper: Any) -> str:
    import yaml

    return str(yaml.dump(facts, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000))


def guest_lines(guest: Record, visits: Iterable[Record]) -> Iterator[bytes]:
    """A thought in the guest book: its theme, its words, its visits."""
    yield f"\n## {one_line(guest['theme'] or guest['words'])}\n\n{quoted(guest['words'])}\n\n".encode()
    for visit in visits:
        until = f" to {said(visit['departed'])}" if visit["departed"] else ""
        words = "" if visit["words"] == guest["words"] else f": “{one_line(visit['words'])}”"
        yield f"- {said(visit['arrived'])}{until}{words}\n".encode()


def sitting_page(sitting: Record, asked: Iterable[tuple[str, str]] = ()) -> bytes:
    """What was written in one sitting: under each question what was answered, in the order in which it was asked.

    ``asked`` are the keys and questions. What has none stands at the end, under its key.
    """
    facts = {"practice": sitting["practice"], "began": sitting["began"], "ended": sitting["ended"]}
    parts = [
        f"---\n{front({key: value for key, value in facts.items() if value})}---\n\n# {one_line(sitting['title'])}\n"
    ]
    above = ""
    for question, answer in _answered(sitting["answers"], asked):
        parts.append(f"\n{answer}\n" if question == above else f"\n## {question}\n\n{answer}\n")
        above = question
    return "".join(parts).encode()


def _answered(answers: Iterable[Record], asked: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Question and answer; what was left blank is left out."""
    left = {one["key"]: one["answer"] for one in answers}
    for key, question in (*asked, *((key, "") for key in tuple(left))):
        answer = left.pop(key, "")
        shown = "\n".join(f"- {item}" for item in answer) if isinstance(answer, list) else answer
        if shown.strip():
            yield one_line(question) or _named(key), shown


def _named(key: str) -> str:
    """A key as a heading."""
    words = one_line(key.replace("_", " ").replace("-", " ")) or key
    return words[:1].upper() + words[1:]


def own_practice_page(practice: Record) -> tuple[str, bytes]:
    """Title and page of a practice of one's own; where it cannot be read as one, as it is kept."""
    own = own_practice(practice)
    if own is None:
        return "Practice", f"# Practice\n\n```json\n{practice['form']}\n```\n".encode()
    about = [own.purpose, f"Not for: {own.not_for}" if own.not_for.strip() else ""]
    parts = [f"# {one_line(own.title)}\n", *(f"\n{one_line(text)}\n" for text in about if text.strip())]
    for number, step in enumerate(own.steps, 1):
        parts.append(f"\n{number}. {one_line(step.text)}\n")
        indent = " " * len(f"{number}. ")
        below = [step.note, filled(step.sentence, {}), *(f"- {option.text}" for option in step.options)]
        parts += [f"\n{indent}{one_line(text)}\n" for text in below if text.strip()]
    return own.title, "".join(parts).encode()


def own_practice(practice: Record) -> Practice | None:
    """The practice in a record; None where this version cannot read it as one."""
    try:
        return practice_of(form_out(practice["form"]))
    except ValueError:
        return None


def noticing_line(noticing: Record) -> bytes:
    """What was noticed."""
    return f"- {said(noticing['noticed'])}: {one_line(noticing['sentence'])}\n".encode()


def kit_lines(kit: Iterable[Record]) -> Iterator[bytes]:
    """The comfort kit, shelf by shelf."""
    shelf = ""
    for thing in kit:
        if thing["shelf"] != shelf:
            shelf = thing["shelf"]
            yield f"\n## {shelf.capitalize()}\n\n".encode()
        detail = f" ({one_line(thing['detail'])})" if thing["detail"] else ""
        yield f"- {one_line(thing['words'])}{detail}\n".encode()


def prompt_line(prompt: Record) -> bytes:
    """An own prompt."""
    return f"- {one_line(prompt['words'])}\n".encode()


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def quoted(text: str) -> str:
    """A text as a quotation, line by line."""
    return "\n".join(f"> {line}" for line in text.split("\n"))
