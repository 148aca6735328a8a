"""``dateline evaluate``: how well claims agree with those that people annotated."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.options import EncoderOption, GateOption, JsonOption, ModelOption, VerboseOption
from dateline.cli.progress import progress
from dateline.cli.readers import reader_for
from dateline.cli.words import counted, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.pipeline import Reader

GoldArgument = Annotated[
    Path,
    typer.Argument(metavar="GOLD", help="Annotated reports: JSON or JSON lines, as docs/annotation-guide.md has them."),
]
PredictedArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="[PRED]",
        help="Claims to score: what `dateline read --json` printed. Default: read the texts of GOLD now.",
    ),
]

ROWS = {
    "claim": "claims: type, subject and object",
    "type_only": "claims: type alone",
    "subject": "subject",
    "object": "object",
    "attribution": "who says so",
    "polarity": "polarity",
    "modality": "modality",
    "time": "when, where a day is given",
    "time_left_null": "when, where none is given",
    "place": "where",
    "mode": "mode",
}
"""What ``score_claims`` measures, as a person reads it; the first two as precision and recall, then shares."""


def evaluate_command(
    gold: GoldArgument,
    predicted: PredictedArgument = None,
    as_json: JsonOption = False,
    model: ModelOption = None,
    encoder: EncoderOption = None,
    gate: GateOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Score claims against reports that people have annotated.

    A claim is right when type, subject and object are right and it stands in the same sentence. The slots below
    (who says so, polarity, when and so on) are graded over the claims whose type matched.

    **Examples:**

    - `dateline evaluate benchmarks/reports/dev.jsonl`
    - `dateline read texts/ --json > claims.jsonl && dateline evaluate gold.jsonl claims.jsonl --json`
    """
    figures = evaluate(gold, predicted, Settings.build(model=model, encoder=encoder, gate=gate))
    if as_json:
        typer.echo(json.dumps(figures))
    else:
        for line in table(figures):
            typer.echo(line)
    say(f"{counted(figures['documents'], 'report')} scored, {counted(figures['claim']['gold'], 'annotated claim')}")


def evaluate(gold: Path, predicted: Path | None, settings: Settings) -> dict[str, Any]:
    """The figures of ``score_claims``. Raises DataFileError for files in another form, RunStopped without a model."""
    from dateline.evaluate.claims import score_claims
    from dateline.evaluate.records import read_gold, read_predictions

    annotated = read_gold(gold)
    if predicted is not None:
        return score_claims(annotated, read_predictions(predicted, annotated))
    return score_claims(annotated, predictions(annotated, reader_for(settings)))


def predictions(annotated: list[dict[str, Any]], reader: "Reader") -> list[dict[str, Any]]:
    """The reader's claims for annotated reports, from their text and day of publication alone."""
    from dateline.evaluate.records import prediction
    from dateline.ingest import report_from_text
    from dateline.model.days import parse_day

    made = []
    with progress("Reading", len(annotated)) as advance:
        for record in annotated:
            published = parse_day(record["published"]) if record.get("published") else None
            report = report_from_text(record["text"], published=published, source=record["id"])
            made.append(prediction(record["id"], reader.read(report)))
            advance()
    return made


def table(figures: dict[str, Any]) -> list[str]:
    """The figures as lines of equal columns."""
    lines = [f"{'':<34}{'P':>7}{'R':>7}{'F1':>7}{'right':>9}{'found':>7}{'gold':>7}"]
    for name in ("claim", "type_only"):
        found = figures[name]
        shares = "".join(f"{found[measure]:>7.3f}" for measure in ("p", "r", "f1"))
        lines.append(f"{ROWS[name]:<34}{shares}{found['right']:>9,}{found['predicted']:>7,}{found['gold']:>7,}")
    lines += ["", f"{'of the claims whose type matched':<34}{'share':>7}{'right':>9}{'of':>7}"]
    for name in list(ROWS)[2:]:
        found = figures[name]
        share = "-" if found["accuracy"] is None else f"{found['accuracy']:.3f}"
        lines.append(f"{ROWS[name]:<34}{share:>7}{found['right']:>9,}{found['n']:>7,}")
    return lines
