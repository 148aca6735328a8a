import contextlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.decode import NotText, declared_encoding, decode

FRENCH = "Le général a dit : « Les rebelles ont quitté la ville » — c’est fini, près du marché."
SAMPLES = {
    "gbk": "叛军周一占领了北部城镇，居民说，军队已经撤退到南方公路上的兵营。政府发言人没有立即回应。",
    "shift_jis": "反政府勢力は月曜日、北部の町を占領したと住民が語った。軍は南の道路沿いの兵舎に撤退した。",
    "cp1251": "Повстанцы заняли город в понедельник, сообщили жители. Армия отступила в казармы на южной дороге.",
    "cp1256": "قال سكان إن المتمردين سيطروا على المدينة يوم الاثنين وانسحب الجيش إلى ثكناته على الطريق الجنوبي.",
    "euc_kr": "반군이 월요일 북부 도시를 점령했다고 주민들이 말했다. 군은 남쪽 도로의 막사로 철수했다.",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_western_text_is_read_in_its_usual_encodings(encoding: str) -> None:
    decoded = decode(FRENCH.encode(encoding))
    assert decoded.text == FRENCH
    assert bool(decoded.notes) == (encoding in ("utf-16-le", "utf-16-be", "cp1252"))


@pytest.mark.parametrize("encoding", SAMPLES)
def test_other_scripts_are_guessed_and_the_guess_is_noted(encoding: str) -> None:
    text = SAMPLES[encoding] * 3
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "a guess" in decoded.notes[0]


@pytest.mark.parametrize("encoding", SAMPLES)
def test_the_users_and_the_servers_encoding_are_followed(encoding: str) -> None:
    raw = SAMPLES[encoding].encode(encoding)
    assert decode(raw, encoding=encoding).text == SAMPLES[encoding]
    assert decode(raw, declared=encoding).text == SAMPLES[encoding]


def test_windows_bytes_inside_utf8_are_repaired_with_a_note() -> None:
    raw = "“We stay” — ".encode() + "the mayor’s naïve “plan”".encode("cp1252")
    decoded = decode(raw)
    assert decoded.text == "“We stay” — the mayor’s naïve “plan”"
    assert decoded.notes == ("4 bytes were not UTF-8 and were read as Windows-1252",)


def test_a_wrong_encoding_of_the_user_leaves_marks_and_a_note() -> None:
    decoded = decode("café".encode("latin-1"), encoding="utf-8")
    assert decoded.text == "caf\ufffd"
    assert "replaced" in decoded.notes[0]


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(NotText, match="no encoding is called 'klingon'"):
        decode(b"x", encoding="klingon")
    assert decode("é".encode(), declared="klingon").text == "é"


def test_a_codec_that_gives_no_text_is_refused() -> None:
    with pytest.raises(NotText, match="no encoding"):
        decode(b"YWJj", encoding="base64")


def test_pages_that_say_latin_1_are_read_as_windows_1252() -> None:
    assert decode("the mayor’s plan".encode("cp1252"), declared="iso-8859-1").text == "the mayor’s plan"


def test_bytes_that_windows_1252_leaves_out_do_not_stop_the_reading() -> None:
    assert decode(b"the mayor\x92s plan \x81 is old").text == "the mayor’s plan \x81 is old"


def test_line_ends_become_newlines_and_the_byte_order_mark_goes() -> None:
    assert decode("\ufeffa\r\nb\rc\n".encode()).text == "a\nb\nc\n"


@pytest.mark.parametrize(
    "raw", [b"\x00\x01\x02\x03" * 50, b"\x7fELF\x02\x01\x01" + b"\x00" * 90, b"\x01\x02\x03\x04\x05\x06" * 40]
)
def test_binary_bytes_are_not_text(raw: bytes) -> None:
    with pytest.raises(NotText, match="binary"):
        decode(raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b'<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"),
        (b'<html><meta charset="gbk">', "gbk"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "Shift_JIS"),
        (b"no encoding here", None),
    ],
)
def test_the_declared_encoding_is_found(raw: bytes, name: str | None) -> None:
    assert declared_encoding(raw) == name


@given(st.binary(max_size=400))
def test_any_bytes_are_either_text_or_not_text(raw: bytes) -> None:
    with contextlib.suppress(NotText):
        assert "\r" not in decode(raw).text


@given(st.text(max_size=200))
def test_utf8_is_never_guessed_away(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    if b"\x00" in raw or text.startswith("\ufeff"):
        return
    try:
        decoded = decode(raw)
    except NotText:
        return
    assert decoded.text == raw.decode().replace("\r\n", "\n").replace("\r", "\n")


def test_random_bytes_are_refused() -> None:
    with pytest.raises(NotText):
        decode(bytes(range(256)) * 20 + os.urandom(64))
