from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dateline import Reader
from dateline.errors import DataFileError
from dateline.ontology.claim_types import Pattern
from dateline.ontology.load import load_ontology
from dateline.ontology.petrarch_patterns import DictionaryPatterns, dictionary_patterns
from dateline.ontology.petrarch_verbs import read_verb_dictionary

Convert = Callable[[str], DictionaryPatterns]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own.txt"


@pytest.fixture
def convert(path: Path) -> Convert:
    def call(lines: str) -> DictionaryPatterns:
        path.write_text(f"&PLACE\n+BARN\n+SHEDS\n+GRAIN_STORE\n\n--- GRAB [171] ---\nGRAB\n{lines}\n", encoding="utf-8")
        return dictionary_patterns(read_verb_dictionary(path))

    return call


def asked(made: DictionaryPatterns) -> list[Mapping[str, frozenset[str]]]:
    """What the patterns but the verb's own ask for, each once."""
    needs = [dict(pattern.needs) for pattern in made.patterns[:-1]]
    return [one for number, one in enumerate(needs) if one not in needs[:number]]


@pytest.mark.parametrize(
    ("line", "needs"),
    [
        ("- * HOSTAGES [181]", [{"obj": {"hostages", "hostage"}}]),
        ("- * PARTIES [171]", [{"obj": {"parties", "party"}}]),
        ("- * &PLACE [171]", [{"obj": {"barn", "sheds", "shed"}}]),
        ("- MILITIA * [190]", [{"subj": {"militia"}}]),
        ("- $ * (WITH KNIFE) [182]", [{"prep:with": {"knife"}}, {"obj>prep:with": {"knife"}}]),
        ("- * IN PRISON [173]", [{"prep:in": {"prison"}}, {"obj>prep:in": {"prison"}}]),
        (
            "- * {PEACE TALKS} [046]",
            [
                {"obj": {"talks", "talk"}, "obj>compound": {"peace"}},
                {"obj": {"talks", "talk"}, "obj>amod": {"peace"}},
            ],
        ),
        (
            "- * PEACE_TALKS [046]",
            [
                {"obj": {"talks", "talk"}, "obj>compound": {"peace"}},
                {"obj": {"talks", "talk"}, "obj>amod": {"peace"}},
            ],
        ),
        ("- * {IN PRISON} [173]", [{"prep:in": {"prison"}}, {"obj>prep:in": {"prison"}}]),
        ("- * (ASIDE QUARREL) [050]", [{"obj": {"quarrel"}}]),
        ("- WILL * BARN [138]", [{"aux": {"will"}, "obj": {"barn"}}]),
        ("- * (FOR ^) [050]", [{"prep:for": {"*"}}, {"obj>prep:for": {"*"}}]),
        (
            "- * (TO FREE) [084]",
            [{"prep:to": {"free"}}, {"obj>prep:to": {"free"}}, {"complement": {"free"}}],
        ),
    ],
)
def test_the_words_of_a_pattern_become_conditions_on_slots(
    convert: Convert, line: str, needs: list[dict[str, set[str]]]
) -> None:
    assert asked(convert(line)) == needs


@pytest.mark.parametrize(
    ("line", "subject", "target"),
    [
        ("- * + [190]", ("subj",), ("obj",)),
        ("- * ON + [190]", ("subj",), ("prep:on", "obj>prep:on")),
        ("- * (AGAINST +) [190]", ("subj",), ("prep:against", "obj>prep:against")),
        ("- + * BY $ [190]", ("subj", "obj>prep:by"), ("obj",)),
        ("- * + AID [070]", ("subj",), ("iobj", "prep:to", "prep:for")),
    ],
)
def test_source_and_target_stand_where_the_pattern_marks_them(
    convert: Convert, line: str, subject: tuple[str, ...], target: tuple[str, ...]
) -> None:
    first = convert(line).patterns[0]
    assert (first.subject, first.object) == (subject, target)
    assert first.passive is (True if line.startswith("- + *") else None)


def test_a_code_for_the_way_back_alone_turns_source_and_target_round(convert: Convert) -> None:
    first = convert("- * (BEFORE COURT) [:173]").patterns[0]
    assert (first.type, first.mode, first.subject, first.object) == ("COERCE", "arrest", ("obj",), ("subj",))


