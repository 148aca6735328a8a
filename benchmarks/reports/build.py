"""Make the gold files from the annotated reports in ``source/``.

    python benchmarks/reports/build.py            write every gold file
    python benchmarks/reports/build.py --check    say which are not up to date; exit status 1 if any

A coder writes one YAML file per report and gives evidence as words, never as offsets. The builder finds the words, so
an offset can't be wrong, and refuses words that the report does not have or has more than once. All offsets are
Unicode code points of the report's text, end exclusive.

A source file holds ``id``, ``title``, ``style``, ``region``, ``published`` (if known), ``dateline`` (``place``
and ``date``), ``furniture`` (paragraphs of the page that are no part of the report), ``text``, ``actors``, ``places``,
``claims``. Lines of a paragraph are joined, unless ``wrap: keep``. An actor is ``key: [kind, name, other name, ...]``,
a place ``key: [country or -, latitude, longitude, name, other name, ...]``, and a claim a mapping of these fields:

    is      type and mode, such as "ASSAULT explosives"
    who     subject, an actor's key
    to      object, an actor's key
    at      place, a place's key; for controls, operates_in and based_in it is the object too
    when    EDTF, or "past": at some time until publication
    by      who says so: an actor's key, or words of the text for joint speakers; left out for the report's own voice
    speech  direct or mixed; indirect when left out
    as      negated, planned, possible, alleged, or negated and another; asserted and actual when left out
    quote   the evidence, word for word
    word    the word of the evidence that states the event or relation; only reports that are learned from have it
    killed, injured, abducted, arrested, victims: numbers of people, the lower bound of "at least"
    maybe   yes: one careful coder would record the claim and another leave it out
    or      other right answers, by the names above, but ``type`` and ``mode`` for ``is``, ``modality`` and ``polarity``
            for ``as``; "none": no answer is right

``docs/annotation-guide.md`` is the guide to what a claim is.
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
SETS = ("dev", "more", "many", "varied", "wide", "broad", "later", "aside", "test", "unseen", "fresh", "kept")
PLACE_OBJECT = {"operates_in", "controls", "based_in"}
COUNTS = ("killed", "injured", "abducted", "arrested", "victims")
CLAIM_FIELDS = {"is", "who", "to", "at", "when", "by", "speech", "as", "quote", "word", "or", "maybe", *COUNTS}
OR_FIELDS = {"type", "mode", "who", "to", "at", "when", "by", "polarity", "modality"}
REPORT_FIELDS = {"id", "title", "style", "region", "published", "dateline", "furniture", "wrap", "text", "source_file"}
REPORT_FIELDS |= {"actors", "places", "claims"}

CODED = frozenset({"actors", "places", "claims"})
"""What a coder adds to a report; the rest of a source file is the report."""
SECOND = ("test", "unseen")
"""The sets that a second coder coded too, from their texts and the guide alone."""

Fields = dict[str, Any]


class BadSource(Exception):  # noqa: N818 - it says what is wrong with the file
    """A source file breaks the rules of this module's docstring. The message names the report and the entry."""


def find_once(text: str, words: str) -> list[int]:
    """The span of ``words`` in ``text``, all white space being equal. Raises BadSource unless found exactly once."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = [match.span() for match in re.finditer(pattern, text)]
    if len(found) != 1:
        raise BadSource(f"found {len(found)} times: {words!r}")
    return list(found[0])


def find_within(text: str, span: list[int], words: str) -> list[int]:
    """The span of the first ``words``, whole ones, inside another span of ``text`` (code points, end exclusive). Raises
    BadSource when they are not there.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)" if words[:1].isalnum() else ""  # "'s" stands right behind a word
    found = re.compile(rf"{before}{pattern}(?!\w)").search(text, *span)
    if found is None:
        raise BadSource(f"not in the evidence: {words!r}")
    return list(found.span())


def lay_out(text: str, wrap: str) -> str:
    """The report's text: paragraphs separated by blank lines, each on one line unless ``wrap`` is "keep"."""
    paragraphs = re.split(r"\n[ \t]*\n\s*", text.strip("\n"))
    if wrap != "keep":
        paragraphs = [" ".join(paragraph.split()) for paragraph in paragraphs]
    return "\n\n".join(paragraphs)


