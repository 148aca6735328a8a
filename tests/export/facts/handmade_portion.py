"""A small portion made by hand: three events, five relations, six actors, of whom three must not be found."""

from datetime import date
from typing import Any

from dateline.model.actor import Actor, NameUse
from dateline.model.date_span import DayRange
from dateline.model.fact import (
    Disagreement,
    Event,
    Evidence,
    Party,
    PlaceAt,
    Relation,
    Tally,
    Validity,
    Version,
)
from dateline.model.portion import Portion, ReportCard, SaidClaim

VICTIM, WITNESS, PRIVATE = "Séga Traoré-Sow", "Mariam O'Brien", "Fatoumata Keita"
LEADER = "Amadou Keita"

KILLED = "Fighters of the Salt Front killed Séga Traoré-Sow and two others at the Gossi clinic, Mariam O'Brien said."
DENIED = "The Salt Front did not kill SEGA TRAORE, its spokesman said."
LEADS = "Amadou Keita leads the Salt Front."
R1_TEXT = (
    f"{KILLED} Traoré-Sow’s cousin fled. {LEADS} {DENIED} "
    "See https://news.example/killed/s%C3%A9ga-traor%C3%A9-sow and #JusticeForSéga. Keita spoke."
)
ABDUCTED = "Soldiers of the Malian army allegedly took Fatoumata Keita away in March, a relative said."
CLASHED = "The Salt Front and the Malian army clashed in Gao from 1 to 3 February; at least ten died."
MEMBER = "Keita’s sister F. Keita is said to be a nurse of the Salt Front."
HOLDS = "The Salt Front holds Gao."
R2_TEXT = f"{ABDUCTED} {CLASHED} {MEMBER} {HOLDS} General Keita denied it. Keita, Fatou, is 30."

NAMES = {
    "a000000000001": ("Salt Front", "armed_group", "public", "ML", ("The Front",)),
    "a000000000002": ("Malian army", "military", "public", "ML", ()),
    "a000000000003": (LEADER, "person", "public", "ML", ("General Keita",)),
    "a000000000004": (PRIVATE, "person", "private", "ML", ("Fatou Keita",)),
    "a000000000005": (VICTIM, "person", "victim", None, ("Sega Traore",)),
    "a000000000006": (WITNESS, "person", "witness", None, ()),
}
FRONT, ARMY, CHIEF, SISTER, DEAD, SEEN = NAMES
TEXTS = {"r1": R1_TEXT, "r2": R2_TEXT}
GAO = PlaceAt(
    name="Gao", lat=16.2717, lon=-0.0447, country="ML", geonameid=2457163, precision="settlement", radius_km=5.0
)
CLINIC = PlaceAt(
    name="Gossi clinic", lat=15.8213, lon=-1.2987, country="ML", geonameid=None, precision="site", radius_km=0.5
)
GAO_REGION = PlaceAt(
    name="Gao", lat=17.0, lon=0.3, country="ML", geonameid=2457161, precision="province", radius_km=239.0
)


def make_portion() -> Portion:
    return Portion(
        events=(killing(), abduction(), clash()),
        relations=relations(),
        actors={identifier: _actor(identifier) for identifier in NAMES},
        claims=claims(),
        reports=reports(),
    )


def _actor(identifier: str) -> Actor:
    name, kind, protection, country, others = NAMES[identifier]
    uses = tuple(NameUse(name=use, reports=1, first_report="r1") for use in (name, *others))
    return Actor(
        id=identifier,
        name=name,
        kind=kind,  # type: ignore[arg-type]
        country=country,
        known=None,
        names=uses,
        reports=1,
        protection=protection,  # type: ignore[arg-type]
        protection_reason=f"{name} is taken for {protection}",
    )


def party(identifier: str) -> Party:
    name, kind, _, country, _ = NAMES[identifier]
    return Party(actor=identifier, name=name, kind=kind, country=country)  # type: ignore[arg-type]


def evidence(claim: str, report: str, stance: str, source: str, said_by: str | None) -> Evidence:
    return Evidence(claim=claim, report=report, stance=stance, source=source, said_by=said_by)  # type: ignore[arg-type]


def days(first: str, last: str) -> DayRange:
    return DayRange(first=date.fromisoformat(first), last=date.fromisoformat(last))


