"""A store of self-written reports, read by the rules, for tests of the commands that ask the record."""

from datetime import date

from dateline import Reader
from dateline.model import Published, Report
from dateline.store import Store

MARKET = (
    "Fighters of the Salt Front killed 12 people in an attack on a market in Gao on Monday, the army said. "
    "The Salt Front, which is led by Idriss Kallon, has controlled Tessalit since April 2012. "
    "Colonel Moussa Baro commands the Reed Brigade, which is part of the Salt Front, a local official said. "
    "The dead were buried the same evening and the shops of the town remained closed, residents said."
)
REPORTS = (
    ("market.txt", "2012-11-20", "The River Post", MARKET),
    ("copy.txt", "2012-11-21", "Daily Herald", MARKET),
    (
        "doctor.txt",
        "2012-11-22",
        "Sahel Tribune",
        (
            "Fighters of the Salt Front killed 30 people in an attack on a market in Gao on Monday, a doctor said. "
            "Idriss Kallon leads the Salt Front."
        ),
    ),
    (
        "denial.txt",
        "2012-11-23",
        "Desert Wire",
        "The Salt Front did not attack the market in Gao, its spokesman Oumar Diallo said.",
    ),
    (
        "dead.txt",
        "2013-03-03",
        "Sahel Tribune",
        (
            "Idriss Kallon, the leader of the Salt Front, was killed in an air strike near Kidal on Friday, "
            "the French defence ministry said."
        ),
    ),
    (
        "split.txt",
        "2013-05-14",
        "The River Post",
        (
            "The Reed Brigade has split from the Salt Front, its commander Tidiane Sarr said on Monday. "
            "The Reed Brigade pledged allegiance to al Qaeda in the Islamic Maghreb."
        ),
    ),
    (
        "aqim.txt",
        "2013-06-12",
        "Daily Herald",
        (
            "Al Qaeda in the Islamic Maghreb (AQIM) is part of al Qaeda. AQIM is led by Abdelmalek Droukdel. "
            "Al Qaeda is part of AQIM, a trader said."
        ),
    ),
    (
        "plan.txt",
        "2013-07-01",
        "Sahel Tribune",
        (
            "The Salt Front plans to attack Kidal, an official said. "
            "The army is accused of shooting four herders in northern Mali in June 2013."
        ),
    ),
    ("governor.txt", "2013-08-20", "Daily Herald", "Issa Traoré is the governor of Gao, the government said."),
    (
        "shop.txt",
        "2013-09-11",
        "Sahel Tribune",
        "Gunmen killed Issa Traoré, a shopkeeper, in Mopti on Monday, his brother said. Traoré was 40.",
    ),
    ("odd.txt", "2013-10-01", "Bad\x1b[31m Post", "The Gorge\x1b[31m Band attacked Menaka on Monday, the police said."),
)


def fill(store: Store, reader: Reader) -> None:
    """Add all reports, in order."""
    for source, published, publisher, text in REPORTS:
        identifier, digest = Report.identity(f"{source}\n{text}".encode())
        report = Report(
            id=identifier,
            sha256=digest,
            raw=f"{source}\n{text}".encode(),
            text=text,
            source=source,
            media_type="text/plain",
            published=Published(day=date.fromisoformat(published), basis="user", words=published),
            publisher=publisher,
        )
        store.add(reader.read(report))
