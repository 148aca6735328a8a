import base64
import dataclasses
import hashlib
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import html as lxml_html

from dateline.export.html_page import MOST_LIT, html_page, page_style, web_address
from dateline.model import (
    DateMention,
    Filler,
    Furniture,
    Incident,
    Passage,
    PlaceMention,
    Reading,
    Report,
    SeenRelation,
)

Make = Callable[..., Reading]

HOSTILE = (
    "<script>alert(1)</script> <svg onload=alert(2)> \" onmouseover='alert(3)' {{ 7 * 7 }} {% raw %} \u202etxt.exe "
    "</title></style></p><img src=x onerror=alert(4)> &lt;b&gt; \x00\x1b " + "W" * 10_000
)
ALLOWED_TAGS = set(
    "html head meta title style body a header p span section ul li mark main article div h1 h2 bdi ol dl dt dd em "
    "small strong details summary footer nav b svg line circle text".split()
)


def page(*readings: Reading) -> str:
    out = io.StringIO()
    with html_page(out) as add:
        for reading in readings:
            add(reading)
    return out.getvalue()


def parsed(*readings: Reading) -> Any:
    return lxml_html.document_fromstring(page(*readings))


def drawn(root: Any) -> str:
    """The text as drawn, without the numbers of claims."""
    for number in root.xpath("//p[contains(@class, 'text')]//a"):
        number.drop_tree()
    return "\n".join(paragraph.text_content() for paragraph in root.xpath("//p[contains(@class, 'text')]"))


def hostile(make_reading: Make) -> Reading:
    """A reading in which every text that comes from outside is hostile."""
    reading = make_reading(text=HOSTILE, source=HOSTILE)
    template = make_reading()
    report = dataclasses.replace(
        reading.report, title=HOSTILE, publisher=HOSTILE, notes=(HOSTILE,), url="javascript:alert(5)",
        furniture=(Furniture(start=30, end=60, kind="other", reason=HOSTILE),),
    )  # fmt: skip
    spot = {"start": 0, "end": 40, "text": HOSTILE[:40], "reason": HOSTILE}
    return dataclasses.replace(
        reading,
        report=report,
        mentions=(dataclasses.replace(template.mentions[0], id="m1", **spot),),
        entities=(dataclasses.replace(template.entities[0], name=HOSTILE, mentions=("m1",)),),
        attributions=(_hostile_attribution(template),),
        places=(PlaceMention(**spot, name=HOSTILE, lat=None, lon=None, country=None, geonameid=None,
                             precision="site", radius_km=None, role="location"),),
        dates=(DateMention(**spot, type="DATE", value=HOSTILE, span=None),),
        claims=(_hostile_claim(template), _hostile_claim(template)),
    )  # fmt: skip


def _hostile_attribution(template: Reading) -> Any:
    spans = {"source": ((5, 9),), "cue": ((9, 20),), "content": ((20, 90),)}
    return dataclasses.replace(template.attributions[0], **spans, speaker=HOSTILE, verb=HOSTILE, reason=HOSTILE)


def _hostile_claim(template: Reading) -> Any:
    claim = template.claims[0]
    actor = dataclasses.replace(claim.subject, name=HOSTILE, words=HOSTILE[:9])  # type: ignore[type-var]
    return dataclasses.replace(
        claim, subject=actor, object=actor, said_by=actor, role=HOSTILE, weapon=HOSTILE, governed_by=(HOSTILE,),
        polarity="negated", evidence=Passage.of(HOSTILE, 10, 70), reason=HOSTILE,
    )  # fmt: skip


def test_the_text_is_drawn_as_published(make_reading: Make) -> None:
    reading = make_reading()
    assert drawn(parsed(reading)) == reading.report.text


def test_each_claim_stands_beside_its_words_and_links_to_them(make_reading: Make) -> None:
    root = parsed(make_reading())
    first, second = root.xpath("//li[contains(@class, 'claim')]")
    words = root.get_element_by_id(first.xpath(".//a/@href")[0][1:])
    assert words.xpath("./a/@href") == [f"#{first.get('id')}"]
    told = dict(zip(first.xpath("./dl/div/dt/text()"), first.xpath("./dl/div/dd/span/text()"), strict=True))
    assert told == {"who": "Idriss Kélé", "whom": "Northern Front", "when": "2012-04", "says": "a local official"}
    assert "the report itself" in second.text_content()
    assert [badge.text for badge in root.xpath("//strong")] == ["NOT"]
    assert "killed: 3 or more" in second.text_content()


