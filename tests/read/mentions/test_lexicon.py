"""The word lists of ``mentions.yaml`` in use."""

from dateline.languages.load import language_data
from dateline.read.mentions.lexicon import actor_lexicon
from dateline.read.mentions.table import table_of


def test_the_longest_head_counts(parse):
    doc = parse("The aid group left.")
    table = table_of(doc)
    assert actor_lexicon().head(table, table.lower.index("group")).kind == "organisation"


def test_bodies_written_as_one_word_for_all_are_not_plural():
    lexicon = actor_lexicon()
    assert not lexicon.heads["police"].plural
    assert lexicon.heads["militias"].plural
    assert lexicon.heads["gunmen"].number == "people"


def test_no_word_of_the_lists_is_read_as_true_or_false_or_a_number():
    for name, words in language_data("mentions").items():
        assert all(isinstance(word, str) for word in words), name
        assert all(isinstance(word, str) for word in getattr(words, "values", list)()), name


def test_no_list_says_a_thing_twice():
    for name, words in language_data("mentions").items():
        assert len(set(words)) == len(words), name


def test_no_given_name_tells_both_a_woman_and_a_man_or_stands_twice():
    names = language_data("given_names")
    assert set(names["feminine"]).isdisjoint(names["masculine"])
    for words in names.values():
        assert len(set(words)) == len(words)
        assert all(isinstance(word, str) and word == word.lower() for word in words)


def test_no_word_is_both_a_thing_and_the_head_of_an_actors_name_of_the_same_weight():
    lexicon = actor_lexicon()
    assert lexicon.feminine.isdisjoint(lexicon.masculine)
    assert lexicon.place_prepositions.isdisjoint(lexicon.particles)
