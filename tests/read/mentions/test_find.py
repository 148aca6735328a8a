"""Each rule for finding mentions, on a sentence of its own."""

import pytest


def found(parse, text, form=None):
    """Words, kind and form of every mention."""
    return [(m.text, m.kind, m.form) for m in parse(text)._.dateline_mentions if form in (None, m.form)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The brigade was led by Colonel Idrissa Diallo.", ("Colonel Idrissa Diallo", "person", "name")),
        ("On Friday Interior Minister Ana Lopes left.", ("Interior Minister Ana Lopes", "person", "name")),
        ("The shop belongs to Marta Quintana, 34, of the old town.", ("Marta Quintana", "person", "name")),
        ("They met Velasco, who had fled the camp.", ("Velasco", "person", "name")),
        ("They spoke with Okoro, a former driver.", ("Okoro", "person", "name")),
        ("On Monday Tarasov denied the charge.", ("Tarasov", "person", "name")),
        ("Soldiers arrested Villaruel on the bridge.", ("Villaruel", "person", "name")),
        ("The ruling was read by Secretary of State Ana Lopes.", ("Secretary of State Ana Lopes", "person", "name")),
        ("United States Secretary of State Ana Lopes left.", ("Secretary of State Ana Lopes", "person", "name")),
        ('The farm of Ronald "Little Wolf" Estévez burned.', ('Ronald "Little Wolf" Estévez', "person", "name")),
    ],
)
def test_people_are_told_by_titles_ages_neighbours_and_verbs(parse, text, expected):
    assert expected in found(parse, text)


def test_a_title_before_of_ends_no_name(parse):
    assert [words for words, *_ in found(parse, "United States Secretary of State Ana Lopes left.")] == [
        "Secretary of State Ana Lopes"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Highland Liberation Front burned two trucks.", ("Highland Liberation Front", "armed_group", "name")),
        ("Officials of the Ministry of Rural Works resigned.", ("Ministry of Rural Works", "government", "name")),
        ("The Royal Lowland Army crossed the river.", ("Royal Lowland Army", "military", "name")),
        ("Two posts of the River People's Front fell.", ("River People's Front", "armed_group", "name")),
        ("The Valley Evening Post printed the letter.", ("Valley Evening Post", "media", "name")),
        ("Fighters of AQIM left the town.", ("AQIM", "armed_group", "name")),
    ],
)
def test_the_words_of_a_name_tell_what_body_bears_it(parse, text, expected):
    assert expected in [(words.removeprefix("The ").removeprefix("the "), *rest) for words, *rest in found(parse, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About forty rebels on horseback came.", ("About forty rebels on horseback", "armed_group", "description")),
        ("A group of tourists was held.", ("A group of tourists", "civilians", "description")),
        ("The wounded were taken to the clinic.", ("The wounded", "civilians", "description")),
        ("The deputy mayor of a market town agreed.", ("The deputy mayor of a market town", "person", "description")),
        ("Riot police closed the square.", ("Riot police", "police", "description")),
        ("Two Kenyans were hurt.", ("Two Kenyans", "civilians", "description")),
    ],
)
def test_descriptions_take_kind_and_reach_from_their_noun(parse, text, expected):
    assert expected in found(parse, text)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Lurgelan on Friday.",
        "The troops began Operation Bright Harvest at dawn.",
        "The meeting fell on Thanksgiving Day.",
        "They quoted the Yellow Book at length.",
        "A group of buildings burned.",
        "The trial began at 0900 GMT.",
    ],
)
def test_places_things_and_measures_of_things_are_no_actors(parse, text):
    named = [words for words, kind, form in found(parse, text) if form != "pronoun" and kind != "weapon"]
    assert all(words in ("The troops", "They") for words in named)


def test_a_noun_after_or_that_only_explains_is_no_second_actor(parse):
    words = [words for words, _, _ in found(parse, 'They joined a "katiba," or cell, in the hills.')]
    assert not any("cell" in each for each in words)


def test_a_capitalised_half_of_an_adjective_is_no_name(parse):
    mentions = found(parse, "A Kenyan-born preacher was seen.")
    assert [form for _, _, form in mentions] == ["description"]


def test_an_acronym_in_an_actor_before_a_noun_is_a_mention_of_its_own(parse):
    assert ("AQIM", "armed_group", "name") in found(parse, "The AQIM leader fled.")


