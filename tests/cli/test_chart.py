import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_a_chart_shows_units_leaders_and_their_basis_on_the_day(read_record: Path, dateline: Run) -> None:
    ended = dateline("chart", "Salt Front", "--as-of", "2012-11-21")
    words = " ".join(ended.out.replace("│", " ").split())
    assert words.startswith("Salt Front led by Idriss Kallon (leader) · certain on 2012-11-21")
    assert "└─ Reed Brigade · certain on 2012-11-21" in words
    assert "led by Moussa Baro" in words
    assert ended.last == "as of 2012-11-21: 1 unit under Salt Front, 2 leaders"


def test_the_dead_lead_nobody_and_what_split_off_is_marked(read_record: Path, dateline: Run) -> None:
    out = dateline("chart", "Salt Front", "--as-of", "2013-06-01").out
    assert "Kallon" not in out
    assert "└─ SPLIT OFF: Reed Brigade" in out


def test_two_that_are_each_under_the_other_end_the_branch_with_words(read_record: Path, dateline: Run) -> None:
    ended = dateline("chart", "aqim", "--as-of", "2013-07-01")
    words = " ".join(ended.out.replace("│", " ").split())
    assert "[stands above already: each is said to be under the other]" in words
    assert "Reed Brigade (allegiance) · presumed on 2013-07-01, last confirmed on 2013-05-14" in words


def test_the_json_of_a_chart_nests_units(read_record: Path, dateline: Run) -> None:
    tree = json.loads(dateline("chart", "Salt Front", "--as-of", "2012-11-21", "--json").out)
    assert (tree["as_of"], tree["name"], tree["relation"]) == ("2012-11-21", "Salt Front", None)
    (unit,) = tree["units"]
    assert (unit["name"], unit["relation"]["holds"], unit["repeats"]) == ("Reed Brigade", "certain", "no")
    assert tree["leaders"][0]["last_confirmed"] == "2012-11-21"


def test_a_chart_of_a_name_that_several_bear_lists_them(read_record: Path, dateline: Run) -> None:
    ended = dateline("chart", "Issa Traoré")
    assert ended.status == 4
    assert "give the id of one, as in `dateline chart a" in ended.last


def test_a_chart_without_a_day_is_of_today(read_record: Path, dateline: Run) -> None:
    ended = dateline("chart", "Reed Brigade")
    assert ended.status == 0
    assert "presumed on" in ended.out
