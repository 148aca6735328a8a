"""The stage: countries with towns that exist, and what their state's bodies are called. Written from general knowledge.

Coordinates are degrees, WGS84, of the middle of the town, good to some kilometres.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the stage."""

    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the stage."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    demonym: str
    region: str
    """Key of the pools of names of people and groups."""
    army: tuple[str, ...]
    """Names without "the", the most usual first."""
    police: tuple[str, ...]
    towns: tuple[Town, ...]
    """The capital first."""

    @property
    def with_article(self) -> str:
        """As it stands in a sentence: "Mali", "the Philippines"."""
        return f"the {self.name}" if self.name == "Philippines" else self.name


_TOWNS = {
    "ML": "Bamako 12.65 -8.00; Gao 16.27 -0.04; Kidal 18.44 1.41; Mopti 14.49 -4.18; Ségou 13.43 -6.22; Sikasso 11.32 "
    "-5.67; Kayes 14.45 -11.44; Koutiala 12.39 -5.46; Djenné 13.91 -4.56; Bandiagara 14.35 -3.61; Douentza 15.00 "
    "-2.95; "
    "Ménaka 15.92 2.40; Niono 14.25 -5.99",
    "SD": "Khartoum 15.55 32.53; Omdurman 15.64 32.48; Nyala 12.05 24.88; El Fasher 13.63 25.35; El Obeid 13.18 30.22; "
    "Kassala 15.45 36.40; Port Sudan 19.62 37.22; Kadugli 11.01 29.72; Zalingei 12.91 23.47; Atbara 17.70 33.99; Kosti "
    "13.16 32.66; Sennar 13.55 33.63; Ad-Damazin 11.79 34.36",
    "CO": "Bogotá 4.61 -74.08; Cali 3.44 -76.52; Popayán 2.44 -76.61; Tumaco 1.80 -78.76; Quibdó 5.69 -76.66; Arauca "
    "7.09 -70.76; Cúcuta 7.89 -72.51; Buenaventura 3.88 -77.03; Florencia 1.61 -75.61; Mocoa 1.15 -76.65; Ocaña 8.24 "
    "-73.36; Apartadó 7.88 -76.63; Tibú 8.64 -72.74",
    "UA": "Kyiv 50.45 30.52; Kramatorsk 48.74 37.58; Sloviansk 48.85 37.61; Bakhmut 48.60 38.00; Mariupol 47.10 37.54; "
    "Pokrovsk 48.28 37.18; Lysychansk 48.91 38.43; Izium 49.21 37.26; Kupiansk 49.71 37.62; Melitopol 46.85 35.37; "
    "Kherson 46.64 32.61; Orikhiv 47.57 35.79; Huliaipole 47.66 36.26",
    "YE": "Sanaa 15.35 44.21; Aden 12.78 45.04; Taiz 13.58 44.02; Marib 15.46 45.33; Hodeidah 14.80 42.95; Ibb 13.97 "
    "44.18; Dhamar 14.54 44.41; Mukalla 14.54 49.12; Zinjibar 13.13 45.38; Lahij 13.06 44.88; Saada 16.94 43.76; Ataq "
    "14.54 46.83",
    "CD": "Kinshasa -4.33 15.31; Goma -1.68 29.22; Bukavu -2.49 28.84; Beni 0.49 29.47; Butembo 0.14 29.29; Bunia 1.57 "
    "30.25; Uvira -3.40 29.14; Kindu -2.94 25.92; Kalemie -5.95 29.19; Isiro 2.77 27.62; Watsa 3.04 29.53; Sake -1.57 "
    "29.04; Rutshuru -1.19 29.45",
    "MM": "Naypyidaw 19.75 96.13; Yangon 16.81 96.16; Mandalay 21.98 96.08; Myitkyina 25.38 97.40; Lashio 22.94 97.75; "
    "Loikaw 19.67 97.21; Hpa-An 16.89 97.63; Sittwe 20.15 92.90; Bhamo 24.26 97.23; Monywa 22.11 95.14; Pakokku 21.33 "
    "95.08; Dawei 14.08 98.19; Taunggyi 20.79 97.04",
    "PH": "Manila 14.60 120.98; Cotabato 7.22 124.25; Marawi 8.00 124.29; Jolo 6.05 121.00; Isabela 6.71 121.97; "
    "Pagadian 7.83 123.44; Iligan 8.23 124.24; Kidapawan 7.01 125.09; Tacurong 6.69 124.68; Surigao 9.78 125.49; "
    "Butuan "
    "8.95 125.54; Tagum 7.45 125.81; Catarman 12.50 124.64",
    "IQ": "Baghdad 33.34 44.40; Mosul 36.34 43.12; Kirkuk 35.47 44.39; Tikrit 34.60 43.68; Ramadi 33.43 43.31; "
    "Fallujah "
    "33.35 43.78; Baqubah 33.75 44.64; Samarra 34.20 43.87; Tal Afar 36.38 42.45; Hit 33.64 42.83; Balad 34.01 44.15; "
    "Baiji 34.93 43.49; Khanaqin 34.35 45.39",
    "AF": "Kabul 34.53 69.17; Kandahar 31.61 65.71; Herat 34.35 62.20; Jalalabad 34.43 70.45; Kunduz 36.73 68.86; "
    "Ghazni "
    "33.55 68.42; Lashkar Gah 31.59 64.37; Gardez 33.60 69.23; Khost 33.34 69.92; Taloqan 36.74 69.53; Maymana 35.92 "
    "64.78; Farah 32.37 62.11; Faizabad 37.12 70.58",
    "NG": "Abuja 9.06 7.49; Maiduguri 11.85 13.16; Bama 11.52 13.69; Monguno 12.67 13.61; Damaturu 11.75 11.96; "
    "Potiskum "
    "11.71 11.08; Mubi 10.27 13.26; Biu 10.61 12.19; Gwoza 11.09 13.69; Gombe 10.29 11.17; Bauchi 10.31 9.84; Jos 9.93 "
    "8.89; Gusau 12.17 6.66",
    "SO": "Mogadishu 2.04 45.34; Kismayo -0.36 42.55; Baidoa 3.11 43.65; Beledweyne 4.74 45.20; Jowhar 2.78 45.50; "
    "Marka "
    "1.72 44.77; Bosaso 11.28 49.18; Galkayo 6.77 47.43; Afgooye 2.14 45.12; Garowe 8.41 48.48; Dhusamareb 5.54 46.39; "
    "Baardheere 2.34 42.28",
}


