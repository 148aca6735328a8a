from pathlib import Path
from typing import Any

import pytest

HEAD = """<!DOCTYPE html><html lang="en-GB"><head><title>Town taken - Daily Example</title>
<meta property="og:site_name" content="Daily Example"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2012-12-03T22:10:00+01:00">
<link rel="canonical" href="https://news.example.org/town-taken"></head>"""


def page(paragraphs: tuple[str, ...], head: str = HEAD, before: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    nav = "<nav><a href='/'>Home</a><a href='/news'>News</a></nav>"
    article = f"<article><h1>Town taken</h1>{before}{body}</article>"
    return f"{head}<body>{nav}{article}<footer>About us</footer></body></html>"


def test_a_page_gives_headline_article_and_what_its_metadata_says(
    tmp_path: Path, take: Any, paragraphs: tuple[str, ...]
) -> None:
    (tmp_path / "saved.txt").write_text(page(paragraphs))
    report = take(tmp_path / "saved.txt").report
    assert report.text == "\n\n".join(("Town taken", *paragraphs))
    assert report.headline == (0, 10)
    assert (report.title, report.publisher, report.author) == ("Town taken", "Daily Example", "Jane Doe")
    assert (report.url, report.language, report.media_type) == (
        "https://news.example.org/town-taken",
        "en",
        "text/html",
    )
    assert report.published is not None
    assert (report.published.day.isoformat(), report.published.basis) == ("2012-12-03", "metadata")
    assert report.published.words == "2012-12-03T22:10:00+01:00"


@pytest.mark.parametrize(
    ("statement", "day"),
    [
        ('<meta name="DC.date.issued" content="2012-12-03">', "2012-12-03"),
        ('<meta content="2012-12-03" itemprop="datePublished">', "2012-12-03"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2012-12-03"}]}</script>',
            "2012-12-03",
        ),
        ('<script type="application/ld+json">[{"datePublished": "2012-12-03T01:00Z"}]</script>', "2012-12-03"),
        ('<script type="application/ld+json">{broken</script><time datetime="2012-12-03">', "2012-12-03"),
        ('<time datetime="2012-12-03">a</time><time datetime="2011-12-03">b</time>', None),
        ('<meta name="date" content="03/04/2012">', None),
        ('<meta name="date" content="2012-13-45">', None),
        ("", None),
    ],
)
def test_the_day_of_a_page_is_read_from_its_metadata_or_not_at_all(
    statement: str, day: str | None, tmp_path: Path, take: Any, paragraphs: tuple[str, ...]
) -> None:
    head = f"<!DOCTYPE html><html><head><title>Town taken</title>{statement}</head>"
    (tmp_path / "a.html").write_text(page(paragraphs, head))
    published = take(tmp_path / "a.html").report.published
    assert (published.day.isoformat() if published else None) == day


def test_furniture_inside_the_article_is_marked(tmp_path: Path, take: Any, paragraphs: tuple[str, ...]) -> None:
    (tmp_path / "a.html").write_text(
        page((paragraphs[0], "Read more: Town without water", *paragraphs[1:]), before="<p>By Jane Doe</p>")
    )
    report = take(tmp_path / "a.html").report
    assert [report.text[item.start : item.end] for item in report.furniture] == [
        "By Jane Doe",
        "Read more: Town without water",
    ]


def test_the_declared_encoding_of_a_page_is_followed(tmp_path: Path, take: Any) -> None:
    words = "Повстанцы заняли город в понедельник, сообщили жители. Армия отступила в казармы на южной дороге."
    head = '<html><head><meta charset="windows-1251"><title>Город</title></head>'
    markup = f"{head}<body><p>{words}</p><p>{words}</p></body></html>"
    (tmp_path / "a.html").write_bytes(markup.encode("cp1251"))
    assert words in take(tmp_path / "a.html").report.text


@pytest.mark.parametrize("body", ["", "<p></p>", "<script>var a = 'no words of a report, only of a program';</script>"])
def test_a_page_without_an_article_is_skipped(body: str, tmp_path: Path, take: Any) -> None:
    (tmp_path / "a.html").write_text(f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>")
    assert "no article text" in take(tmp_path / "a.html").reason


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<div>" * 100_000 + "words", "nests its elements"),
        ("<html><body>" + "<b><i>" * 50_000, "nests its elements"),
        ("<html><body>" + "<p>a</p>" * 200_000, "tags"),
        ("<html><body><p>" + "a " * 6_000_000, "characters"),
        ("<html><body><p " + "".join(f"a{number} " for number in range(2_000)) + ">words", "attributes"),
        ("<html><body>" + "<script type='application/ld+json'>" * 20_000, "no article text"),
    ],
)
def test_a_page_made_to_do_harm_is_skipped(markup: str, reason: str, tmp_path: Path, take: Any) -> None:
    (tmp_path / "a.html").write_text("<!DOCTYPE html>" + markup)
    assert reason in take(tmp_path / "a.html").reason


def test_fifty_megabytes_of_nothing_are_skipped_for_their_size(tmp_path: Path, take: Any) -> None:
    (tmp_path / "a.html").write_bytes(b"<!DOCTYPE html>" + b" " * 50_000_000)
    assert "more than the limit" in take(tmp_path / "a.html").reason


def test_a_large_flat_page_within_the_bounds_is_read(tmp_path: Path, take: Any, paragraphs: tuple[str, ...]) -> None:
    (tmp_path / "a.html").write_text(page(paragraphs * 300))
    assert take(tmp_path / "a.html").report.text.count("market town") == 300


def test_unclosed_and_stray_tags_do_not_stop_the_reading(
    tmp_path: Path, take: Any, paragraphs: tuple[str, ...]
) -> None:
    (tmp_path / "a.html").write_text(
        "<!DOCTYPE html><html><body></div></div><p>" + "<p>".join(paragraphs) + "<table><tr><td><b>"
    )
    assert paragraphs[1] in take(tmp_path / "a.html").report.text
