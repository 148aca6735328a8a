import pytest

from dateline.errors import DataFileError
from dateline.ingest import furniture, report_from_text
from dateline.ingest.furniture import FurnitureRule, find_furniture, furniture_rules
from dateline.ingest.lines import lines_of

RULES = furniture_rules()
BODY = "The governor said on Monday that the bridge would be opened again within a week."


def marked(text: str) -> list[str]:
    return [text[item.start : item.end] for item in find_furniture(lines_of(text))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_examples_for_and_against(rule: FurnitureRule) -> None:
    assert rule.examples
    assert rule.counter_examples
    assert rule.reason.endswith(".")
    assert rule.pattern.groups == 0


@pytest.mark.parametrize(
    "example", [(rule, words) for rule in RULES for words in rule.examples], ids=lambda e: e[1][:40]
)
def test_each_example_is_marked_by_its_own_rule(example: tuple[FurnitureRule, str]) -> None:
    rule, words = example
    assert rule.pattern.search(words) if rule.where == "within" else rule.pattern.fullmatch(words)
    found = find_furniture(lines_of(words))
    assert found
    if rule.where != "within":
        assert (found[0].start, found[0].end) == (0, len(words))


@pytest.mark.parametrize("words", [words for rule in RULES for words in rule.counter_examples])
def test_no_counter_example_is_marked_by_any_rule(words: str) -> None:
    assert marked(words) == []
    assert marked(f"{BODY}\n\n{words}\n\n{BODY}") == []


def test_furniture_covers_the_line_without_the_white_space_around_it() -> None:
    text = f"  Watch ZTV News Live  \r\n\r\n{BODY}\r\n\r\nView ZTV News In\r\n"
    assert marked(text) == ["Watch ZTV News Live", "View ZTV News In"]


def test_furniture_inside_the_article_is_marked_and_the_text_stays() -> None:
    text = f"{BODY}\n\nAdvertisement\n\n{BODY}\n\nRead more: Bridge guards withdraw\n\n{BODY}"
    report = report_from_text(text)
    assert report.text == text
    assert [item.kind for item in report.furniture] == ["promotion", "link"]


def test_a_list_of_links_under_its_head_is_marked_and_the_sentence_after_it_is_not() -> None:
    text = f"{BODY}\n\nRelated stories\nBridge guards withdraw\nWho holds the river?\nTown without water\n\n{BODY}"
    assert marked(text) == ["Related stories", "Bridge guards withdraw"]
    text = f"{BODY}\n\nMost Read\nBridge guards withdraw\nTown without water\n\n{BODY}"
    assert marked(text) == ["Most Read", "Bridge guards withdraw", "Town without water"]


def test_a_credit_within_a_paragraph_is_marked_alone() -> None:
    text = "They left. (Reporting by Jane Doe; Editing by John Roe)"
    assert marked(text) == ["(Reporting by Jane Doe; Editing by John Roe)"]


def test_rules_for_the_head_do_not_touch_the_middle_of_a_long_report() -> None:
    text = "\n\n".join([BODY] * 12 + ["By Jane Doe"] + [BODY] * 12)
    assert marked(text) == []


def test_a_long_paragraph_is_never_furniture_as_a_whole() -> None:
    assert marked("We use cookies " + "and so on " * 80) == []


def test_a_text_of_endless_lines_is_no_report_with_furniture() -> None:
    assert marked("Advertisement\n" * 20_001) == []


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"kind": "joke"}, "unknown kind or where"),
        ({"matches": ["{{nothing}}"]}, "nothing is called 'nothing'"),
        ({"matches": ["(open"]}, "not a usable regular expression"),
    ],
)
def test_a_rule_that_cannot_be_used_is_named(
    entry: dict[str, object], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = {"id": "odd", "kind": "link", "where": "line", "matches": ["x"], "reason": "A.", "is": [], "not": []}
    monkeypatch.setattr(furniture, "language_data", lambda _: {"macros": {}, "rules": [rule | entry]})
    with pytest.raises(DataFileError, match=f"odd: {words}"):
        _ = furniture.furniture_rules.__wrapped__()[0].pattern


def test_a_line_of_a_million_characters_is_read_at_once() -> None:
    assert marked("Share " * 200_000) == []


@pytest.mark.parametrize(
    "kind", ["player", "link", "share", "caption", "copyright", "byline", "promotion", "navigation", "other"]
)
def test_every_kind_of_furniture_has_a_rule(kind: str) -> None:
    assert any(rule.kind == kind for rule in RULES)
