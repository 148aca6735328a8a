"""Say from its first bytes what a file is. The suffix only breaks ties between kinds of text."""

import re

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file; save it as .docx"),
    (b"{\\rtf", "a rich text file; save it as .docx or plain text"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it first"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\x1aE\xdf\xa3", "a video file"),
)
"""First bytes of files that hold no report we can read, and what to call them."""

_WARC = re.compile(rb"WARC/\d")
_FEED = re.compile(
    r"(?is)\A\s*(?:<\?xml.{0,500}?>)?(?:\s|<!--.{0,2000}?-->|<\?.{0,300}?\?>|<!DOCTYPE\s+rss[^>]{0,300}>)*<(?:rss|feed|rdf:RDF)[\s>]"
)
_PAGE = re.compile(r"(?is)\A\s*(?:<\?xml.{0,500}?>)?(?:\s|<!--.{0,5000}?-->)*<(?:!doctype\s+html|html|head|body)[\s>]")
_TAG = re.compile(
    r"(?i)</?(?:p|div|span|br|h[1-6]|table|tr|td|a|article|section|meta|script|ul|li|title|head|body|b|i)(?:\s[^<>]{0,500})?/?>"
)
_XML = re.compile(r"(?s)\A\s*<\?xml")


def sniff_bytes(raw: bytes, name: str) -> str:
    """A media type, ``text`` when only the text itself can tell, or ``not: ...`` for what holds no report.

    ``name`` is a file name or url, used for web archives in gzip.
    """
    if b"%PDF-" in raw[:1024]:
        return "application/pdf"
    if _WARC.match(raw) or name.lower().endswith((".warc", ".warc.gz")):
        return "application/warc"
    if raw.startswith(b"PK\x03\x04"):
        return _zip_kind(raw)
    if raw[4:8] == b"ftyp":
        return "not: a video file"
    for magic, words in MAGIC:
        if raw.startswith(magic):
            return f"not: {words}"
    return "text"


def _zip_kind(raw: bytes) -> str:
    if b"word/document.xml" in raw:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    if b"[Content_Types].xml" in raw:
        return "not: an Excel or PowerPoint file; save what is to be read as .docx, .csv or plain text"
    if b"opendocument.text" in raw[:200]:
        return "not: an OpenDocument text; save it as .docx or plain text"
    return "not: a zip archive; unpack it first"


def sniff_text(text: str, name: str) -> str:
    """The media type of a text: feed, web page, JSON, JSON lines, CSV, or plain."""
    if _FEED.match(text[:10_000]):
        return "application/feed+xml"
    if _PAGE.match(text[:10_000]):
        return "text/html"
    head = text[:20_000].lstrip()
    if re.match(r'\{\s*["}]', head):
        return "application/x-ndjson" if _is_json_lines(head, name) else _json_or_plain(head, name)
    if re.match(r"\[\s*[{\]]", head):
        return "application/json"
    if len(_TAG.findall(head)) >= 3 and head.startswith("<"):
        return "text/html"
    suffix = _suffix(name)
    if suffix in (".htm", ".html", ".xhtml") and _TAG.search(head):
        return "text/html"
    if suffix in (".jsonl", ".ndjson"):
        return "application/x-ndjson"
    if suffix == ".json":
        return "application/json"
    if suffix == ".tsv":
        return "text/tab-separated-values"
    if suffix == ".csv" or _is_csv_head(text):
        return "text/csv"
    return "text/xml" if _XML.match(head) else "text/plain"


def _suffix(name: str) -> str:
    match = re.search(r"\.[a-z]{2,6}$", name.lower().split("?")[0])
    return match.group() if match else ""


def _is_json_lines(head: str, name: str) -> bool:
    first, _, rest = head.partition("\n")
    if not first.rstrip().endswith("}"):
        return _suffix(name) in (".jsonl", ".ndjson")
    return _suffix(name) != ".json" or rest.lstrip().startswith("{")


def _json_or_plain(head: str, name: str) -> str:
    return (
        "application/json" if _suffix(name) == ".json" or re.match(r'\{\s*"[^"\n]{1,60}"\s*:', head) else "text/plain"
    )


def _is_csv_head(text: str) -> bool:
    """Whether the first line is a row of short column names of which one is sure to hold the text."""
    first = text.split("\n", 1)[0].strip()
    for separator in (",", ";", "\t"):
        names = [cell.strip().strip('"').lower() for cell in first.split(separator)]
        if len(names) >= 2 and all(re.fullmatch(r"[\w -]{1,40}", cell) for cell in names):
            return bool({"text", "body", "content", "article"} & set(names)) and "\n" in text
    return False
