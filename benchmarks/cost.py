"""Time and memory, as ratios in one run: the bare spaCy model and Dateline on the same reports, in turn."""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import spacy

from dateline import Reader
from dateline.encoder.model import RunOptions, load_encoder
from dateline.ingest import report_from_text
from dateline.model import Report
from dateline.read.language import DEFAULT_MODEL

REPORTS, ROUNDS, STARTS = 200, 3, 5
MEMORY_AT = (200, 1000)


def measure(corpus: Path) -> dict[str, Any]:
    """All cost figures, from the first reports of a JSONL corpus with ``text``; with the encoder and without."""
    texts = _texts(corpus, REPORTS)
    bare = spacy.load(DEFAULT_MODEL)
    return {
        "rules": _measured(False, bare, texts, corpus),
        "both": _measured(True, bare, texts, corpus),
        "encoder_ratio": encoder_ratio(bare, texts),
        "instructions": instructions(),
    }


def _measured(encoder: bool, bare: Any, texts: list[str], corpus: Path) -> dict[str, Any]:
    reader = Reader(encoder=encoder)
    return {
        **reading_ratio(reader, bare, texts),
        "shares": shares(reader, texts[:100]),
        "claims_sentences_a_second": claims_rate(reader, texts[:100]),
        **start_up(encoder),
        "memory_mb": memory(corpus, encoder),
    }


def encoder_ratio(bare: Any, texts: list[str]) -> float:
    """Tokens a second of the encoder over those of bare spaCy, on the same texts in turn."""
    encoder = load_encoder(options=RunOptions(window=256))
    _seconds(lambda: encoder.read_many(texts[:10]))
    return statistics.median(
        _seconds(lambda: bare.pipe(texts)) / _seconds(lambda: encoder.read_many(texts)) for _ in range(ROUNDS)
    )


def instructions() -> str:
    """Whether the processor has the instructions that int8 weights are made for."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return ""
    if "vnni" in flags:
        return "This processor has instructions for int8 (VNNI)."
    return "This processor has no instructions for int8 (VNNI); with them int8 weights run several times as fast."


def reading_ratio(reader: Reader, bare: Any, texts: list[str]) -> dict[str, Any]:
    """Seconds of Dateline over seconds of bare ``nlp.pipe``, in alternating rounds on the same texts."""
    reports = [_report(text) for text in texts]
    _seconds(lambda: bare.pipe(texts[:20]))
    _seconds(lambda: reader.read_many(reports[:20]))
    pairs = [(_seconds(lambda: bare.pipe(texts)), _seconds(lambda: reader.read_many(reports))) for _ in range(ROUNDS)]
    tokens = sum(len(doc) for doc in bare.tokenizer.pipe(texts))
    return {
        "reports": len(texts),
        "tokens": tokens,
        "bare_seconds": statistics.median(pair[0] for pair in pairs),
        "read_seconds": statistics.median(pair[1] for pair in pairs),
        "ratio": statistics.median(read / plain for plain, read in pairs),
        "ratios": [read / plain for plain, read in pairs],
    }


def shares(reader: Reader, texts: list[str]) -> dict[str, float]:
    """Each component's share of the time of reading, one document at a time."""
    nlp = reader.language
    spent = dict.fromkeys(["tokenizer", *nlp.pipe_names], 0.0)
    for text in texts:
        begun = time.perf_counter()
        doc = reader.prepare(_report(text))
        spent["tokenizer"] += time.perf_counter() - begun
        for name, component in nlp.pipeline:
            begun = time.perf_counter()
            doc = component(doc)
            spent[name] += time.perf_counter() - begun
    total = sum(spent.values())
    return {name: seconds / total for name, seconds in spent.items()}


def claims_rate(reader: Reader, texts: list[str]) -> float:
    """Sentences a second of the claims step alone, its word lists loaded, on reports that all before it has read."""
    docs, claims = [], dict(reader.language.pipeline)["dateline_claims"]
    for text in texts:
        doc = reader.prepare(_report(text))
        for name, component in reader.language.pipeline:
            if name == "dateline_claims":
                break
            doc = component(doc)
        docs.append(doc)
    sentences = sum(1 for doc in docs for _ in doc.sents)
    _seconds(lambda: map(claims, docs))
    return sentences / statistics.median(_seconds(lambda: map(claims, docs)) for _ in range(ROUNDS))


def start_up(encoder: bool) -> dict[str, float]:
    """Seconds of ``dateline read`` on one sentence over seconds of loading bare spaCy, each a process of its own."""
    bare = [sys.executable, "-c", f"import spacy; spacy.load({DEFAULT_MODEL!r})('The army left the town.')"]
    ours = [sys.executable, "-m", "dateline", "read", "--encoder" if encoder else "--no-encoder", "-"]
    pairs = [(_process(bare), _process(ours)) for _ in range(STARTS)]
    return {
        "start_bare_seconds": statistics.median(pair[0] for pair in pairs),
        "start_read_seconds": statistics.median(pair[1] for pair in pairs),
        "start_ratio": statistics.median(read / plain for plain, read in pairs),
    }


def memory(corpus: Path, encoder: bool) -> dict[str, float]:
    """Peak memory of one process, in MB, after so many reports."""
    code = "import sys; from benchmarks.cost import read_and_tell; read_and_tell(sys.argv[1], sys.argv[2] == 'encoder')"
    done = subprocess.run(
        [sys.executable, "-c", code, str(corpus), "encoder" if encoder else "rules"],
        capture_output=True,
        text=True,
        check=True,
    )
    result: dict[str, float] = json.loads(done.stdout)
    return result


def read_and_tell(corpus: str, encoder: bool) -> None:
    """Read reports over and over and print the peak memory at ``MEMORY_AT``; runs in a process of its own."""
    reader, texts = Reader(encoder=encoder), _texts(Path(corpus), MEMORY_AT[-1])
    told: dict[str, float] = {}
    for number in range(MEMORY_AT[-1]):
        reader.read(_report(texts[number % len(texts)]))
        if number + 1 in MEMORY_AT:
            told[str(number + 1)] = peak_megabytes()
    print(json.dumps(told))


def peak_megabytes() -> float:
    """Peak resident memory of this process since it began its program.

    From the kernel's VmHWM where there is one: getrusage also counts what the parent held when it forked.
    """
    status = Path("/proc/self/status")
    if status.exists():
        fields = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
        return int(fields["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _texts(corpus: Path, count: int) -> list[str]:
    with corpus.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]


def _report(text: str) -> Report:
    return report_from_text(text)


def _seconds(run: Callable[[], Iterable[Any]]) -> float:
    begun = time.perf_counter()
    for _ in run():
        pass
    return time.perf_counter() - begun


def _process(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, input="The army left the town.\n", capture_output=True, text=True, check=True)
    return time.perf_counter() - begun