def test_the_speaker_is_named_before_the_words_and_everything_drawn_is_explained(make_reading: Make) -> None:
    root = parsed(make_reading())
    assert root.xpath("//article//mark[contains(@class, 'quote')]/@data-label") == ["a local official"]
    marks = root.xpath("//article//mark[@tabindex]")
    assert len(marks) == 7
    for mark in marks:
        assert "made by hand" in mark.get("data-why")
        assert "made by hand" in root.get_element_by_id(mark.get("aria-describedby")).text_content()


def test_no_text_of_a_report_becomes_markup(make_reading: Make) -> None:
    root = parsed(hostile(make_reading))
    assert {element.tag for element in root.iter() if isinstance(element.tag, str)} <= ALLOWED_TAGS
    assert len(root.xpath("//style")) == len(root.xpath("//head/title")) == 1
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name in {"style", "src"}]
    assert all(link.startswith("#") for link in root.xpath("//@href"))


def test_a_hostile_text_is_still_shown_in_full(make_reading: Make) -> None:
    words = HOSTILE.replace("\u202e", "[U+202E]").replace("\x00", "[U+0000]").replace("\x1b", "[U+001B]")
    assert drawn(parsed(hostile(make_reading))) == words


def test_nothing_on_the_page_turns_the_direction_or_cannot_be_written(make_reading: Make) -> None:
    reading = hostile(make_reading)
    surrogate = dataclasses.replace(reading, report=dataclasses.replace(reading.report, title="a\ud800b"))
    written = page(reading, surrogate)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", written)
    assert "a[U+D800]b" in written.encode().decode()


def test_a_name_of_ten_thousand_letters_is_cut_outside_the_text(make_reading: Make) -> None:
    root = parsed(hostile(make_reading))
    for value in root.xpath("//dd | //dt | //h1 | //title"):
        assert len(value.text_content()) < 1500
    assert max(map(len, root.xpath("//@data-why | //@data-label"))) < 1500
    assert "overflow-wrap: anywhere" in page_style()


