"""Who is who: each rule on a text of its own."""

import pytest


def same(parse, text, *words):
    """The entities of the mentions with these words, in the order given; a mention is found by its text's end."""
    doc = parse(text)
    mentions = doc._.dateline_mentions
    found = []
    for word in words:
        matching = [m for m in mentions if m.text == word] or [m for m in mentions if m.text.endswith(word)]
        assert matching, f"no mention {word!r} among {[m.text for m in mentions]}"
        found.append(matching[-1].entity)
    return found


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Colonel Ana Lopes left. Lopes was tired.", "Colonel Ana Lopes", "Lopes"),
        ("The Highland Liberation Front fled. HLF fighters ran.", "Highland Liberation Front", "HLF"),
        ("The Highland Liberation Front fled. The Front had lost.", "Highland Liberation Front", "The Front"),
        ("AQIM left the town. Al-Qaeda in the Islamic Maghreb was gone.", "AQIM", "Al-Qaeda in the Islamic Maghreb"),
        ("Marta Quintana, a nurse, saw it.", "Marta Quintana", "a nurse"),
        ("Marta Quintana was the leader of the clinic.", "Marta Quintana", "the leader of the clinic"),
        ("Pablo Rey was one of the most feared kidnappers.", "Pablo Rey", "one of the most feared kidnappers"),
        ("A nurse called Marta Quintana saw it.", "A nurse", "Marta Quintana"),
        ("A gunman fired. The gunman fled.", "A gunman", "The gunman"),
        ("The Highland Liberation Front fled. The group had lost.", "Highland Liberation Front", "The group"),
        ("The Highland Union met HLF. It was late. The union had lost.", "Highland Union", "The union"),
        ("Marta Quintana left. She was tired.", "Marta Quintana", "She"),
        ("The rebels left. They were tired.", "The rebels", "They"),
        ("Police came late. The police had no car.", "Police", "The police"),
        ("Lebanese militant group Hezbollah has fought since May.", "Lebanese militant group", "Hezbollah"),
        ("Emil Varga alias Mirza was held.", "Emil Varga", "Mirza"),
        ("The Highland Union, which is small, fled but said it would return.", "Highland Union", "it"),
    ],
)
def test_these_two_are_one(parse, text, one, other):
    first, second = same(parse, text, one, other)
    assert first == second


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ana Lopes and Emil Varga left.", "Ana Lopes", "Emil Varga"),
        ("Marta Quintana was not the leader of the clinic.", "Marta Quintana", "the leader of the clinic"),
        ("Rebels seized a group of tourists. The group had planned it.", "a group of tourists", "The group"),
        ("Sister Marta Quintana left. He was tired.", "Sister Marta Quintana", "He"),
        ("The mayor met the governor. He praised him.", "He", "him"),
        ("Kurdish fighters attacked the rebels near Kobar.", "Kurdish fighters", "the rebels"),
        ("Colonel Emil Varga left. Varga's cousin, Ivo Varga, stayed.", "Colonel Emil Varga", "Ivo Varga"),
        ('"We lost," Ana Lopes said.', "We", "Ana Lopes"),
        ("Boko Haram fled. Al-Shabab stayed.", "Boko Haram", "Al-Shabab"),
        ("The Highland Liberation Front fled. The hospital was empty.", "Highland Liberation Front", "The hospital"),
        ("The Highland Liberation Front fled. The opposition was glad.", "Highland Liberation Front", "The opposition"),
        (
            "Ana Lopes broke with its founder, the nurse Marta Quintana, who lives abroad.",
            "Ana Lopes",
            "Marta Quintana",
        ),
        ("The Highland Front fled. In May, the rebel group Jund al-Tur lost men.", "Highland Front", "Jund al-Tur"),
    ],
)
def test_these_two_stay_apart(parse, text, one, other):
    first, second = same(parse, text, one, other)
    assert first != second


def test_they_after_two_joined_by_and_is_neither(parse):
    one, other, they = same(parse, "Ana Lopes and Emil Varga left. They were tired.", "Ana Lopes", "Emil Varga", "They")
    assert they not in (one, other)


def test_the_branch_of_a_whole_is_the_one_part_that_the_report_names(parse):
    text = "Al-Qaeda's North African branch grew. AQIM took hostages."
    branch, part = same(parse, text, "Al-Qaeda's North African branch", "AQIM")
    assert branch == part


def test_the_unnamed_man_of_the_lead_is_the_one_soon_named_with_his_role(parse):
    text = "A Kenyan preacher who heads a cell has quit.\n\nAli Sadek, formerly the head of a cell, left on Monday."
    lead, named = same(parse, text, "A Kenyan preacher", "Ali Sadek")
    assert lead == named


def test_a_lead_without_rank_is_not_the_officer_who_leads_others(parse):
    text = "A gang chief has been held.\n\nColonel Ali Sadek, chief of the brigade, said so."
    lead, named = same(parse, text, "A gang chief", "Colonel Ali Sadek")
    assert lead != named


def test_a_name_after_the_office_of_a_body_is_the_office_holder(parse):
    text = "A spokeswoman for the observer mission, Ingrid Dahl, said so."
    office, name, body = same(
        parse, text, "A spokeswoman for the observer mission", "Ingrid Dahl", "the observer mission"
    )
    assert office == name != body


def test_a_nickname_in_quotation_marks_is_a_name_of_its_own(parse):
    full, short = same(
        parse, 'They held Ronald "Bear" Estévez. On Monday Bear escaped.', 'Ronald "Bear" Estévez', "Bear"
    )
    assert full == short
