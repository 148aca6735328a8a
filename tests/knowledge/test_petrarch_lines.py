from datetime import date

import pytest

from dateline.knowledge.petrarch_lines import DatedCode, split_codes, without_comments


def test_comments_of_every_kind_are_left_out_and_lines_keep_their_numbers() -> None:
    lines = ["# head", "HILL_ [MLIREB] ; note", "<!-- one", "two --> LAKE_", "", "  +POND_ <!-- in --> # tail"]
    assert list(without_comments(enumerate(lines, 1))) == [(2, "HILL_ [MLIREB]"), (4, "LAKE_"), (6, "+POND_")]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("HILL_ [MLIREB]", [DatedCode("MLIREB")]),
        ("HILL_[MLIREB <840131]", [DatedCode("MLIREB", None, date(1984, 1, 31))]),
        ("HILL_ [MLIREB > 20010203 ]", [DatedCode("MLIREB", date(2001, 2, 3), None)]),
        ("HILL_ [MLIREB>300101]", [DatedCode("MLIREB", date(2030, 1, 1), None)]),
        ("HILL_ [MLIREB 310101-19840131]", [DatedCode("MLIREB", date(1931, 1, 1), date(1984, 1, 31))]),
        ("HILL_ [MLIREB] {<840131} [MLIMIL]", [DatedCode("MLIREB", None, date(1984, 1, 31)), DatedCode("MLIMIL")]),
        ("HILL_", []),
    ],
)
def test_codes_are_read_with_their_days(line: str, codes: list[DatedCode]) -> None:
    assert split_codes(line) == ("HILL_", tuple(codes))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("HILL_ [MLIREB", "is no code in brackets"),
        ("HILL_ [MLIREB} x", "is no code in brackets"),
        ("HILL_ [MLIREB] tail", "'tail' is no code in brackets"),
        ("HILL_ []", "hold no code"),
        ("HILL_ {<840131}", "before any code"),
        ("HILL_ [MLIREB 84]", "'84' is no limit in time"),
        ("HILL_ [MLIREB 2004017-20061201]", "is no limit in time"),
        ("HILL_ [MLIREB >841301]", "841301 is no day"),
        ("HILL_ [MLIREB >20010229]", "20010229 is no day"),
        ("HILL_ [MLIREB 990101-980101]", "ends before it begins"),
    ],
)
def test_what_is_malformed_is_said(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        split_codes(line)
