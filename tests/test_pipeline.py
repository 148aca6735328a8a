"""What holds for every reading, whatever the report: purity, offsets, ids, dates, silence where nothing is claimed."""

import functools
import gc
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sized
from datetime import date
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dateline import Reader
from dateline.cli.schema import schema
from dateline.ingest import IngestOptions, collect, report_from_text
from dateline.model import ActorRef, Reading, Report, Span
from dateline.model.record import to_record
from dateline.pipeline import DEFAULT_MODEL
from dateline.read.language import COMPONENTS

ROOT = Path(__file__).parents[1]
EXAMPLES = ["catatumbo.txt", "quetta.html", "tibesti.txt"]
PUBLISHED = date(2012, 12, 5)

SENTENCES = [
    "BAMBARI, Central African Republic (Oubangui Press) - Gunmen killed two nuns on Monday.",
    "Colonel Idris Baro, who commands the Reed Brigade, denied that his men had burned the mill.",
    "“We took the bridge at dawn,” said Baro. “We shall not give it back.”",
    '"Nobody was hurt," a police spokesman told reporters in Nairobi, "and nobody will be."',
    "The Dawn League (DL) broke with the People’s Front in April 2009.",
    "According to aid workers, the army may attack Kidal next week.",
    "The mayor of Zouérat – Aïcha Ould Sidi – accused soldiers of torture…",
    "“The rebels hold Ménaka,” he said, “but not the road to Gao.",
    "Between March and May 2011 they abducted at least 14 fishermen near the border with Chad 🕊.",
    "Share this story Email Print",
    "Residents said that, according to the army, six had died; the minister said 40 000 had fled.",
    "No party claimed the bombing, which is blamed on former members of the League.",
    "The general rejected a truce that the African Union had proposed the day before.",
    "He was born in 1970.",
    "NEW OFFENSIVE FEARED IN NORTH",
]
"""Our own, with what makes offsets go astray: both kinds of quotation marks, accents, an emoji, open quotations."""

GAPS = [" ", "  ", "\n", "\n\n", "\r\n\r\n", "\r\n", " \n \n", "\t", "\u00a0"]
TEXTS = st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(GAPS)), min_size=1, max_size=6).map(
    lambda pieces: "".join(sentence + gap for sentence, gap in pieces)
)
with_texts = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def line(reading: Reading) -> str:
    return json.dumps(to_record(reading), ensure_ascii=False)


@pytest.fixture(scope="module")
def examples() -> list[Report]:
    items = collect([str(ROOT / "examples" / name) for name in EXAMPLES], IngestOptions())
    return [item for item in items if isinstance(item, Report)]


@pytest.fixture(scope="module")
def readings(reader: Reader, examples: list[Report]) -> list[Reading]:
    return [reader.read(report) for report in examples]


# ---------------------------------------------------------------- the same report, the same reading


def test_an_example_read_twice_gives_the_same_bytes(
    reader: Reader, examples: list[Report], readings: list[Reading]
) -> None:
    assert len(examples) == len(EXAMPLES)
    for report, reading in zip(examples, readings, strict=True):
        assert line(reader.read(report)) == line(reading)


def test_many_are_read_as_each_alone(reader: Reader, examples: list[Report], readings: list[Reading]) -> None:
    reports = [report_from_text(sentence, published=PUBLISHED) for sentence in SENTENCES] + examples
    alone = [reader.read(report) for report in reports[: len(SENTENCES)]] + readings
    for batch_size in (1, 4, 100):
        assert list(map(line, reader.read_many(reports, batch_size=batch_size))) == list(map(line, alone))


@with_texts
@given(TEXTS)
def test_any_text_read_twice_and_among_others_gives_the_same_bytes(reader: Reader, text: str) -> None:
    report = report_from_text(text, published=PUBLISHED)
    first = line(reader.read(report))
    assert line(reader.read(report)) == first
    others = [report_from_text(sentence) for sentence in SENTENCES[:2]]
    assert line(list(reader.read_many([others[0], report, others[1]]))[1]) == first


@pytest.mark.slow
def test_another_process_with_another_order_of_sets_gives_the_same_bytes() -> None:
    command = [sys.executable, "-m", "dateline", "read", "--json", *(f"examples/{name}" for name in EXAMPLES)]
    digests = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
        digests.add(hashlib.sha256(ended.stdout).hexdigest())
    assert len(digests) == 1


# ---------------------------------------------------------------- what every reading keeps to