def _towns(code: str) -> tuple[Town, ...]:
    rows = (town.rsplit(" ", 2) for town in _TOWNS[code].split("; "))
    return tuple(Town(name, float(lat), float(lon)) for name, lat, lon in rows)


def _country(code: str, name: str, demonym: str, region: str, army: str, police: str) -> Country:
    forces = (f"{demonym} army", *army.split("/"))
    return Country(code, name, demonym, region, forces, (f"{demonym} police", *police.split("/")), _towns(code))


COUNTRIES = (
    _country("ML", "Mali", "Malian", "sahel", "Malian Armed Forces/FAMa", "National Police of Mali"),
    _country("IQ", "Iraq", "Iraqi", "mashriq", "Iraqi Armed Forces/Iraqi military", "Iraqi Federal Police"),
    _country("CO", "Colombia", "Colombian", "andes", "Colombian National Army", "National Police of Colombia"),
    _country("CD", "Congo", "Congolese", "congo", "FARDC/Armed Forces of the Congo", "Congolese National Police"),
    _country("SD", "Sudan", "Sudanese", "nile", "Sudanese Armed Forces/SAF", "Sudanese Police Forces"),
    _country("UA", "Ukraine", "Ukrainian", "slavic", "Ukrainian Armed Forces", "National Police of Ukraine"),
    _country("AF", "Afghanistan", "Afghan", "afghan", "Afghan National Army/ANA", "Afghan National Police"),
    _country(
        "PH", "Philippines", "Philippine", "moro", "Armed Forces of the Philippines/AFP", "Philippine National Police"
    ),
    _country("YE", "Yemen", "Yemeni", "mashriq", "Yemeni Armed Forces", "Yemeni security police"),
    _country("MM", "Myanmar", "Myanmar", "burma", "Tatmadaw/Myanmar military", "Myanmar Police Force"),
    _country("NG", "Nigeria", "Nigerian", "sahel", "Nigerian Armed Forces", "Nigeria Police Force"),
    _country("SO", "Somalia", "Somali", "horn", "Somali National Army/SNA", "Somali Police Force"),
)
"""In the order in which a growing world takes them in."""