def check_names(text: str, entries: list[Fields]) -> None:
    """Raises BadSource for a name that the text does not hold or that two entries share."""
    flat, owner = " ".join(text.split()).casefold(), dict[str, str]()
    for entry in entries:
        for name in [*entry.get("names", ()), *([entry["name"]] if "name" in entry else ()), *entry.get("aliases", ())]:
            if name.casefold() not in flat:
                raise BadSource(f"a name that is not in the text: {name!r}")
            if owner.setdefault(name.casefold(), entry["id"]) != entry["id"]:
                raise BadSource(f"a name of two things: {name!r}")


def build_actors(actors: dict[str, list[str]]) -> list[Fields]:
    """Gold actors, numbered in the order of the source."""
    return [
        {"id": f"a{number}", "names": names, "kind": kind} for number, (kind, *names) in enumerate(actors.values(), 1)
    ]


def build_places(places: dict[str, list[str]]) -> list[Fields]:
    """Gold places, numbered in the order of the source. Degrees, WGS84."""
    built = []
    for number, (country, lat, lon, name, *aliases) in enumerate(places.values(), 1):
        place: Fields = {
            "id": f"p{number}",
            "name": name,
            "country": None if country == "-" else country,
            "lat": float(lat),
            "lon": float(lon),
        }
        if aliases:
            place["aliases"] = aliases
        built.append(place)
    return built


class ClaimBuilder:
    """Makes the gold claims of one report."""

    def __init__(self, text: str, published: str | None, ids: dict[str, str]) -> None:
        self.text = text
        self.published = published
        self.ids = ids
        """From the keys of the source to the ids of the gold file."""

    def identify(self, key: str | None) -> str | None:
        """The id of an actor or place. Raises BadSource for a key that the source does not define."""
        if key in (None, "none"):
            return None
        if key not in self.ids:
            raise BadSource(f"neither an actor nor a place: {key!r}")
        return self.ids[key]

    def speaker(self, key: str | None) -> str | None:
        """As ``identify``; joint speakers, who are no actor of their own, stay words of the text."""
        if key and " " in key:
            find_once(self.text, key)
            return key
        return self.identify(key)

    def when(self, words: str | None) -> tuple[str | None, list[None]]:
        """The EDTF value and the other right answers: a past without a date may be left null."""
        if words == "past":
            return (f"../{self.published}", [None]) if self.published else (None, [])
        return words, []

    def accept(self, source: Fields, type_: str) -> Fields:
        """Other right answers, in the gold's field names."""
        names = {"who": "subject", "to": "object", "at": "place", "by": "said_by"}
        accepted: Fields = {}
        if unknown := source.get("or", {}).keys() - OR_FIELDS:
            raise BadSource(f"unknown fields {sorted(unknown)} in 'or'")
        for field, answers in source.get("or", {}).items():
            refers = field in ("who", "to", "at", "by")
            values = [self.identify(a) if refers else None if a == "none" else a for a in answers]
            accepted[names.get(field, field)] = values
            if field == "at" and type_ in PLACE_OBJECT:
                accepted["object"] = values
        left_null = self.when(source.get("when"))[1]
        if left_null:
            accepted["when"] = [*accepted.get("when", []), *left_null]
        return accepted

    def build(self, source: Fields) -> Fields:
        """The gold claim, without its id. Raises BadSource."""
        if unknown := source.keys() - CLAIM_FIELDS:
            raise BadSource(f"unknown fields {sorted(unknown)}")
        type_, _, mode = source["is"].partition(" ")
        said = set(source.get("as", "").split())
        place = self.identify(source.get("at"))
        claim: Fields = {
            "type": type_,
            "mode": mode or None,
            "subject": self.identify(source.get("who")),
            "object": place if type_ in PLACE_OBJECT else self.identify(source.get("to")),
            "place": place,
            "when": self.when(source.get("when"))[0],
            "polarity": "negated" if "negated" in said else "asserted",
            "modality": next(iter(said - {"negated"}), "actual"),
            "said_by": self.speaker(source.get("by")),
            "speech": source.get("speech", "indirect") if "by" in source else None,
            "evidence": find_once(self.text, source["quote"]),
        }
        if "word" in source:
            claim["word"] = find_within(self.text, claim["evidence"], source["word"])
        claim.update({count: int(source[count]) for count in COUNTS if count in source})
        if source.get("maybe"):
            claim["optional"] = True
        if accepted := self.accept(source, type_):
            claim["accept"] = accepted
        return claim