def spans(reading: Reading) -> Iterator[tuple[str, Span, str | None]]:
    """Every span of a reading: its layer, where it stands, and the words that it should have (None: not recorded)."""
    for layer in ("mentions", "places", "toponyms", "dates"):
        for item in getattr(reading, layer):
            yield layer, (item.start, item.end), item.text
    for said in reading.attributions:
        for part in ("source", "cue", "content"):
            for span in getattr(said, part):
                yield f"attribution {part}", span, None
    for claim in reading.claims:
        yield "evidence", claim.evidence.span, claim.evidence.quote
        for name, actor in participants(claim):
            if actor.span:
                yield name, actor.span, actor.words
    for incident in reading.incidents:
        for filler in incident.fillers:
            yield "filler", (filler.start, filler.end), filler.text
    for span in reading.sentences:
        yield "sentence", span, None


LAYERS = {"mentions", "places", "toponyms", "dates", "sentence", "evidence", "subject", "object"}
LAYERS |= {f"attribution {part}" for part in ("source", "cue", "content")}
"""What an ordinary report has something of."""


def participants(claim: object) -> Iterator[tuple[str, ActorRef]]:
    for name in ("subject", "object", "said_by"):
        actor = getattr(claim, name)
        if actor is not None:
            yield name, actor


def plain_spaces(words: str) -> str:
    """The words with no-break spaces as plain ones: see the test of the report's own words below."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def assert_offsets(reading: Reading) -> None:
    text = reading.report.text
    for layer, (start, end), words in spans(reading):
        assert 0 <= start < end <= len(text), layer
        passage = text[start:end]
        assert words is None or plain_spaces(passage) == plain_spaces(words), layer
        assert passage == passage.strip() != "", (layer, passage)
    dateline = reading.report.dateline
    assert dateline is None or text[dateline.start : dateline.end] == dateline.text


def assert_nothing_from_furniture(reading: Reading) -> None:
    for layer, (start, end), _ in spans(reading):
        for furniture in reading.report.furniture:
            assert end <= furniture.start or start >= furniture.end, (layer, reading.report.text[start:end])


def assert_ids_resolve(reading: Reading) -> None:
    entities = {entity.id for entity in reading.entities}
    mentions = {mention.id: mention for mention in reading.mentions}
    attributions = {said.id for said in reading.attributions}
    assert len(entities) == len(reading.entities)
    assert len(mentions) == len(reading.mentions)
    assert len(attributions) == len(reading.attributions)
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    for entity in reading.entities:
        assert entity.mentions
        assert all(mentions[mention].entity == entity.id for mention in entity.mentions)
    assert {mention.entity for mention in reading.mentions} <= entities
    for said in reading.attributions:
        assert said.within in attributions | {None}
        assert said.within != said.id
        assert said.speaker_entity in entities | {None}
    for claim in reading.claims:
        assert claim.attribution in attributions | {None}
        assert {actor.entity for _, actor in participants(claim)} <= entities | {None}
    assert [incident.id for incident in reading.incidents] == [f"i{n}" for n in range(1, len(reading.incidents) + 1)]
    assert {filler.entity for incident in reading.incidents for filler in incident.fillers} <= entities | {None}
    assert {side for seen in reading.relations for side in (seen.subject, seen.object)} <= set(mentions)


def assert_claims_are_sound(reading: Reading) -> None:
    for claim in reading.claims:
        assert (claim.said_by is None) == (claim.speech is None)
        assert 0 <= claim.confidence <= 1
        assert claim.reason.strip()
        assert claim.when is None or claim.when.certain is None or claim.when.possible.overlaps(claim.when.certain)


def assert_nothing_happened_after_publication(reading: Reading) -> None:
    published = reading.report.published
    for claim in reading.claims:
        first = claim.when.possible.first if claim.when else None
        if published and first and claim.modality in ("actual", "alleged") and claim.polarity == "asserted":
            assert first <= published.day, (claim.evidence.quote, claim.when)


@with_texts
@given(TEXTS, st.sampled_from([None, PUBLISHED]))
def test_every_layer_of_any_text_keeps_to_the_rules(reader: Reader, text: str, published: date | None) -> None:
    reading = reader.read(report_from_text(text, published=published))
    assert_offsets(reading)
    assert_nothing_from_furniture(reading)
    assert_ids_resolve(reading)
    assert_claims_are_sound(reading)
    assert_nothing_happened_after_publication(reading)


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=EXAMPLES)
def test_every_layer_of_an_example_keeps_to_the_rules(number: int, readings: list[Reading]) -> None:
    reading = readings[number]
    assert_offsets(reading)
    assert_nothing_from_furniture(reading)
    assert_ids_resolve(reading)
    assert_claims_are_sound(reading)
    assert {layer for layer, _, _ in spans(reading)} >= LAYERS


def test_nothing_in_the_examples_has_happened_after_publication(readings: list[Reading]) -> None:
    for reading in readings:
        assert_nothing_happened_after_publication(reading)


def test_what_stands_in_furniture_is_read_nowhere(reader: Reader) -> None:
    body = "Gunmen shot a judge in Lira on Monday, police said.\n\nThe judge had jailed two smugglers."
    page = f"{body}\n\nShare this story Email Print\n\n© 2012 Rebels Kill Press. All rights reserved."
    bare, dressed = reader.read(body, published=PUBLISHED), reader.read(page, published=PUBLISHED)
    assert len(dressed.report.furniture) == 2
    assert dressed.claims
    for layer in ("mentions", "entities", "attributions", "places", "dates", "sentences"):
        assert getattr(dressed, layer) == getattr(bare, layer)
    assert [claim.evidence for claim in dressed.claims] == [claim.evidence for claim in bare.claims]


def test_words_are_the_reports_own_also_where_a_space_does_not_break(reader: Reader) -> None:
    reading = reader.read("Gunmen\u00a0shot the\u00a0judge in Lira.")
    assert reading.claims
    for _, (start, end), words in spans(reading):
        assert words is None or words == reading.report.text[start:end]


def test_without_a_day_of_publication_a_weekday_is_no_date(reader: Reader) -> None:
    reading = reader.read("Gunmen shot a judge in Lira on Monday.")
    assert [claim.when for claim in reading.claims] == [None]
    assert [mention.span for mention in reading.dates] == [None]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n", "…", "1234", "“", "🕊", "a" * 5000])
def test_a_text_that_says_nothing_gives_a_reading_without_claims(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert reading.claims == ()
    assert reading.report.text == text
    assert_offsets(reading)


# ---------------------------------------------------------------- the contract


def test_the_schema_describes_what_is_printed(readings: list[Reading]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    for reading in readings:
        validator.validate(json.loads(line(reading)))


def test_the_schema_refuses_a_record_without_one_of_its_keys(readings: list[Reading]) -> None:
    record = json.loads(line(readings[0]))
    del record["claims"][0]["said_by"]
    with pytest.raises(jsonschema.ValidationError, match="said_by"):
        jsonschema.validate(record, schema())


def test_the_schema_describes_a_reading_in_which_all_that_can_be_missing_is(reader: Reader) -> None:
    jsonschema.validate(json.loads(line(reader.read("He left."))), schema())


# ---------------------------------------------------------------- dull texts

DULL = {
    "football": (
        "Rovers attacked from the first whistle, but United's defence held until Kone captured the ball in midfield "
        "and shot into the corner. United fired back with a bullet of a header from captain Duarte. The Rovers fans "
        "exploded with joy when their striker killed off the game in the last minute. The victory ends the champions' "
        "reign: Rovers have captured the title for the first time since 1988. Coach Lind said his side had been under "
        "siege for an hour. United will meet City in Leeds on Saturday."
    ),
    "tennis": (
        "Marta Vidal crushed the top seed in straight sets in Madrid on Sunday. The Spaniard, who had never beaten "
        "her rival, bombarded her with heavy serves and broke her twice. She will defend her crown in June."
    ),
    "market": (
        "Shares in Nordbank were hammered on Tuesday after a raid by bargain hunters failed. Oil prices shot up and "
        "gold lost ground as traders retreated into bonds. Analysts had warned of an explosion in costs. The bank's "
        "price war with Westbank killed profits."
    ),
    "weather": (
        "A storm hit the coast of Norway on Friday, battering harbours and cutting off two villages. Heavy rain will "
        "invade the south by Monday. Lightning struck a church in Bergen."
    ),
    "kitchen": (
        "Beat the eggs, whip the cream and crush the garlic. Fire up the grill and shoot a little lemon juice over "
        "the fish. The chef of the Blue Door in Lyon says that a bomb of flavour explodes in the mouth."
    ),
    "health": (
        "The actor died of a heart attack at his home in Rome. Doctors are fighting a new strain of flu that attacks "
        "the lungs, and scientists at the university have launched a campaign against smoking."
    ),
    "chess": (
        "The grandmaster attacked on the queen's side, sacrificed a knight and captured both bishops. Black's king "
        "was under fire, and after a long siege the defence collapsed. White's pawns took the centre."
    ),
    "film": (
        "The director's new film, a war story set in Burma, opens on Thursday. Critics shot it down. Its young star "
        "steals every scene, and the studio hopes that it will conquer Asia."
    ),
    "company": (
        "The software firm fired its chief executive and will launch a new product in Tokyo next month. Its rivals "
        "are fighting for talent, and a takeover battle looms."
    ),
}
"""Our own texts about ordinary life, in the words of war."""


STILL_CLAIMED: dict[str, int] = {}
"""How many claims the reader still makes of each, wrongly. Lower a number when you gain; none may be raised."""


@pytest.mark.parametrize("subject", DULL)
def test_ordinary_life_in_the_words_of_war_claims_no_more_than_before(subject: str, reader: Reader) -> None:
    reading = reader.read(DULL[subject], published=PUBLISHED)
    found = [(claim.type, claim.mode, claim.evidence.quote) for claim in reading.claims]
    assert len(found) <= STILL_CLAIMED.get(subject, 0), found


# ---------------------------------------------------------------- in anyone's pipeline


@pytest.fixture(scope="module")
def plain() -> Language:
    """The language model with nothing of Dateline's in it."""
    import dateline.read.components

    assert dateline.read.components.__all__
    return spacy.load(DEFAULT_MODEL)


