"""Options that several commands share, each declared once."""

from typing import Annotated

import typer

from dateline.settings import Settings

_SETTING_HELP = {name: field.metadata["help"] for name, field in Settings.__dataclass_fields__.items()}


def _set_up_logs(verbose: int) -> int:
    from dateline.logs import set_up_logs

    set_up_logs(verbose=verbose)
    return verbose


StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH-or-URL",
        help=f"{_SETTING_HELP['store']} Default: DATELINE_STORE, else the user's data folder.",
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help=f"{_SETTING_HELP['model']} Default: DATELINE_MODEL."),
]
ActorsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="A file of your own actors, before the shipped ones: CSV, a PETRARCH dictionary or FollowTheMoney "
        "entities. May be given several times. Default: DATELINE_ACTORS.",
    ),
]
OntologyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ontology",
        metavar="FILE",
        help="A YAML file of your own claim types, modes and words. May be given several times. Default: "
        "DATELINE_ONTOLOGY.",
    ),
]
PetrarchVerbsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--petrarch-verbs",
        metavar="FILE",
        help="A verb dictionary of PETRARCH or TABARI, to run beside the shipped words. May be given several times. "
        "Default: DATELINE_PETRARCH_VERBS.",
    ),
]
EncoderOption = Annotated[
    bool | None,
    typer.Option(
        "--encoder/--no-encoder",
        show_default=False,
        help="Whether the encoder reads too. Without it reading is faster and less accurate, and finds no incidents. "
        "Default: DATELINE_ENCODER, else with it.",
    ),
]
GateOption = Annotated[
    float | None,
    typer.Option(
        "--gate",
        metavar="PROBABILITY",
        min=0,
        max=1,
        help="Do not read reports that the encoder thinks less likely than this to be about conflict, such as 0.2. "
        "Default: DATELINE_GATE, else read all.",
    ),
]
LakeOption = Annotated[
    str | None,
    typer.Option("--lake", metavar="FOLDER", help="Ask the tables that `dateline batch` wrote instead of a store."),
]
TimeLimitOption = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=0,
        max=3600,
        help="How long one report may take before it is given up and named; 0 for no limit. Default: "
        "DATELINE_TIME_LIMIT, else 120.",
    ),
]
VerboseOption = Annotated[
    int,
    typer.Option(
        "--verbose",
        "-v",
        count=True,
        callback=_set_up_logs,
        show_default=False,
        help="Say more; with an error, say where it happened.",
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="YYYY-MM-DD", help="The day the reports were published, if they do not say."),
]
EncodingOption = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="The encoding of the texts, such as cp1251. Default: found out."),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="In CSV and JSON lines, the column of a field: text, title, published, url, publisher, author or "
        "language. May be given several times. Default: guessed from usual names.",
    ),
]
MaxMegabytesOption = Annotated[
    float | None, typer.Option("--max-mb", metavar="NUMBER", help="Skip what is larger than so many megabytes.")
]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch URLs of this machine and of private networks.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON lines, for machines.")]

ActorOption = Annotated[
    str | None,
    typer.Option("--actor", metavar="NAME", help="Who did it or to whom, under any name the report uses."),
]
TypeOption = Annotated[
    str | None, typer.Option("--type", metavar="TYPE[/MODE]", help="A claim type, such as ASSAULT or ASSAULT/abduct.")
]
PlaceOption = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="A place, a country, or a country's two-letter code.")
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", help="Not over before this day, month or year: 2012-12-03, 2012-12, 2012."),
]
ToOption = Annotated[
    str | None, typer.Option("--to", metavar="DAY", help="Begun by the end of this day, month or year.")
]
SpeakerOption = Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Whom the report cites for it.")]
ReportOption = Annotated[
    str | None,
    typer.Option("--report", metavar="ID", help="A report: its id or the beginning of it, its file name, its URL."),
]
SupersededOption = Annotated[
    bool, typer.Option("--superseded", help="Also give claims that a newer reading of their report has replaced.")
]
