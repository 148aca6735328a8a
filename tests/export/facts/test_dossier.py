"""The dossier: one page, no script, every fact with its words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import html

from dateline.model.portion import Portion


def test_the_page_has_every_fact_with_its_quotes_and_no_script(portion: Portion, export: Callable[..., Path]) -> None:
    tree = html.parse(export("html"))
    assert tree.xpath("//script | //*[@onclick] | //link | //img") == []
    for fact in (*portion.events, *portion.relations):
        article = tree.xpath(f"//article[@id='f-{fact.id}']")[0]
        assert len(article.xpath(".//blockquote")) == len(fact.evidence)
    targets = set(tree.xpath("//@id"))
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= targets


def test_the_command_chart_is_a_nested_list(export: Callable[..., Path]) -> None:
    tree = html.parse(export("html"))
    chart = tree.xpath("//section[@id='command']/ul/li")
    assert [item.xpath("string(a[1])") for item in chart] == ["Salt Front"]
    below = chart[0].xpath("./ul/li")
    assert [item.xpath("string(a[1])") for item in below] == ["Amadou Keita", "private person 1"]
    assert "alleged" in below[1].xpath("string(.)")


def test_a_ring_of_command_ends(portion: Portion, export: Callable[..., Path]) -> None:
    one = replace(portion.relations[4], status="reported")
    other = replace(one, id="x9", subject=one.object, object=one.subject)
    text = export("html", given=replace(portion, relations=(one, other))).read_text(encoding="utf-8")
    assert "see above" in text


def test_words_of_a_report_are_never_markup(portion: Portion, export: Callable[..., Path]) -> None:
    cards = {
        key: replace(card, title="<script>alert(1)</script>", url="javascript:x")
        for key, card in portion.reports.items()
    }
    text = export("html", given=replace(portion, reports=cards)).read_text(encoding="utf-8")
    assert "<script" not in text
    assert "javascript:" not in text