@pytest.mark.parametrize(
    ("component", "layer"),
    [
        ("dateline_dates", "dateline_dates"),
        ("dateline_places", "dateline_places"),
        ("dateline_mentions", "dateline_mentions"),
        ("dateline_attributions", "dateline_attributions"),
    ],
)
def test_a_component_works_alone_in_a_plain_pipeline(component: str, layer: str, plain: Language) -> None:
    plain.add_pipe(component)
    try:
        text = "Rebels attacked Timbuktu on 3 May 2012, a colonel said."
        doc = plain(text)
        found = getattr(doc._, layer)
        assert len(found) >= 1
        if component != "dateline_attributions":
            assert all(text[item.start : item.end] == item.text for item in found)
    finally:
        plain.remove_pipe(component)
    assert component not in plain.pipe_names


def test_a_pipeline_names_what_a_component_lacks(plain: Language) -> None:
    plain.add_pipe("dateline_claims")
    try:
        analysis = plain.analyze_pipes()
        assert analysis
        problems = analysis["problems"]["dateline_claims"]
        assert "doc._.dateline_attributions" in problems
    finally:
        plain.remove_pipe("dateline_claims")


def test_the_readers_pipeline_lacks_nothing(reader: Reader) -> None:
    analysis = reader.language.analyze_pipes()
    assert analysis
    ours = {name: analysis["problems"][name] for name in ("dateline_frame", *COMPONENTS)}
    assert not any(ours.values()), ours