def build_claims(builder: ClaimBuilder, sources: list[Fields]) -> list[Fields]:
    """The gold claims, numbered in the order of their evidence. Raises BadSource, naming the claim."""
    claims = []
    for place, source in enumerate(sources, 1):
        try:
            claims.append(builder.build(source))
        except BadSource as error:
            raise BadSource(f"claim {place} of the source ({source.get('is')}): {error}") from error
    claims.sort(key=lambda claim: claim["evidence"])
    return [{"id": f"c{number}", **claim} for number, claim in enumerate(claims, 1)]


def build_report(source: Fields) -> Fields:
    """The gold record of one source file. Raises BadSource."""
    if unknown := source.keys() - REPORT_FIELDS:
        raise BadSource(f"unknown fields {sorted(unknown)}")
    text = lay_out(source["text"], source.get("wrap", "join"))
    actors, places = source.get("actors") or {}, source.get("places") or {}
    built_actors, built_places = build_actors(actors), build_places(places)
    check_names(text, built_actors + built_places)
    keys = [*actors, *places]
    ids = dict(zip(keys, [entry["id"] for entry in built_actors + built_places], strict=True))
    if len(ids) != len(keys):
        raise BadSource("an actor and a place share a key")
    published = source.get("published")
    dateline = source.get("dateline")
    return {
        "id": source["id"],
        "source_file": source.get("source_file"),
        "title": source["title"],
        "published": published,
        "style": source.get("style"),
        "region": source.get("region"),
        "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "dateline": {"place": dateline.get("place"), "date": dateline.get("date")} if dateline else None,
        "furniture": [
            dict(zip(("start", "end"), find_once(text, words), strict=True)) for words in source.get("furniture", [])
        ],
        "actors": built_actors,
        "places": built_places,
        "claims": build_claims(ClaimBuilder(text, published, ids), source.get("claims") or []),
    }


def read_sources(folder: Path, texts: Path | None = None) -> list[Fields]:
    """The gold records of a folder of sources, in the order of their file names. Raises BadSource, naming the file.

    ``texts``: for the codings of a second coder, the folder of the first, whose files hold what is coded.
    """
    records = []
    for path in sorted(folder.glob("*.yaml")):
        # BaseLoader: every scalar stays the string that the coder wrote, dates and country codes ("NO") too.
        source = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if texts is not None:
            first = yaml.load((texts / path.name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            source = {**{key: first[key] for key in first if key not in CODED}, **source}
        try:
            records.append(build_report(source))
        except BadSource as error:
            raise BadSource(f"{path.name}: {error}") from error
    return records


def gold_files() -> dict[Path, str]:
    """Every gold file and what it should hold."""
    files = {}
    for name in SETS:
        lines = [json.dumps(record, ensure_ascii=False) for record in read_sources(HERE / "source" / name)]
        files[HERE / f"{name}.jsonl"] = "".join(f"{line}\n" for line in lines)
    again = [r for name in SECOND for r in read_sources(HERE / "source" / "second" / name, HERE / "source" / name)]
    files[HERE / "second.jsonl"] = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in again)
    for record in read_sources(HERE / "source" / "examples"):
        item = EXAMPLES / record["source_file"]
        if item.suffix == ".txt":
            files[item] = record["text"] + "\n"
        files[item.with_suffix(".gold.json")] = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    return files


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit status 1 if a file is not up to date")
    args = parser.parse_args()
    try:
        files = gold_files()
    except BadSource as error:
        print(error, file=sys.stderr)
        return 1
    stale = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if not args.check:
            path.write_text(files[path], encoding="utf-8")
        print(f"{'not up to date' if args.check else 'wrote'}: {path.name}", file=sys.stderr)
    return 1 if args.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