def test_words_in_the_object_leave_the_target_beside_it_or_none(convert: Convert) -> None:
    with_target, without, _ = convert("- * WEAPONS [171]").patterns
    assert "object" in with_target.required
    assert "prep:with" in with_target.object
    assert without.object == ()


def test_verbs_of_several_words_ask_for_their_particle_or_phrase(path: Path) -> None:
    path.write_text("--- X [190] ---\n+BREAK_OFF\n+FORAY_INTO\nRE_+TAKE\nWORD_+LAST\n", encoding="utf-8")
    made = dictionary_patterns(read_verb_dictionary(path))
    by_lemma: dict[str, Pattern] = {pattern.lemma: pattern for pattern in made.patterns}
    assert by_lemma["break"].particle == {"off"}
    assert "obj>prep:into" in by_lemma["foray"].needs
    assert by_lemma["retake"].needs == {}
    assert [(one.line, one.words) for one in made.not_expressed] == [(5, "WORD_+LAST")]


def test_a_pattern_without_a_code_keeps_the_verbs_own_from_counting(convert: Convert) -> None:
    made = convert("- * CHANCE [---]\n- DOG * [---]")
    assert [dict(pattern.unless) for pattern in made.patterns] == [{"obj": {"chance"}, "subj": {"dog"}}]
    assert made.lines_run == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- % * PACT [057]", "%, both sides in one phrase"),
        ("- * NOT BARN [190]", "a word of denial"),
        ("- (IN BARN) * [190]", "a phrase with a preposition before the verb"),
        ("- DOG CAT * [190]", "several phrases before the verb"),
        ("- * BARN SHED [190]", "several phrases after the verb without a preposition"),
        ("- * $ BARN [190]", "$ after the verb without BY"),
        ("- * + ON + [190]", "two targets"),
        ("- * &NOWHERE [190]", "the set &NOWHERE, which the file does not hold"),
        ("- * {A B C D E} [190]", "more than two words before a noun"),
        ("- * (ON BARN) (ON SHED) [190]", "two words for one place"),
        ("- * (IN BARN [190]", "brackets that do not close"),
        ("- DOG * BARN [---]", "no event for several conditions at once"),
    ],
)
def test_what_the_engine_cannot_ask_is_told_with_its_line_and_reason(convert: Convert, line: str, reason: str) -> None:
    made = convert(line)
    (told,) = made.not_expressed
    assert (told.line, made.lines_run) == (8, 0)
    assert reason in told.reason
    assert len(made.patterns) == 1


def test_codes_without_an_event_in_plover_are_understood_and_told_apart(convert: Convert) -> None:
    made = convert("- * MICROPHONE [010]\n- * BARN [023]")
    assert [one.reason for one in made.without_event] == [
        "PLOVER has no type for public statements",
        "PLOVER has no type for appeals",
    ]
    assert made.lines_run == 2
    assert made.not_expressed == []


def test_a_code_that_cameo_does_not_have_is_refused_with_its_line(convert: Convert) -> None:
    with pytest.raises(DataFileError, match=r"own.txt: line 8: CAMEO has no events 99: they begin with 01 to 20"):
        convert("- * BARN [990]")


def test_a_dictionary_runs_beside_the_shipped_words(path: Path) -> None:
    path.write_text(
        "--- RUSTLE [171] ---\nRUSTLE\nPOACH [---]\n- * {GRAIN STORE} [1712]\n- * RUMOUR [---]\n", encoding="utf-8"
    )
    reader = Reader(ontology=[path])
    reading = reader.read("Gunmen rustled two hundred camels. The army rustled a rumour. Soldiers shot a farmer.")
    assert [(claim.type, claim.mode) for claim in reading.claims] == [("COERCE", "seize"), ("ASSAULT", "firearms")]
    assert reading.claims[0].codes[1].words == "171"
    assert "so says own.txt, line 2." in reading.claims[0].reason
    assert ", ontology " in reading.reader


def test_a_dictionarys_patterns_come_before_shipped_ones_that_ask_no_more(path: Path) -> None:
    path.write_text("--- CONDEMN [120] ---\nCONDEMN\n", encoding="utf-8")
    patterns = load_ontology(path).triggers["condemn"]
    assert patterns[0].specificity == patterns[1].specificity or patterns[0].origin == ""
    assert any(pattern.origin == "own.txt, line 2" for pattern in patterns)
