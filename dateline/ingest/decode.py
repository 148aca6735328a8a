"""Bytes to text: byte order marks, declared encodings, UTF-8, guesses, and repair of mixed encodings."""

import codecs
import re
from dataclasses import dataclass, replace

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
"""Bytes looked at when guessing."""
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(
    rb"""(?i)<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
)


class NotText(Exception):  # noqa: N818 - a finding about the bytes, turned into ReportSkipped where the item is known
    """The bytes are no text in any encoding we can find. The message says what was seen."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and what a person should know of that."""

    as_sent: str
    """Without a byte order mark, line ends as they came."""
    encoding: str
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """With line ends as ``\\n``."""
        return self.as_sent.replace("\r\n", "\n").replace("\r", "\n")


def decode(raw: bytes, *, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """The text of some bytes.

    ``encoding`` is the user's word and is followed; ``declared`` (by a server) is tried first. Raises NotText.
    """
    decoded = _as_told(raw, encoding) if encoding else _as_found(raw, declared)
    if _looks_binary(decoded.as_sent):
        raise NotText("it holds control characters that no text has; it looks like a binary file")
    return replace(decoded, as_sent=decoded.as_sent.removeprefix("\ufeff"))


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that an HTML or XML text names at its beginning, or None."""
    match = _DECLARED.search(raw[:4096])
    return (match[1] or match[2]).decode("ascii") if match else None


def _as_told(raw: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        try:
            return Decoded(raw.decode(name), name)
        except UnicodeDecodeError:
            note = f"some bytes are not {name} and were replaced by \ufffd"
            return Decoded(raw.decode(name, "replace"), name, (note,))
    except (LookupError, ValueError) as error:
        raise NotText(f"no encoding is called {encoding!r}; name one such as utf-8, cp1252 or gbk") from error


def _as_found(raw: bytes, declared: str | None) -> Decoded:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _as_told(raw, name)
    if utf16 := _utf16_without_mark(raw):
        return Decoded(raw.decode(utf16, "replace"), utf16, (f"read as {utf16.upper()}, which it does not say",))
    if b"\x00" in raw[:_SAMPLE]:
        raise NotText("it holds zero bytes; it looks like a binary file")
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(raw, declared)


def _not_utf8(raw: bytes, declared: str | None) -> Decoded:
    if declared and (found := _as_declared(raw, declared)):
        return found
    if _is_mixed(raw):
        return _repair_mixed(raw)
    if _is_western(raw):
        return Decoded(_cp1252(raw), "cp1252", ("read as Windows-1252, the likeliest encoding; it is not UTF-8",))
    return _guess(raw)


def _as_declared(raw: bytes, declared: str) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name
        text = raw.decode(name)
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "ascii"):
        # Browsers read these two as Windows-1252 (WHATWG Encoding Standard), and so do the pages that say them.
        return Decoded(_cp1252(raw), "cp1252")
    return Decoded(text, name)


def _guess(raw: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        raise NotText("its bytes fit no known encoding; it looks like a binary file")
    text = raw.decode(best.encoding, "replace")
    return Decoded(text, best.encoding, (f"read as {best.encoding}, a guess; it is not UTF-8",))


def _utf16_without_mark(raw: bytes) -> str | None:
    """``utf-16-le`` or ``-be`` when every other byte of most is zero, as in Latin letters."""
    sample = raw[:4096]
    if len(sample) < 8 or len(raw) % 2:
        return None
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else None


def _is_mixed(raw: bytes) -> bool:
    """Whether these are UTF-8 with single bytes of Windows-1252 in them, as when two texts were pasted together.

    True when some bytes form UTF-8 sequences and most of the others stand alone between ASCII characters.
    """
    rest = _UTF8_SEQUENCE.sub(b"", raw)
    if len(rest) == len(raw):
        return False
    runs = _HIGH_RUN.findall(rest)
    return sum(len(run) == 1 for run in runs) >= 0.8 * len(runs)


def _repair_mixed(raw: bytes) -> Decoded:
    text = raw.decode("utf-8", _REPAIR)
    repaired = sum(map(len, _HIGH_RUN.findall(_UTF8_SEQUENCE.sub(b"", raw))))
    return Decoded(text, "utf-8", (f"{repaired} bytes were not UTF-8 and were read as Windows-1252",))


def _is_western(raw: bytes) -> bool:
    """Whether the bytes above ASCII are few and stand in short runs: accents and quote marks among Latin letters."""
    runs = _HIGH_RUN.findall(raw[:_SAMPLE])
    high = sum(map(len, runs))
    letters = sum(character in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" for character in raw[:_SAMPLE])
    return letters > 0 and high < 0.25 * letters and max(map(len, runs), default=0) <= 3


def _cp1252(raw: bytes) -> str:
    """Windows-1252, with its five unused bytes read as in Latin-1."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        unused = dict.fromkeys(b"\x81\x8d\x8f\x90\x9d")
        return "".join(bytes([byte]).decode("latin-1" if byte in unused else "cp1252") for byte in raw)


def _cp1252_instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _cp1252(error.object[error.start : error.end]), error.end


_REPAIR = "dateline.cp1252"
codecs.register_error(_REPAIR, _cp1252_instead)


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > max(2, 0.01 * len(sample))
