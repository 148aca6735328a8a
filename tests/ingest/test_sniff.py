import pytest

from dateline.ingest.sniff import MAGIC, sniff_bytes, sniff_text


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\n\n%PDF-1.4\n", "application/pdf"),
        (b"WARC/1.0\r\n", "application/warc"),
        (b"PK\x03\x04 xl/workbook.xml [Content_Types].xml", "not: an Excel or PowerPoint file"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "not: an OpenDocument text"),
        (b"PK\x03\x04 photos/1.jpg", "not: a zip archive"),
        (b"\x00\x00\x00\x20ftypisom", "not: a video file"),
        (b"Plain words", "text"),
        (b"MZ is the zone's name, he said", "text"),
    ],
)
def test_the_kind_is_told_from_the_bytes_whatever_the_name(raw: bytes, kind: str) -> None:
    assert sniff_bytes(raw, "report.txt").startswith(kind)


@pytest.mark.parametrize("magic", MAGIC, ids=lambda magic: magic[1][:30])
def test_what_is_no_text_is_called_by_its_name(magic: tuple[bytes, str]) -> None:
    assert sniff_bytes(magic[0] + b"\x01\x02 more", "report.txt") == f"not: {magic[1]}"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<!DOCTYPE html><p>x", "a.txt", "text/html"),
        ("\n<!-- c --><html lang=en>", "a.txt", "text/html"),
        ("<div><p>One</p><p>Two</p></div>", "a", "text/html"),
        ('<?xml version="1.0"?><rss version="2.0">', "a.html", "application/feed+xml"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "a", "application/feed+xml"),
        ('<?xml version="1.0"?><note>', "a.xml", "text/xml"),
        ('{"text": "a"}\n{"text": "b"}\n', "a.txt", "application/x-ndjson"),
        ('{"text": "a"}\n', "a.json", "application/json"),
        ('{\n "text": "a"\n}', "a", "application/json"),
        ('[{"text": "a"}]', "a.txt", "application/json"),
        ("title,text\nA,B\n", "a.txt", "text/csv"),
        ("a,b\nA,B\n", "a.csv", "text/csv"),
        ("a\tb\n", "a.tsv", "text/tab-separated-values"),
        ("[TEXT] Soldiers left the camp.", "a.txt", "text/plain"),
        ("{The council agreed today to a truce.}", "a.txt", "text/plain"),
        ("He wrote <b>no</b>, she said.", "a.txt", "text/plain"),
        ("The text, he said, is long.\nIt is.", "a.txt", "text/plain"),
        ("Soldiers left the camp.", "a.html", "text/plain"),
    ],
)
def test_the_suffix_only_breaks_ties_between_kinds_of_text(text: str, name: str, kind: str) -> None:
    assert sniff_text(text, name) == kind
