import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import BadArgument
from dateline.store.search_query import MOST, Term, folded, for_fts5, for_tsquery, read_query


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("convoy", [Term(words=("convoy",))]),
        ("  Kélé   GAO ", [Term(words=("kele",)), Term(words=("gao",))]),
        ('"Northern Front" raid', [Term(words=("northern", "front")), Term(words=("raid",))]),
        ("“Northern Front”", [Term(words=("northern", "front"))]),
        ("explos*", [Term(words=("explos",), begins=True)]),
        ('"northern fr"*', [Term(words=("northern", "fr"), begins=True)]),
        ("car-bomb", [Term(words=("car", "bomb"))]),
        ("Sana’a’s", [Term(words=("sanaa",))]),
        ("convoy -ambush", [Term(words=("convoy",)), Term(words=("ambush",), excluded=True)]),
        ('a -"b c"', [Term(words=("a",)), Term(words=("b", "c"), excluded=True)]),
        ("a -d*", [Term(words=("a",)), Term(words=("d",), begins=True, excluded=True)]),
    ],
)  # fmt: skip
def test_a_search_is_read_into_terms(text: str, terms: list[Term]) -> None:
    assert read_query(text) == tuple(terms)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "give a word that must be there"),
        ("-ambush", "give a word that must be there"),
        ("...", "'...' holds no word to look for"),
        ('convoy ""', "holds no word to look for"),
        ("convoy -", "'-' holds no word to look for"),
        ("*", "holds no word to look for"),
        ("ex*los", "a * stands where no word ends"),
        ('"ex* los"', "a * stands where no word ends"),
        ('"northern front', "a quotation mark has no other"),
        ('"northern"front', "put a space before and after"),
        ('north"ern front"', "put a space before and after"),
        (" ".join(["word"] * (MOST + 1)), "more than 50 words"),
    ],
)
def test_what_cannot_be_meant_is_told_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(BadArgument) as refused:
        read_query(text)
    assert words in str(refused.value)


def test_each_database_gets_the_terms_in_its_own_words() -> None:
    terms = read_query('"northern front" raid* -gao -"first army"')
    assert for_fts5(terms) == '("northern front" AND "raid" *) NOT ("gao" OR "first army")'
    assert for_tsquery(terms) == "'northern' & 'front' & 'raid':* & !'gao'"


@given(st.text(), st.booleans())
def test_a_term_fits_where_its_words_stand(text: str, begins: bool) -> None:
    words = folded(text)
    for start in range(len(words)):
        assert Term(words=tuple(words[start : start + 2]), begins=begins).fits(words, start)
