from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dateline.model import Attribution, Entity, Mention, Span
from dateline.read.attributions.component import Attributions

Read = Callable[[str], tuple[Attribution, ...]]

SENTENCES = [
    'The colonel said that the bridge "had been mined" by deserters.',
    '"We heard drones all night," said Amina Diallo, a teacher. "Nobody slept."',
    "According to the ministry, nine people were hurt.",
    "The town fell on Friday.",
    'Residents called the raid "a massacre" and demanded an inquiry.',
    "The general, officials say, fled to the coast.",
    'An officer who spoke on condition of anonymity denied that "any order" was given.',
    '"Who fired first?" asked the judge.',
    "Gunmen burned the mill at Oru, a local official and two drivers said on Sunday.",
    "Gunmen freed the miners on Sunday,\n\nofficials said.",
    "The Red Lance took responsibility for the blast.",
    '"We buried nine men." – Omar Sy, teacher',
    "Belkadi wants to open a second front, his brother told the court.",
]
reports = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map("\n\n".join)
SAID = '"We buried nine men." – Omar Sy, teacher'
quiet = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def shape(text: str, found: tuple[Attribution, ...]) -> list[tuple[str, ...]]:
    """What was found, whatever marks and spaces the text is set in."""
    plain = text.translate(str.maketrans("“”’\r", '""\' '))
    return [
        (*words(plain, a.source), "|", *words(plain, a.cue), "|", *words(plain, a.content), a.speech, str(a.speaker))
        for a in found
    ]


@quiet
@given(reports)
def test_contents_never_overlap_their_source_or_cue_and_spans_lie_in_the_text(attributing: Language, text: str) -> None:
    for a in attributing(text)._.dateline_attributions:
        taken = {offset for start, end in (*a.source, *a.cue) for offset in range(start, end)}
        assert not taken & {offset for start, end in a.content for offset in range(start, end)}
        assert all(0 <= start < end <= len(text) for start, end in (*a.source, *a.cue, *a.content))
        assert not set(_offsets(a.source)) & set(_offsets(a.cue))
        assert all(part == part.strip() and part for part in words(text, (*a.source, *a.cue, *a.content)))


def _offsets(spans: tuple[Span, ...]) -> list[int]:
    return [offset for start, end in spans for offset in range(start, end)]


@quiet
@given(reports)
def test_curly_and_straight_quotes_give_the_same_attributions(attributions_of: Read, text: str) -> None:
    curly = "".join(_curled(text))
    assert shape(curly, attributions_of(curly)) == shape(text, attributions_of(text))


def _curled(text: str) -> list[str]:
    inside, out = False, []
    for letter in text:
        if letter == '"':
            out.append("”" if inside else "“")
            inside = not inside
        else:
            out.append(letter)
    return out


@quiet
@given(reports, st.sampled_from(["", " ", "\n\n", "  \n"]))
@example(f'{SAID}\n\n"Who fired first?" asked the judge.\n\n{SAID}\n\n{SAID}', "")
def test_trailing_space_and_carriage_returns_change_nothing(attributions_of: Read, text: str, tail: str) -> None:
    windows = text.replace("\n", "\r\n") + tail
    assert shape(windows, attributions_of(windows)) == shape(text, attributions_of(text))


def test_a_quotation_with_a_signature_goes_on_for_nobody_else(attributions_of: Read) -> None:
    text = f'{SAID}\n\n"Who fired first?" asked the judge.\n\n{SAID}'
    told = [(text[a.source[0][0] : a.source[0][1]], len(a.content)) for a in attributions_of(text)]
    assert told == [("Omar Sy, teacher", 1), ("the judge", 1), ("Omar Sy, teacher", 1)]


def test_a_speech_over_several_paragraphs_is_one_attribution(attributions_of: Read) -> None:
    text = 'The general said: "We are ready.\n\n"We shall hold the line.\n\n"Nobody will pass." The town was quiet.'
    (speech,) = attributions_of(text)
    assert speech.speech == "direct"
    assert [part[:9] for part in words(text, speech.content)] == ['"We are r', '"We shall', '"Nobody w']
    assert words(text, speech.source) == ["The general"]