def test_the_policy_lets_nothing_in_but_the_style_of_the_page(make_reading: Make) -> None:
    root = parsed(make_reading())
    style = root.xpath("//style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
    assert not re.search(r"url\(|@import|@font-face", style)
    assert not root.xpath("//script | //link | //img | //iframe | //object | //*[@src]")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        (" data:text/html,x", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_become_links(
    url: str | None, address: str | None, make_report: Callable[..., Report]
) -> None:
    assert web_address(dataclasses.replace(make_report(), url=url)) == address


def test_the_address_of_the_report_tells_its_publisher_nothing(make_reading: Make, make_report: Any) -> None:
    report = dataclasses.replace(make_report(), url="https://example.org/report")
    (link,) = parsed(make_reading(report=report)).xpath("//a[@href='https://example.org/report']")
    assert link.get("rel") == "noreferrer noopener nofollow"


def test_ids_are_unique_and_every_inner_link_leads_somewhere(make_reading: Make) -> None:
    root = parsed(make_reading(), make_reading())
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    referred = [link[1:] for link in root.xpath("//@href")] + root.xpath("//@aria-describedby | //@aria-labelledby")
    assert set(referred) <= set(ids)


def test_a_page_of_several_reports_ends_with_a_list_of_them(make_reading: Make) -> None:
    assert parsed(make_reading(), make_reading()).xpath("//nav//a/@href") == ["#r1", "#r2"]
    assert not parsed(make_reading()).xpath("//nav")


def test_the_page_has_its_landmarks_language_and_one_heading_for_each_report(make_reading: Make) -> None:
    root = parsed(make_reading(), make_reading())
    assert root.get("lang") == "en"
    assert [len(root.xpath(f"//{tag}")) for tag in ("header", "main", "footer", "article", "h1")] == [1, 1, 1, 2, 2]
    assert root.xpath("//title")[0].text == "Front, divided · Dateline"


def test_a_run_without_reports_gives_a_whole_page() -> None:
    root = parsed()
    assert root.xpath("//title")[0].text == "no report was read · Dateline"
    assert page().rstrip().endswith("</html>")


def test_a_report_without_anything_says_so(make_reading: Make) -> None:
    words = parsed(make_reading(text="Rain is expected.")).text_content()
    assert "0 claims: nothing about conflict or politics was found" in words
    assert "Nobody is named or described." in words


def test_the_nth_claim_of_a_paragraph_lights_its_own_words(make_reading: Make) -> None:
    style = page_style()
    root = parsed(make_reading())
    for claim in root.xpath("//li[contains(@class, 'claim ')]"):
        name = claim.get("class").split()[-1]
        number = claim.xpath(".//a/@href")[0][1:]
        assert root.get_element_by_id(number).get("class") == f"evidence {name}"
        assert f".evidence.{name}," in style
    assert f".claim.n{MOST_LIT}:is(:hover" in style


def test_a_report_of_many_claims_and_none_at_its_start_keeps_them_beside_their_paragraphs(make_reading: Make) -> None:
    reading = make_reading(text="\n\nFirst here.\n\nThen there.")
    claim = make_reading().claims[0]
    claims = [
        dataclasses.replace(claim, evidence=Passage.of(reading.report.text, *span))
        for span in ((15, 26), (2, 13), (0, 1))
    ]
    root = parsed(dataclasses.replace(reading, claims=tuple(claims)))
    beside = [row.xpath(".//li/@value") for row in root.xpath("//div[@class='row']")]
    assert beside == [["2", "3"], ["1"]]


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _schemes() -> list[dict[str, str]]:
    """The colours of the light scheme and of the dark one."""
    found = re.findall(r":root \{(.*?)\}", page_style(), re.DOTALL)
    return [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in found]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_has_the_contrast_that_wcag_asks_for_on_everything_it_may_stand_on(scheme: int) -> None:
    colours = _schemes()[scheme]
    for ground in ("paper", "card", "tint", "retold", "lit"):
        for ink in ("ink", "faint", "says"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
        for line in ("actor", "weapon", "place", "date", "says"):
            assert _contrast(colours[line], colours[ground]) >= 3, (line, ground)
    for ink, ground in (("card", "not"), ("doubt", "card"), ("doubt", "paper"), ("on-pop", "pop"), ("paper", "ink")):
        assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def test_each_kind_of_mark_has_a_line_of_its_own_beside_its_colour() -> None:
    lines = re.findall(r"^\.(actor|weapon|place|date|cue) \{.*?underline (\w+) ", page_style(), re.MULTILINE)
    assert len(lines) == len({line for _, line in lines}) == 5


def seen(reading: Reading, words: str) -> Reading:
    """The reading with an incident and a relation, in which ``words`` are what the report says."""
    filler = Filler(role="perpetrator_organisation", start=0, end=1, text=words, entity=None, score=0.9)
    incident = Incident(id="i1", kind="attack", score=0.8, fillers=(filler,), when=None, place=None, reason=words)
    mention = dataclasses.replace(reading.mentions[0], text=words)
    relation = SeenRelation(kind="member_of", subject=mention.id, object=reading.mentions[1].id, score=0.75)
    mentions = (mention, *reading.mentions[1:])
    return dataclasses.replace(reading, mentions=mentions, incidents=(incident,), relations=(relation,))


def test_incidents_and_relations_stand_among_what_was_read(make_reading: Make) -> None:
    reading = make_reading()
    shown = " ".join(parsed(seen(reading, "Kélé")).text_content().split())
    assert "Incidents, as the encoder sees them attack perpetrator organisation: “Kélé” (0.90)" in shown
    assert f"“Kélé” member of “{reading.mentions[1].text}” (0.75)" in shown
    assert "as the encoder sees them" not in page(reading)


def test_the_words_of_an_incident_are_no_markup(make_reading: Make) -> None:
    root = parsed(seen(make_reading(), HOSTILE))
    assert {element.tag for element in root.iter() if isinstance(element.tag, str)} <= ALLOWED_TAGS


def test_a_report_about_which_nothing_is_claimed_says_why(make_reading: Make) -> None:
    silent = dataclasses.replace(make_reading(text="Rain."), silence="about weather by its own words")
    assert "0 claims: the report is about weather by its own words" in page(silent)
