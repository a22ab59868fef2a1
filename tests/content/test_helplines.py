"""The lines one can turn to: each with its source, none claimed as checked, and a wrong entry told by its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guesthouse.content.helplines import load_regions
from guesthouse.content.wrong import WrongContent
from guesthouse.domain.care import region_of

HELPLINES = Path(__file__).parents[2] / "resources" / "helplines"

LINE = """
[[region.line]]
name = "A line"
number = "123"
how = "Call"
hours = ""
languages = ""
source = "example.org"
source_date = "2025-04"
verified = ""
"""
WHOLE = f"""
[[region]]
code = "AA"
name = "A land"
countries = ["AA"]
emergency = "123"
{LINE}
[[region]]
code = "other"
name = "Somewhere else"
countries = []
emergency = ""
{LINE}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "lines.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_line_names_its_source_and_claims_no_more() -> None:
    lines = [line for region in load_regions(HELPLINES) for line in region.lines]
    assert len(lines) > 25
    for line in lines:
        assert line.source and line.number and line.how
        assert line.verified == "", "set it only after a person has checked the line, and say so in the release notes"


@pytest.mark.parametrize(
    ("country", "emergency", "number"),
    [
        ("US", "911", "988"),
        ("CA", "911", "988"),
        ("GB", "999", "116 123"),
        ("IE", "112", "50808"),
        ("AU", "000", "13 11 14"),
        ("NZ", "111", "1737"),
        ("FR", "112", "3114"),
        ("DE", "112", "0800 111 0 111"),
        ("ES", "112", "024"),
        ("NL", "112", "113"),
        ("PL", "112", "116 123"),
        ("IN", "", "findahelpline.com"),
    ],
)
def test_a_country_finds_its_lines(country: str, emergency: str, number: str) -> None:
    region = region_of(load_regions(HELPLINES), "", country)
    assert region.emergency == emergency
    assert number in [line.number for line in region.lines]


def test_what_was_chosen_goes_before_where_the_computer_is() -> None:
    regions = load_regions(HELPLINES)
    assert region_of(regions, "NZ", "US").code == "NZ"
    assert region_of(regions, "gone", "US").code == "US"
    assert region_of(regions, "", "ZZ") is regions[-1]


READ = {
    "AU": {"000", "13 11 14", "0477 13 11 14"},
    "CA": {"911", "988"},
    "FR": {"112", "15", "3114"},
    "DE": {"112", "0800 111 0 111", "0800 111 0 222"},
    "IE": {"112", "116 123", "50808", "1800 111 888"},
    "NL": {"112", "113", "0800 0113"},
    "NZ": {"111", "1737", "0800 543 354", "0508 828 865"},
    "ES": {"112", "024"},
    "GB": {"999", "116 123", "85258", "111"},
    "US": {"911", "988", "741741", "1-866-488-7386"},
    "EU": {"112", "116 123", "findahelpline.com"},
    "other": {"findahelpline.com", "befrienders.org"},
}
"""The numbers that were read in a source. One that is only remembered is not a line, however well it is known."""

TOLD_LANGUAGES = {("CA", "988"): "English, French", ("US", "988"): "English, Spanish"}


def test_no_number_is_there_that_was_not_read() -> None:
    regions = load_regions(HELPLINES)
    assert {region.code: {line.number for line in region.lines} for region in regions} == READ


def test_no_language_is_guessed_from_the_country() -> None:
    told = {
        (region.code, line.number): line.languages
        for region in load_regions(HELPLINES)
        for line in region.lines
        if line.languages
    }
    assert told == TOLD_LANGUAGES


def test_a_number_that_does_not_run_everywhere_says_so() -> None:
    line = next(line for line in region_of(load_regions(HELPLINES), "EU", "").lines if line.number == "116 123")
    assert "not every country" in line.how


def test_an_option_that_has_ended_is_not_offered() -> None:
    for line in region_of(load_regions(HELPLINES), "US", "").lines:
        assert "LGBTQ" not in line.how
        assert not re.search(r"\b3\b|press three", line.how)


def test_a_whole_file_is_read_in_its_order(tmp_path: Path) -> None:
    assert [region.code for region in load_regions(written(tmp_path, WHOLE))] == ["AA", "other"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('how = "Call"', 'how = ""', r"region 1 \(AA\), line 1: how is empty"),
        ('number = "123"', 'number = " "', r"region 1 \(AA\), line 1: number is empty"),
        ('source = "example.org"', 'source = ""', r"region 1 \(AA\), line 1: source is empty"),
        ('name = "A land"', 'name = ""', r"region 1: name is empty"),
        ('source = "example.org"', "", r"region 1 \(AA\), line 1: source must be a text"),
        ('number = "123"', "number = 123", r"region 1 \(AA\), line 1: number must be a text"),
        ('"2025-04"', '"April"', r"line 1 \(A line\): source_date must be .* not 'April'"),
        ('"2025-04"', '"2026-02-31"', r"line 1 \(A line\): source_date must be .* not '2026-02-31'"),
        ('"2025-04"', '"2026-13"', r"line 1 \(A line\): source_date must be .* not '2026-13'"),
        ('"2025-04"', '"0000"', r"line 1 \(A line\): source_date must be .* not '0000'"),
        ('"2025-04"', '"٢٠٢٥"', r"line 1 \(A line\): source_date must be"),
        ('verified = ""', 'verified = "2025-06-31"', r"line 1 \(A line\): verified must be .* not '2025-06-31'"),
        ('verified = ""', 'verified = "2025-06"', r"line 1 \(A line\): verified must be YYYY-MM-DD"),
        ('verified = ""', 'verified = "yes"', r"line 1 \(A line\): verified must be YYYY-MM-DD"),
        ('hours = ""', 'hours = ""\nfee = "none"', r"line 1: not known: fee"),
        ('emergency = "123"', 'emergency = "9"', r"region 1 \(AA\): the first line must be the emergency number 9"),
        ('countries = ["AA"]', 'countries = ["Aland"]', r"region 1 \(AA\): countries must be"),
        ("countries = []", 'countries = ["AA"]', r"named twice: AA"),
        ("countries = []", 'countries = ["BB"]', r"the last region \(other\)"),
        ('code = "other"', 'code = "AA"', r"named twice: AA"),
        ("[[region]]", "[[region", r"lines\.toml: "),
        (LINE, "", r"region 1 \(AA\): no line"),
    ],
)
def test_a_wrong_entry_is_told_by_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(WrongContent, match=told):
        load_regions(written(tmp_path, WHOLE.replace(old, new, 1)))


@pytest.mark.parametrize("day", ["", "2024", "2024-02", "2024-02-29"])
def test_a_date_is_as_exact_as_it_is_known(tmp_path: Path, day: str) -> None:
    (line, *_) = load_regions(written(tmp_path, WHOLE.replace("2025-04", day)))[0].lines
    assert line.source_date == day


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongContent, match=r"lines\.toml"):
        load_regions(tmp_path)
    with pytest.raises(WrongContent, match=r"lines\.toml: no region"):
        load_regions(written(tmp_path, "title = 'nothing'"))