def killing() -> Event:
    killed = Tally(low=2, best=3, high=4, rule="the number most sources give", claims=("c1",))
    versions = (
        Version(value=f"{VICTIM} and two others", claims=("c1",), said_by=(WITNESS,)),
        Version(value="nobody", claims=("c2",), said_by=("its spokesman",)),
    )
    return Event(
        id="v000000000001",
        type="ASSAULT",
        mode="firearms",
        actors=(party(FRONT),),
        recipients=(party(DEAD), Party(actor=None, name="two others", kind="civilians", country=None)),
        place=CLINIC,
        certain=days("2024-03-04", "2024-03-04"),
        possible=days("2024-03-04", "2024-03-04"),
        reported=days("2024-03-05", "2024-03-05"),
        counts={"killed": killed},
        weapon="rifles",
        modality="actual",
        status="conflicting",
        sources=1,
        evidence=(
            evidence("c1", "r1", "supports", f"actor:{SEEN}", WITNESS),
            evidence("c2", "r1", "contradicts", "outlet:Sahel Post", "its spokesman"),
        ),
        disagreements=(Disagreement(field="killed", versions=versions),),
        codes={
            "PLOVER": "ASSAULT/firearms",
            "CAMEO": "180",
            "ACLED": "Violence against civilians: Attack",
            "UCDP": "3 one-sided",
        },
        confidence=0.8,
        reason=f"both claims tell of the death of {VICTIM}",
    )


def abduction() -> Event:
    return Event(
        id="v000000000002",
        type="ASSAULT",
        mode="abduct",
        actors=(party(ARMY),),
        recipients=(party(SISTER),),
        place=GAO_REGION,
        certain=None,
        possible=days("2024-03-01", "2024-03-31"),
        reported=days("2024-04-02", "2024-04-02"),
        counts={"abducted": Tally(low=1, best=1, high=1, rule="one claim", claims=("c3",))},
        weapon=None,
        modality="alleged",
        status="reported",
        sources=1,
        evidence=(evidence("c3", "r2", "supports", "outlet:Desert Wire", "a relative"),),
        disagreements=(),
        codes={
            "PLOVER": "ASSAULT/abduct",
            "ACLED": "Violence against civilians: Abduction/forced disappearance",
        },
        confidence=0.6,
        reason="one claim",
    )


def clash() -> Event:
    return Event(
        id="v000000000003",
        type="ASSAULT",
        mode="clash",
        actors=(party(FRONT),),
        recipients=(party(ARMY),),
        place=GAO,
        certain=days("2024-02-01", "2024-02-03"),
        possible=days("2024-02-01", "2024-02-03"),
        reported=days("2024-04-02", "2024-04-02"),
        counts={"killed": Tally(low=10, best=10, high=None, rule="one claim", claims=("c4",))},
        weapon=None,
        modality="actual",
        status="accepted",
        sources=1,
        evidence=(evidence("c4", "r2", "supports", "outlet:Desert Wire", None),),
        disagreements=(),
        codes={"PLOVER": "ASSAULT", "ACLED": "Battles: Armed clash", "UCDP": "1 state-based"},
        confidence=0.9,
        reason="one claim",
    )


def relations() -> tuple[Relation, ...]:
    open_end = Validity(
        certain=days("2024-03-05", "2024-03-05"), possible=DayRange(first=None, last=None), ended_by=None
    )
    spring = Validity(certain=None, possible=days("2024-01-01", "2024-03-31"), ended_by="a claim that she left")
    gao = Party(actor=None, name="Gao", kind="place", country="ML")
    said = {"lead": "c5", "member": "c6", "hold": "c7", "oppose": "c4"}
    return (
        _relation("x1", "leads", party(CHIEF), party(FRONT), said["lead"], "r1", roles=("head",), validity=(open_end,)),
        _relation(
            "x2",
            "member_of",
            party(SISTER),
            party(FRONT),
            said["member"],
            "r2",
            roles=("nurse of Fatou Keita’s ward",),
            validity=(spring,),
            modality="alleged",
        ),
        _relation("x3", "controls", party(FRONT), gao, said["hold"], "r2", place=GAO, validity=(open_end,)),
        _relation("x4", "opposes", party(FRONT), party(ARMY), said["oppose"], "r2"),
        _relation("x5", "part_of", party(FRONT), party(ARMY), said["oppose"], "r2", status="rejected"),
    )


def _relation(
    identifier: str, kind: str, subject: Party, other: Party, claim: str, report: str, **more: Any
) -> Relation:
    usual: dict[str, Any] = {
        "place": None,
        "roles": (),
        "validity": (),
        "modality": "actual",
        "status": "reported",
    }
    return Relation(
        id=identifier,
        type=kind,
        subject=subject,
        object=other,
        sources=1,
        evidence=(evidence(claim, report, "supports", "outlet:Desert Wire", None),),
        disagreements=(),
        confidence=0.7,
        reason=f"{subject.name} and {other.name} are named in one clause",
        **(usual | more),
    )