# ---------------------------------------------------------------- memory


def caches() -> dict[str, "functools._lru_cache_wrapper[object]"]:
    """Every function of Dateline's that remembers its answers."""
    return {
        f"{item.__module__}.{item.__qualname__}": item
        for item in gc.get_objects()
        if isinstance(item, functools._lru_cache_wrapper) and str(item.__module__).startswith("dateline")
    }


def module_containers() -> dict[str, int]:
    """The sizes of all dicts, lists and sets that stand in Dateline's modules."""
    return {
        f"{name}.{key}": len(value)
        for name, module in list(sys.modules.items())
        if name.startswith("dateline") and isinstance(module, ModuleType)
        for key, value in vars(module).items()
        if not key.startswith("__") and isinstance(value, Sized) and isinstance(value, (dict, list, set))
    }


def unheard_of(number: int) -> str:
    """A report with names, places and words that no report had before."""
    word = "".join("bdfgklmnprstvz"[int(digit) + number % 4] + "ao"[int(digit) % 2] for digit in f"{number:05}")
    name = word.capitalize()
    return (
        f"Fighters of the {name} Front killed {number} men near {name}abad on Monday, {name} Oumar said.\n\n"
        f"“The {word} will {word},” a {word}ist told reporters. The {name} Front (F{number}) attacked {name}ville in "
        f"{1900 + number % 100}."
    )


@pytest.mark.filterwarnings("ignore:.*torch.*:FutureWarning")
def test_nothing_that_stays_in_memory_grows_with_the_reports_read(reader: Reader) -> None:
    def read_all(numbers: range) -> None:
        for number in numbers:
            reader.read(unheard_of(number), published=PUBLISHED)

    read_all(range(100, 140))
    containers = module_containers()
    sizes = {name: cache.cache_info().currsize for name, cache in caches().items()}
    read_all(range(300, 380))
    assert module_containers() == containers
    grown = {
        name: (sizes.get(name, 0), cache.cache_info())
        for name, cache in caches().items()
        if cache.cache_info().maxsize is None and cache.cache_info().currsize > sizes.get(name, 0)
    }
    assert sizes
    assert not grown
