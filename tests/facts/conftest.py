"""Reports, entities and claims made by hand, as facts are made from them.

A party is given by its name. A name with a capital is an actor of the record, whose id is that name; any other is
somebody only described. So ``make.claim(subject="Northern Front", object="gunmen")`` says all that there is.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest

from dateline.facts.actor_keys import Background, entity_keys
from dateline.facts.inputs import ClaimIn, CountIn, EntityIn, PartyIn, ReportIn, Scene
from dateline.facts.same_actor import Resolved, resolve
from dateline.facts.sources import Outlet
from dateline.facts.told import Telling, Told
from dateline.model.date_span import DayRange
from dateline.model.fact import PlaceAt

PUBLISHED = "2012-05-10"


class Make:
    """Makes what facts are made from."""

    def days(self, words: str | None) -> DayRange | None:
        """``2012-05-09``, ``2012-05-01/2012-05-07``, ``../2012-05-07``; None for none."""
        if words is None:
            return None
        first, slash, last = words.partition("/")
        ends = [None if end == ".." else date.fromisoformat(end) for end in (first, last if slash else first)]
        return DayRange(first=ends[0], last=ends[1])

    def report(
        self, name: str = "r1", *, order: int | None = None, published: str | None = PUBLISHED, publisher: Any = None
    ) -> ReportIn:
        """``order``: by default the digits of its id."""
        number = int("".join(c for c in name if c.isdigit()) or 0) if order is None else order
        day = date.fromisoformat(published) if published else None
        return ReportIn(id=name, order=number, published=day, publisher=publisher)

    def entity(self, *names: str, report: str = "r1", kind: str = "person", **of: Any) -> EntityIn:
        """An entity with these names; of only described ones give ``name``. The id is the first name by default."""
        name = of.pop("name", names[0] if names else "")
        of.setdefault("id", name)
        fields = {"country": None, "known": None, "plural": False, "descriptions": (), **of}
        return EntityIn(report=report, name=name, kind=kind, names=names, **fields)  # type: ignore[arg-type]

    def party(self, name: str | None) -> PartyIn | None:
        return PartyIn(name=name, entity=name) if name else None

    def place(self, name: str = "Gao", lat: float | None = 16.27, lon: float | None = -0.04, **of: Any) -> PlaceAt:
        fields = {"country": "ML", "geonameid": None, "precision": "settlement", "radius_km": None, **of}
        return PlaceAt(name=name, lat=lat, lon=lon, **fields)

    def claim(self, name: str = "c1", kind: str = "ASSAULT", **of: Any) -> ClaimIn:
        """A claim by its id and type. ``on``: the possible days, certain too when it is one day. ``killed``: best, or
        (low, best, high).
        """
        days, counts = of.pop("on", None), dict(of.pop("counts", {}))
        if (killed := of.pop("killed", None)) is not None:
            counts["killed"] = killed
        possible = self.days(of.pop("possible", days))
        certain = self.days(of.pop("certain", days if days and "/" not in days else None))
        parties = {part: self.party(of.pop(part, None)) for part in ("subject", "object", "said_by")}
        number = int("".join(c for c in name if c.isdigit()) or 0)
        fields: dict[str, Any] = {
            "report": "r1",
            "order": number,
            "mode": None,
            "place": None,
            "since": None,
            "polarity": "asserted",
            "modality": "actual",
            "role": None,
            "weapon": None,
            "codes": (),
            "confidence": 0.5,
            "start": 100 * number,
            "end": 100 * number + 80,
            "deadly": False,
            "former": False,
            **parties,
            **of,
        }
        return ClaimIn(id=name, type=kind, certain=certain, possible=possible, counts=_counts(counts), **fields)

    def telling(
        self,
        claims: Iterable[ClaimIn],
        reports: Iterable[ReportIn] = (),
        *,
        outlets: Mapping[str, Outlet] | None = None,
        superseded: Iterable[str] = (),
        kinds: Mapping[str, str] | None = None,
    ) -> Telling:
        """All that is known of the parties of claims. Reports that are not given are as ``report`` makes them."""
        held = list(claims)
        every = {claim.report: self.report(claim.report) for claim in held} | {one.id: one for one in reports}
        named = [
            (claim.report, party.name)
            for claim in held
            for party in (claim.subject, claim.object, claim.said_by)
            if party is not None
        ]
        return Telling(
            reports=every,
            outlets=outlets or {one.id: Outlet(cluster=one.id, name=one.publisher) for one in every.values()},
            superseded=frozenset(superseded),
            actors={(report, name): name for report, name in named if name[0].isupper()},
            entities={
                (report, name): self.entity(name, report=report, kind=(kinds or {}).get(name, "armed_group"))
                for report, name in named
            },
        )

    def told(self, claim: ClaimIn, report: ReportIn | None = None, **of: Any) -> Told:
        return self.telling([claim], [report or self.report(claim.report)], **of).told(claim)

    def background(self, country: str | None = "ML", *, report: str = "r1", **of: Any) -> Background:
        """``bodies`` and ``around``: ids of actors. ``office``: whether the person holds one."""
        return Background(
            scene=Scene(country),
            cluster=of.pop("cluster", report),
            bodies=frozenset(of.pop("bodies", ())),
            around=frozenset(of.pop("around", ())),
            holds_office=of.pop("office", False),
            **of,
        )

    def resolved(
        self,
        *entities: tuple[EntityIn, Background],
        parts: Mapping[Any, frozenset[str]] | None = None,
        forced: Any = (),
    ) -> Resolved:
        """Entities in the order of adding, each with its background, as actors. ``forced``: keys by key of entity."""
        given = dict(forced)
        return resolve(
            [entity for entity, _ in entities],
            {entity.key: entity_keys(entity, background, given.get(entity.key, ())) for entity, background in entities},
            {entity.key: background for entity, background in entities},
            parts or {},
        )


def _counts(counts: Mapping[str, Any]) -> tuple[tuple[str, CountIn], ...]:
    ranges = {name: (count, count, count) if isinstance(count, int) else count for name, count in counts.items()}
    return tuple((name, CountIn(low=low, best=best, high=high)) for name, (low, best, high) in ranges.items())


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()
