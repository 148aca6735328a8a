"""Making up armed groups: full names, acronyms, second transliterations, new names after a renaming or a split."""

from dataclasses import dataclass
from random import Random

from benchmarks.world.places import Country


@dataclass(frozen=True, slots=True)
class Naming:
    """What a group is called at one time."""

    full: tuple[str, ...]
    """Spellings, the most usual first."""
    acronym: str | None
    article: bool
    """Whether the full name takes "the"."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every spelling."""
        return (*self.full, self.acronym) if self.acronym else self.full


_ARABIC = (
    ("Harakat al-Noor", "Harakat an-Nur"),
    ("Jaysh al-Wadi", "Jaish al-Wadi"),
    ("Katibat al-Sabirin", "Katibat as-Sabireen"),
    ("Liwa al-Fajr", "Liwa' al-Fadjr"),
    ("Ansar al-Sahra", "Ansar as-Sahraa"),
    ("Saraya al-Thabat", "Saraya ath-Thabat"),
    ("Harakat al-Islah al-Watani", "Harakat al-Eslah al-Watani"),
    ("Kataib al-Rafidayn", "Kata'ib ar-Rafidain"),
    ("Jund al-Jabal", "Jound al-Djabal"),
    ("Tajammu al-Ahrar", "Tajamou' al-Ahrar"),
)
_LOCAL = {
    "sahel": (*_ARABIC, ("Mouvement pour la Justice au Sahel",), ("Front du Fleuve pour la Dignité",)),
    "mashriq": _ARABIC,
    "nile": (*_ARABIC, ("Quwat al-Karama", "Kuwat al-Karamah"), ("Jabhat al-Gharb", "Jabhat al-Garb")),
    "andes": (
        ("Frente Oriental de los Llanos",),
        ("Bloque Cordillera Libre",),
        ("Autodefensas del Río Negro", "Autodefensas del Rio Negro"),
        ("Columna Manigua",),
        ("Los Halcones del Norte",),
    ),
    "congo": (
        ("Mai-Mai Ngozi", "Mayi-Mayi Ngozi"),
        ("Raia Imara", "Raïa Imara"),
        ("Forces pour la Défense du Kivu", "Forces pour la Defense du Kivu"),
        ("Alliance des Patriotes de la Forêt", "Alliance des Patriotes de la Foret"),
        ("Mai-Mai Safari", "Mayi-Mayi Safari"),
    ),
    "slavic": (
        ("Vilna Brigada", "Volnaya Brigada"),
        ("Stepova Varta", "Stepnaya Varta"),
        ("Sokoly Battalion", "Sokoli Battalion"),
        ("Chorna Hora Battalion", "Chornaya Gora Battalion"),
    ),
    "afghan": (
        ("Lashkar-e-Sahar", "Lashkar-i-Sahar"),
        ("Jabha-ye-Melli-ye-Shamal", "Jabhe-i-Melli-i-Shomal"),
        *_ARABIC[:5],
    ),
    "moro": (
        ("Bangsa Kalayaan Front",),
        ("Ansar al-Janub", "Ansarul Janub"),
        ("Hukbong Lupa",),
        ("Kapatiran ng Silangan",),
    ),
    "burma": (
        ("Pyi Chit Tatphwe", "Pyichit Tatphwe"),
        ("Taung Paw Brigade", "Taungpaw Brigade"),
        ("Kyar Ni Army", "Kya Ni Army"),
    ),
    "horn": (("Jabhadda Xorriyadda", "Jabhada Horiyada"), ("Ciidanka Badbaadada", "Idanka Badbadada"), *_ARABIC[3:8]),
}
_WHERE = "Northern Southern Eastern Western Highland River Border Central Upland Lowland Coastal".split()
_WHAT = "Liberation Resistance Freedom Salvation Justice Independence Unity Defence Renewal Dignity".split()
_BODY = "Front Army Movement Brigade League Council Alliance Union".split()


class GroupNames:
    """Gives every group a name of its own."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._taken: set[str] = set()

    def new(self, country: Country) -> Naming:
        """A name that no group has had yet, foreign or English, most with an acronym."""
        local = [names for names in _LOCAL[country.region] if self._taken.isdisjoint(names)]
        if local and self.rng.random() < 0.5:
            return self._take(Naming(names := self.rng.choice(local), self._acronym(names[0], 0.3), article=False))
        return self._take(self._english(country))

    def after_split(self, old: Naming, country: Country) -> Naming:
        """The name of a faction: often the old one with a word before it, to try those who merge by likeness."""
        full = f"{self.rng.choice(('Renewed', 'True', 'Reformed'))} {old.full[0]}"
        if not old.article or len(old.full[0].split()) > 4 or self.rng.random() < 0.5 or full in self._taken:
            return self.new(country)
        return self._take(Naming((full,), self._acronym(full, 0.8), article=True))

    def _take(self, naming: Naming) -> Naming:
        self._taken.update(naming.all)
        return naming

    def _english(self, country: Country) -> Naming:
        while True:
            first = self.rng.choice((*_WHERE, country.demonym, "People's", "National"))
            full = f"{first} {self.rng.choice(_WHAT)} {self.rng.choice(_BODY)}"
            if self.rng.random() < 0.3:
                full += f" of {country.with_article}"
            if full not in self._taken:
                return Naming((full,), self._acronym(full, 0.9), article=True)

    def _acronym(self, full: str, chance: float) -> str | None:
        words = [
            word for word in full.replace("-", " ").split() if word.lower() not in {"of", "al", "de", "la", "du", "au"}
        ]
        acronym = "".join(word[0].upper() for word in words)
        usable = 3 <= len(acronym) <= 5 and acronym.isascii() and acronym not in self._taken
        return acronym if usable and self.rng.random() < chance else None
