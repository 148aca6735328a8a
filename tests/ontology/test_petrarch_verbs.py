from pathlib import Path

import pytest

from dateline.errors import DataFileError
from dateline.ontology.petrarch_verbs import DictionaryCode, is_verb_dictionary, read_verb_dictionary

DICTIONARY = """\
# A dictionary made up for tests.   <!-- not
- * HAY [190] -->
&LIVESTOCK
+CATTLE
+HERD_
+DAIRY_COW

--- RUSTLE   [171] ---
RUSTLE {RUSTLES RUSTLED RUSTLING}   # somebody, some day
+DRIVE_OFF [1711]
- * &LIVESTOCK    [1711]   # RUSTLE
- PEASANT * (FROM {GRAIN STORE}) [:112]

--- HERD [---] ---
HERD
~ a (a b ATTACK) SAY = a b 015
"""


def write(folder: Path, text: str, name: str = "own.verbs.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_blocks_verbs_patterns_and_synonyms_are_read_with_their_lines(tmp_path: Path) -> None:
    dictionary = read_verb_dictionary(write(tmp_path, DICTIONARY))
    rustle, herd = dictionary.blocks
    assert (rustle.name, rustle.code.forth, herd.code.forth) == ("RUSTLE", "171", None)
    assert [(verb.line, verb.words) for verb in rustle.verbs] == [(9, "RUSTLE"), (10, "+DRIVE_OFF")]
    assert rustle.verbs[0].code is None
    assert rustle.verbs[1].code == DictionaryCode("1711")
    assert [(pattern.line, pattern.before.strip(), pattern.after.strip()) for pattern in rustle.patterns] == [
        (11, "", "&LIVESTOCK"),
        (12, "PEASANT", "(FROM {GRAIN STORE})"),
    ]
    assert rustle.patterns[1].code == DictionaryCode(None, "112")
    assert dictionary.synonyms == {"LIVESTOCK": ["CATTLE", "HERD_", "DAIRY_COW"]}
    assert [line for line, _ in dictionary.transformations] == [16]


def test_in_tabaris_form_each_verb_with_a_code_opens_a_block(tmp_path: Path) -> None:
    path = write(tmp_path, "ABDUCT [181]  ; made up\nHIJACK\n- * BUS [1811]\nPRAISE  [051]\n- * SPEECH [---]\n")
    abduct, praise = read_verb_dictionary(path).blocks
    assert [verb.words for verb in abduct.verbs] == ["ABDUCT", "HIJACK"]
    assert [pattern.words for pattern in praise.patterns] == ["* SPEECH"]


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        (DICTIONARY, "own.txt", True),
        ("ABDUCT [181]\n", "own.verbs", True),
        ("type: ASSAULT\npatterns:\n  - {verb: rustle}\n", "own.txt", False),
        ("--- RUSTLE [171] ---\n", "own.yaml", False),
    ],
)
def test_a_dictionary_is_told_from_its_content(tmp_path: Path, text: str, name: str, is_one: bool) -> None:
    assert is_verb_dictionary(write(tmp_path, text, name)) is is_one


def test_all_malformed_lines_are_named_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, "--- RUSTLE ---\n--- HERD [17x] ---\n--- DRIVE [171] ---\nDRIVE\n- HAY [190]\n=== \n")
    with pytest.raises(DataFileError) as caught:
        read_verb_dictionary(path)
    told = str(caught.value)
    assert "own.verbs.txt: line 1: the block's first line holds no code: write '--- NAME [code] ---'" in told
    assert "line 2: [17x] is no code" in told
    assert "line 5: a pattern holds * for the verb" in told
    assert "line 6: '===' is no verb, pattern or synonym" in told
    assert told.endswith("Mend the lines, or put # before them")


@pytest.mark.parametrize("text", ["", "# nothing\n", "&SET\n+WORD\n"])
def test_a_file_without_verbs_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    with pytest.raises(DataFileError, match=r"holds no verbs .* a line such as '--- SEIZE \[170\] ---'"):
        read_verb_dictionary(write(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"absent.txt: could not be read: .* Check the name"):
        read_verb_dictionary(tmp_path / "absent.txt")


def test_a_dictionary_of_the_time_before_utf8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "old.verbs"
    path.write_bytes("ABDUCT [181] ; José\n".encode("latin-1"))
    assert read_verb_dictionary(path).blocks[0].name == "ABDUCT"
