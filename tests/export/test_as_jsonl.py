import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.as_jsonl import write_jsonl

Values = st.dictionaries(st.text(), st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text())))


@given(st.lists(Values, max_size=5))
def test_each_record_is_one_line_and_comes_back_whole(records: list[dict[str, Any]]) -> None:
    out = io.StringIO(newline="")
    assert write_jsonl(records, out) == len(records)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == records


def test_letters_stay_readable() -> None:
    out = io.StringIO()
    write_jsonl([{"subject": "Kélé"}], out)
    assert out.getvalue() == '{"subject": "Kélé"}\n'