def claims() -> dict[str, SaidClaim]:
    made = [
        said("c1", "r1", KILLED, "ASSAULT", (FRONT, "Salt Front"), (DEAD, VICTIM), (SEEN, WITNESS), place=CLINIC),
        said("c2", "r1", DENIED, "ASSAULT", (FRONT, "Salt Front"), (DEAD, "SEGA TRAORE"), (None, "its spokesman")),
        said("c3", "r2", ABDUCTED, "ASSAULT", (ARMY, "Malian army"), (SISTER, PRIVATE), (None, "a relative")),
        said("c4", "r2", CLASHED, "ASSAULT", (FRONT, "Salt Front"), (ARMY, "Malian army"), None, place=GAO),
        said("c5", "r1", LEADS, "leads", (CHIEF, LEADER), (FRONT, "Salt Front"), None),
        said("c6", "r2", MEMBER, "member_of", (SISTER, "F. Keita"), (FRONT, "Salt Front"), None),
        said("c7", "r2", HOLDS, "controls", (FRONT, "Salt Front"), None, None, place=GAO),
    ]
    made[1].record["polarity"] = "negated"
    made[2].record["modality"] = made[5].record["modality"] = "alleged"
    made[5].record["role"] = "nurse"
    return {claim.record["id"]: claim for claim in made}


def said(
    identifier: str,
    report: str,
    quote: str,
    kind: str,
    subject: tuple[str | None, str] | None,
    other: tuple[str | None, str] | None,
    speaker: tuple[str | None, str] | None,
    place: PlaceAt | None = None,
) -> SaidClaim:
    start = TEXTS[report].index(quote)
    parts = {"subject": subject, "object": other, "said_by": speaker}
    record: dict[str, Any] = {
        "id": identifier,
        "type": kind,
        "mode": "firearms" if kind == "ASSAULT" else None,
        "place": place.name if place else None,
        "location": _location(place) if place else None,
        "when": {
            "certain": ["2024-02-01", "2024-02-03"],
            "possible": ["2024-01-01", "2024-06-30"],
            "edtf": "2024-01/2024-06",
            "basis": "in the days of Fatou",
            "reason": "the words say so",
        },
        "polarity": "asserted",
        "modality": "actual",
        "speech": "indirect" if speaker else None,
        "attribution": None,
        "role": None,
        "weapon": None,
        "evidence": [start, start + len(quote)],
        "quote": quote,
        "counts": {},
        "governed_by": [],
        "codes": {"UCDP": {"code": "3", "detail": "one-sided", "reason": f"{VICTIM} is a civilian"}},
        "confidence": 0.7,
        "reason": f"“kill” with {quote[:60]}",
    }
    for name, part in parts.items():
        record[name] = part[1] if part else None
        record[f"{name}_entity"] = "e1" if part else None
        found = quote.find(part[1]) if part else -1
        record[f"{name}_span"] = [start + found, start + found + len(part[1])] if part and found >= 0 else None
    actors = {name: part[0] if part else None for name, part in parts.items()}
    return SaidClaim(
        record=record,  # type: ignore[arg-type]
        report=report,
        reader="dateline 0.1.0, model 1",
        subject_actor=actors["subject"],
        object_actor=actors["object"],
        said_by_actor=actors["said_by"],
        corrected=(),
    )


def _location(place: PlaceAt) -> dict[str, Any]:
    return {
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "geonameid": place.geonameid,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "basis": f"at the {place.name}",
    }


def reports() -> dict[str, ReportCard]:
    first = ReportCard(
        id="r1",
        sha256="a" * 64,
        source="/inbox/sega_traore_sow.html",
        title=f"={VICTIM} killed; a town in fear",
        published=date(2024, 3, 5),
        publisher="Sahel Post",
        agency=None,
        author="A. Reporter",
        url="https://news.example/2024/03/s%C3%A9ga-traor%C3%A9sow-killed.html",
        language="en",
        cluster="r1",
        text=R1_TEXT,
    )
    second = ReportCard(
        id="r2",
        sha256="b" * 64,
        source="-",
        title="General Keita’s sister taken",
        published=date(2024, 4, 2),
        publisher=None,
        agency="Desert Wire",
        author=None,
        url="https://justiceforfatoumata.example/2024/clash-in-gao",
        language="en",
        cluster="r2",
        text=R2_TEXT,
    )
    return {"r1": first, "r2": second}
