from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataFileError
from dateline.knowledge.load import COLUMNS
from dateline.knowledge.lookup import KnownActors, known_actors, read_actors
from dateline.knowledge.spelling import name_key


def keys(text: str, *, any_case: bool = False) -> list[str]:
    return [actor.key for actor in known_actors().lookup(text.split(), any_case=any_case)]


def found(text: str) -> list[tuple[str, list[str]]]:
    words = text.split()
    return [
        (" ".join(words[each.start : each.end]), [actor.key for actor in each.actors])
        for each in known_actors().scan(words)
    ]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("al-Qaeda in the Islamic Maghreb", "aqim"),
        ("Al - Qa'ida in the Islamic Maghreb", "aqim"),
        ("AQMI", "aqim"),
        ("Hizbullah", "hezbollah"),
        ("Farabundo Martí National Liberation Front", "fmln"),
        ("Sendero Luminoso", "shining-path"),
        ("U.N.", "un"),
        ("Ushtria Clirimtare e Kosoves", "kla"),
        ("the Guardian", "guardian"),
        ("Rwandese Patriotic Front", "rpf"),
        ("Jaish - e - Muhammad", "jaish-e-mohammed"),
        ("People 's Mujahedin of Iran", "mek"),
        ("Lord ’s Resistance Army", "lra"),
        ("M-19", "m-19"),
        ("UNIFIL", "unifil"),
        ("Ndrangheta", "ndrangheta"),
    ],
)
def test_lookup_knows_aliases_transliterations_and_tokens_cut_either_way(words: str, key: str) -> None:
    assert keys(words) == [key]


def test_a_name_is_no_name_without_capitals_unless_the_text_has_none() -> None:
    assert keys("security council") == []
    assert keys("security council", any_case=True) == ["unsc"]


def test_short_acronyms_count_in_capitals_only_and_longer_ones_with_the_first() -> None:
    assert keys("IRA") == ["pira"]
    assert keys("Ira") == []
    assert keys("Farc") == ["farc"]
    assert keys("farc") == []
    assert keys("LeT") == ["lashkar-e-taiba"]
    assert keys("Let") == []


def test_a_name_of_two_words_begins_with_a_capital() -> None:
    assert keys("State Department") == ["us-state-department"]
    assert keys("state Department") == []
    assert keys("al - Jazeera") == ["al-jazeera"]
    assert keys("bin Laden") == ["osama-bin-laden"]


def test_scan_takes_the_longest_name_and_no_overlap() -> None:
    text = "Fighters of Palestinian Islamic Jihad and of the Popular Front for the Liberation of Palestine left"
    assert found(text) == [
        ("Palestinian Islamic Jihad", ["pij"]),
        ("Popular Front for the Liberation of Palestine", ["pflp"]),
    ]


def test_scan_does_not_read_a_name_across_a_comma_or_full_stop() -> None:
    assert found("They met the United Nations . Security Council members left") == [
        ("United Nations", ["un"]),
        ("Security Council", ["unsc"]),
    ]
    assert found("The Popular , Front for the Liberation , of Palestine") == [("Liberation", ["liberation-paper"])]


def test_scan_gives_all_bearers_of_a_shared_name_and_asks_for_support() -> None:
    (each,) = known_actors().scan(["the", "ELN", "said"])
    assert [actor.key for actor in each.actors] == ["eln-colombia"]
    assert each.needs_support
    (each,) = known_actors().scan(["the", "AFP", "said"])
    assert {actor.key for actor in each.actors} == {"afp", "afp-philippines", "afp-australia"}
    assert each.needs_support
    (each,) = known_actors().scan(["Al", "Shabaab", "said"])
    assert not each.needs_support


def test_ancestors_lead_from_a_part_to_the_whole() -> None:
    known = known_actors()
    assert [actor.key for actor in known.ancestors(known.by_key["qassam-brigades"])] == ["hamas"]
    assert [actor.key for actor in known.ancestors(known.by_key["tarik-ibn-ziyad"])] == ["aqim", "al-qaeda"]


def test_two_actors_may_share_only_names_that_both_call_ambiguous(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    rows = ["hill,Hill Army,HLA,HLA,armed_group,,,,,,REB", "low,Lowland Army,HLA,,military,,,,,,MIL"]
    path.write_text("\n".join([",".join(COLUMNS), *rows]), encoding="utf-8")
    with pytest.raises(DataFileError, match=r"line 3, column ambiguous: 'hla' is also a name of hill"):
        read_actors([path])


def test_an_alias_of_marks_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{','.join(COLUMNS)}\nhill,Hill Army,-,,armed_group,,,,,,REB\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="holds no letter or digit"):
        read_actors([path])


def test_every_name_in_the_files_finds_its_actor() -> None:
    known = known_actors()
    lost = [
        (actor.key, name)
        for actor in known.by_key.values()
        for name in actor.names
        if actor not in known.lookup(name.split(), any_case=not any(c.isupper() for c in name))
    ]
    assert lost == []


def test_no_actor_lists_one_name_twice_in_two_spellings() -> None:
    repeated = [
        actor.key
        for actor in known_actors().by_key.values()
        if len({name_key(name) for name in actor.names}) < len(actor.names)
    ]
    assert repeated == []


def test_names_that_are_common_words_need_support() -> None:
    words = ["ARENA", "ARSA", "MEND", "Fact", "FACT", "Model", "Site", "Care", "Plan", "Fano", "Dawn", "Wagner"]
    unsure = {word for word in words for each in known_actors().scan([word]) if each.needs_support}
    assert unsure == set(words) - {"ARSA"}


@given(st.lists(st.text(max_size=12), max_size=12))
def test_scan_takes_any_tokens_and_keeps_its_spans_in_order(words: list[str]) -> None:
    spans = [(each.start, each.end) for each in known_actors().scan(words)]
    bounds = [bound for span in spans for bound in span]
    assert bounds == sorted(bounds)
    assert all(0 <= start < end <= len(words) for start, end in spans)


def test_an_empty_set_of_actors_finds_nothing() -> None:
    assert KnownActors([]).scan(["Hamas"]) == ()
    assert len(KnownActors([])) == 0
