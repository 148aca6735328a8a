"""Who publishes: agencies of the world, papers of the world, a state agency and two papers for each country."""

from dataclasses import dataclass
from typing import Literal

from benchmarks.world.nouns import Actor
from benchmarks.world.places import Country


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its habits."""

    id: str
    name: str
    acronym: str | None
    kind: Literal["wire", "state", "paper"]
    country: str | None
    """None for those of the world."""
    site: str
    month_first: bool
    """ "March 12" rather than "12 March"."""
    curly: bool
    """Curly quotation marks and apostrophes rather than straight ones."""
    dateline: Literal["full", "credit", "plain", "none"]
    """"GAO, Mali, 12 March 2015 —", "GAO (Agency) -", "GAO, Mali —" or none at all."""
    says_yesterday: bool

    @property
    def short(self) -> str:
        """As printed in credits."""
        return self.acronym or self.name

    def actor(self) -> Actor:
        """As the world's truth shows it."""
        names = (self.name, self.acronym) if self.acronym else (self.name,)
        return Actor(id=self.id, kind="media", name=self.name, names=names, country=self.country, private=False)


def wires() -> tuple[Outlet, ...]:
    """Two agencies and two papers that cover all countries."""
    return (
        Outlet("o1", "Meridian Wire", None, "wire", None, "meridianwire.example", False, False, "credit", False),
        Outlet("o2", "Transcontinental Press Agency", "TPA", "wire", None, "tpa.example", True, False, "credit", False),
        Outlet("o3", "The Harbour Post", None, "paper", None, "harbourpost.example", False, True, "full", True),
        Outlet("o4", "Continental Herald", None, "paper", None, "herald.example", True, False, "plain", False),
    )


_PAPERS = {
    "sahel": ("The Savannah Courier", "L'Écho du Fleuve"),
    "mashriq": ("The Two Rivers Daily", "Sawt al-Madina"),
    "nile": ("The Confluence Times", "Akhbar al-Nil"),
    "andes": ("El Correo de la Sierra", "The Cordillera Review"),
    "congo": ("Le Phare des Lacs", "The Great Lakes Monitor"),
    "slavic": ("The Dnipro Observer", "Stepovi Visti"),
    "afghan": ("The Hindu Kush Mail", "Roshnai Daily"),
    "moro": ("The Island Sentinel", "Bagong Balita"),
    "burma": ("The Delta Chronicle", "Taung Than News"),
    "horn": ("The Gulf Road Gazette", "Codka Xeebta"),
}


def outlets_of(country: Country) -> tuple[Outlet, ...]:
    """A country's state agency and its two papers. Their habits follow from its code, so that they differ."""
    first, second = _PAPERS[country.region]
    code, odd = country.code.lower(), sum(map(ord, country.code)) % 2 == 1
    if country.code in {"NG", "YE"}:
        first, second = f"The {country.towns[1].name} Times", f"{country.name} Today"
    agency = f"{country.demonym} State News Agency"
    return (
        Outlet(f"o-{code}-1", agency, None, "state", country.code, f"agency.{code}.example", odd, False, "full", False),
        Outlet(f"o-{code}-2", first, None, "paper", country.code, f"daily.{code}.example", False, odd, "plain", True),
        Outlet(f"o-{code}-3", second, None, "paper", country.code, f"news.{code}.example", not odd, True, "none", True),
    )