def test_a_country_that_acts_is_its_government_and_one_that_lies_somewhere_is_not(parse):
    assert ("Kenya", "government", "name") in found(parse, "Kenya expelled two diplomats on Friday.")
    assert not [m for m in found(parse, "Kenya lies on the equator.") if m[0] == "Kenya"]


def test_a_bare_surname_is_a_person_once_the_report_names_one_in_full(parse):
    doc = parse("Colonel Amadou Bellisari left the capital. The house of Bellisari burned down.")
    assert [m.text for m in doc._.dateline_mentions if m.kind == "person"][-1].endswith("Bellisari")
    assert len({m.entity for m in doc._.dateline_mentions if m.form == "name"}) == 1


def test_the_bare_name_leaves_titles_out(parse):
    doc = parse("The brigade was led by Colonel Idrissa Diallo.")
    (start, end) = next(iter(doc._.dateline_bare_names.values()))
    assert doc.text[start:end] == "Idrissa Diallo"


@pytest.mark.parametrize(
    "text",
    ["Gangs met in Villa-au-Prince.", "The Secretary of State agreed.", "He was sent to the United States, who paid."],
)
def test_no_word_within_a_place_or_an_office_is_a_person(parse, text):
    assert not {"Prince", "State", "States", "Villa-au-Prince"} & {words for words, *_ in found(parse, text)}


def test_a_body_after_a_spokesman_is_no_person(parse):
    mentions = found(parse, "A spokesman for the Delta Brotherhood, which is banned, agreed.")
    assert ("organisation", "name") in [(kind, form) for words, kind, form in mentions if words.endswith("Brotherhood")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mouvement pour la Paix au Tchad is led by Ali Baro.", ("Mouvement pour la Paix au Tchad", "armed_group")),
        ("Los Zorros del Sur burned two trucks.", ("Los Zorros del Sur", "armed_group")),
        ("Jean Lobo, who leads Mai-Mai Kifua, fled.", ("Mai-Mai Kifua", "armed_group")),
        ("Harakat al-Islah al-Arabi burned two trucks.", ("Harakat al-Islah al-Arabi", "armed_group")),
    ],
)
def test_foreign_names_of_bodies_are_read_whole(parse, text, expected):
    assert expected in [(words, kind) for words, kind, _ in found(parse, text, "name")]


def test_an_acronym_that_the_report_introduces_is_a_name_wherever_it_stands(parse):
    text = "The Eastern Dawn Front (EDF) fled. Ivan Perez has led the EDF since January. The leader of the EDF hid."
    assert [words for words, *_ in found(parse, text, "name")].count("EDF") == 3


def test_a_place_with_a_spanish_article_is_no_group(parse):
    assert not [words for words, *_ in found(parse, "The fire spread through Los Angeles.", "name")]


def test_a_known_surname_is_not_taken_for_the_known_man_where_the_report_names_another_in_full(parse):
    doc = parse("Saad Al-Maliki leads the front in Iraq. Al-Maliki is in hiding.")
    assert not [m for m in doc._.dateline_mentions if "actor file" in m.reason]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Fighters of Euskara Berria killed a judge.", "Euskara Berria", "armed_group"),
        ("Two members of Nueva Ruta were arrested. Nueva Ruta denied it.", "Nueva Ruta", "organisation"),
        ("The Sabti Current, whose supporters stormed parliament, fled.", "The Sabti Current", "organisation"),
        ("Euskara Berria was founded in 1959.", "Euskara Berria", "organisation"),
        ("Fighters of Omar Tall killed a judge.", "Omar Tall", "person"),
        ("A cousin of Goran Petrov was arrested.", "Goran Petrov", "person"),
    ],
)
def test_nobody_commands_or_joins_a_person_whose_name_only_looks_like_one(parse, text, name, kind):
    assert {found_kind for words, found_kind, form in found(parse, text, "name") if words == name} == {kind}


def test_a_word_in_brackets_tells_one_party_from_another(parse):
    names = [words for words, *_ in found(parse, "Cadres of the Communist Party (Maoist) burned a bus.", "name")]
    assert names == ["Communist Party (Maoist)"]


def test_american_spellings_tell_the_same(parse):
    assert ("The defense minister", "person", "description") in found(parse, "The defense minister left.")
    assert ("a rights organization", "organisation", "description") in found(
        parse, "She founded a rights organization."
    )