def test_an_unclosed_mark_does_not_swallow_the_report(attributions_of: Read) -> None:
    text = 'The guard said "stop and ran.\n\nThe market burned down on Sunday.\n\nTraders left the town.'
    assert all(end <= text.index("\n") for a in attributions_of(text) for _, end in a.content)


def test_a_word_set_apart_is_no_speech(attributions_of: Read) -> None:
    (said,) = attributions_of('Officials said the so-called "Tiger Brigade" had disbanded.')
    assert said.speech == "indirect"


def test_speech_goes_on_after_the_cue_with_the_same_speaker(attributions_of: Read) -> None:
    text = '"The road is mined," said Karim Toure. "Go back." He then left.'
    (said,) = attributions_of(text)
    assert words(text, said.content) == ['"The road is mined,"', '"Go back."']
    assert (said.speaker, said.anonymous, said.verb) == ("Karim Toure", False, "say")


def test_a_quotation_after_reported_speech_has_the_same_speaker(attributions_of: Read) -> None:
    text = 'Colonel Bako said that the raid had failed. "We lost four men."'
    (said,) = attributions_of(text)
    assert words(text, said.content)[-1].endswith('"We lost four men."')
    assert said.speaker == "Colonel Bako"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The pass was open, said two herders who had crossed it.",
            "two herders who had crossed it",
            "The pass was open",
        ),
        ("The pass, herders said, was open.", "herders", "The pass"),
        ("The truce was confirmed by Omar Sy, a judge.", "Omar Sy, a judge", "The truce"),
        ("The judge has described the camp as a prison.", "The judge", "the camp as a prison"),
        ("As the mayor said, the dam held.", "the mayor", "the dam held"),
        ("The Red Lance has denied killing the mayor.", "The Red Lance", "killing the mayor"),
        ("He's promised a truce.", "He", "a truce"),
    ],
)
def test_sources_are_found_wherever_they_stand(attributions_of: Read, text: str, source: str, content: str) -> None:
    found = [(words(text, a.source), words(text, a.content)[0]) for a in attributions_of(text)]
    assert ([source], content) in found


@pytest.mark.parametrize(
    ("text", "anonymous", "speaker"),
    [
        ("A local official said the town was calm.", True, "local official"),
        ("Witnesses said the town was calm.", True, "Witnesses"),
        ("The army said the town was calm.", False, "army"),
        ("Amina Diallo said the town was calm.", False, "Amina Diallo"),
        ("It was reported that the town was calm.", True, None),
        ("A doctor, who spoke on condition of anonymity, said the town was calm.", True, "doctor"),
        ("No group has claimed responsibility for the raid.", False, None),
        ("An official in the province said the town was calm.", True, "official in the province"),
    ],
)
def test_anonymous_sources_are_told_from_named_ones(
    attributions_of: Read, text: str, anonymous: bool, speaker: str | None
) -> None:
    found = attributions_of(text)
    assert (found[0].anonymous, found[0].speaker) == (anonymous, speaker)


def test_the_speaker_is_the_entity_that_the_source_mentions(attributing: Language) -> None:
    doc = attributing("He said the town was calm.")
    doc._.dateline_mentions = (
        Mention(id="m1", start=0, end=2, text="He", head=0, kind="person", form="pronoun", entity="e1", reason="test"),
        Mention(id="m2", start=9, end=12, text="the", head=90, kind="person", form="name", entity="e1", reason="test"),
    )
    doc._.dateline_entities = (
        Entity(
            id="e1", name="Amina Diallo", kind="person", country=None, actor=None, plural=False, mentions=("m1", "m2")
        ),
    )
    (said,) = Attributions()(doc)._.dateline_attributions
    assert (said.speaker, said.speaker_entity, said.anonymous) == ("Amina Diallo", "e1", False)


def test_an_empty_text_has_no_attributions(attributions_of: Read) -> None:
    assert attributions_of("") == () == attributions_of(" \n\n ")
