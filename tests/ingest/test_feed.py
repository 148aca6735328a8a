from pathlib import Path
from typing import Any

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Daily Example</title>
<language>en-us</language>
<item><title>Town taken</title><link>https://news.example.org/1</link><pubDate>Mon, 03 Dec 2012 10:00:00 GMT</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>ARLIT, Niger (AP) — Fighters &amp; scouts entered.</p>
<p>The army left.<br>It was noon.</p>]]></content:encoded></item>
<item><title>Bridge closed</title><link>https://news.example.org/2012/12/04/b</link></item>
<item><link>https://news.example.org/3</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Wire</title>
<entry><title type="html">Town &lt;b&gt;taken&lt;/b&gt;</title><link href="https://news.example.org/1"/>
<updated>2012-12-05T10:00:00Z</updated>
<published>2012-12-03T10:00:00Z</published>
<author><name>Jane Doe</name></author><summary>Fighters entered the town on Monday.</summary></entry></feed>"""


def test_a_feed_gives_a_report_an_entry_and_skips_the_empty_one(tmp_path: Path, take: Any) -> None:
    (tmp_path / "feed.dat").write_text(RSS)
    taken = take(tmp_path / "feed.dat")
    first, second = taken.reports
    assert (
        first.text == "Town taken\n\nARLIT, Niger (AP) — Fighters & scouts entered.\n\nThe army left.\n\nIt was noon."
    )
    assert (first.source, first.url, first.publisher, first.language) == (
        f"{tmp_path}/feed.dat#1",
        "https://news.example.org/1",
        "Daily Example",
        "en",
    )
    assert first.raw.startswith(b"<item><title>Town taken")
    assert first.raw.endswith(b"</item>")
    assert first.published is not None
    assert (first.published.day.isoformat(), first.published.basis) == ("2012-12-03", "metadata")
    assert first.dateline is not None
    assert second.text == "Bridge closed"
    assert second.notes == ("the feed gives only the headline of this report",)
    assert second.published is not None
    assert second.published.basis == "file name"
    assert [item.reason for item in taken.skipped] == ["the entry has neither title nor text"]


def test_publication_goes_before_a_later_change(tmp_path: Path, take: Any) -> None:
    (tmp_path / "feed.xml").write_text(ATOM)
    report = take(tmp_path / "feed.xml").report
    assert report.text == "Town taken\n\nFighters entered the town on Monday."
    assert report.author == "Jane Doe"
    assert report.published is not None
    assert report.published.day.isoformat() == "2012-12-03"


def test_a_feed_in_another_encoding_is_read(tmp_path: Path, take: Any) -> None:
    words = RSS.replace("utf-8", "iso-8859-1").replace("—", "-").replace("Town taken", "Forêt prise")
    (tmp_path / "feed.xml").write_bytes(words.encode("latin-1"))
    assert take(tmp_path / "feed.xml").reports[0].title == "Forêt prise"


def test_a_damaged_or_empty_feed_is_skipped(tmp_path: Path, take: Any) -> None:
    (tmp_path / "empty.xml").write_text('<rss version="2.0"><channel><title>Daily Example</title></channel></rss>')
    (tmp_path / "cut.xml").write_text('<rss version="2.0"><channel><it')
    assert "holds no entries" in take(tmp_path / "empty.xml").reason
    assert "holds no entries" in take(tmp_path / "cut.xml").reason


def test_a_feed_that_swells_from_entities_is_not_unfolded(tmp_path: Path, take: Any) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{entities}]>'
    bomb = f'{doctype}<rss version="2.0"><channel><item><title>&a9;</title></item></channel></rss>'
    (tmp_path / "bomb.xml").write_text(bomb)
    taken = take(tmp_path / "bomb.xml")
    assert all(len(report.text) < 10_000 for report in taken.reports)


def test_an_entry_made_to_do_harm_leaves_the_others_readable(tmp_path: Path, take: Any) -> None:
    wild = "&lt;div&gt;" * 5_000
    (tmp_path / "feed.xml").write_text(RSS.replace("Short.", wild).replace("<p>ARLIT", "<div>" * 5_000 + "<p>ARLIT"))
    assert [report.title for report in take(tmp_path / "feed.xml").reports] == ["Town taken", "Bridge closed"]
