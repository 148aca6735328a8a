"""From annotated reports to what the network learns: which words state which types, and which candidates take part.

The reports are read by the rules, so that the candidates are those of a reading: the same parse, mentions and
coreference, with the names that the reader gives them. A candidate is right when its name means an annotated answer.
"""

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline import Reader
from dateline.claims.assemble import Assembler
from dateline.claims.drafts import Draft
from dateline.claims.learned.candidates import Scene, scene_of
from dateline.claims.learned.features import features_of, scene_features
from dateline.claims.subject_matter import SubjectMatter
from dateline.claims.words import Word, Words
from dateline.encoder.claims import ROLES, TYPES
from dateline.encoder.wordpieces import Pieces, WordpieceCutter
from dateline.evaluate.name_match import AnnotatedNames
from dateline.ingest import report_from_text
from dateline.model.days import parse_day
from dateline.read.doc_text import text_of

Record = Mapping[str, Any]
NOT_YET = ("dateline_claims", "dateline_incidents", "dateline_relations")
"""Components that a lesson does without."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A word of a report that states a type, and its candidates."""

    piece: int
    """The word's first wordpiece."""
    type: int
    weight: float
    others: tuple[int, ...]
    """Types that are right answers too."""
    candidate_pieces: tuple[int, ...]
    features: tuple[tuple[str, ...], ...]
    """Of each candidate, in the order of ``FEATURES``."""
    scene: tuple[float, ...]
    right: npt.NDArray[np.bool_]
    """(candidates + 1) x roles; the last row: nobody."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One report: its wordpieces and what is stated in them."""

    id: str
    pieces: Pieces
    stated: tuple[Stated, ...]


@dataclass(slots=True)
class _Answer:
    """What is annotated of one word and type: several claims where the participants are several."""

    word: Word
    weight: float = 0.0
    who: dict[str, set[str | None]] = field(default_factory=lambda: {role: set() for role in ROLES})
    others: set[str] = field(default_factory=set)


class LessonMaker:
    """Makes lessons of annotated reports."""

    def __init__(self, reader: Reader, cutter: WordpieceCutter, optional: float) -> None:
        """``optional``: the weight of claims that one careful coder would leave out."""
        self.reader, self.cutter, self.optional = reader, cutter, optional
        self.claims: Any = reader.language.get_pipe("dateline_claims")

    def lesson(self, record: Record) -> Lesson:
        """What one annotated report teaches; claims without the word that states them teach nothing."""
        published = parse_day(record["published"]) if record.get("published") else None
        report = report_from_text(record["text"], published=published, source=record["id"])
        skipped = [name for name in NOT_YET if name in self.reader.language.pipe_names]
        with self.reader.language.select_pipes(disable=skipped):
            doc = self.reader.language(self.reader.prepare(report))
        words = Words(doc)
        matter = SubjectMatter(words)
        assembler = Assembler(words, self.claims.ontology, on_conflict=matter.on_conflict)
        drafts = list(self.claims.stated(words, assembler, matter))
        pieces, names = self.cutter.cut(text_of(doc)), AnnotatedNames(record)
        stated = []
        for (_, claim_type), answer in self._answers(record, words).items():
            scene = scene_of(answer.word, assembler)
            told = [draft for draft in drafts if draft.match.trigger is answer.word and draft.type == claim_type]
            stated.append(_stated(scene, claim_type, answer, told, names, pieces))
        words.close()
        return Lesson(record["id"], pieces, tuple(stated))

    def _answers(self, record: Record, words: Words) -> dict[tuple[int, str], _Answer]:
        starts = [word.idx for word in words.words]
        found: dict[tuple[int, str], _Answer] = {}
        for claim in record["claims"]:
            if "word" not in claim:
                continue
            word = words[max(0, bisect.bisect_right(starts, claim["word"][0]) - 1)]
            answer = found.setdefault((word.i, claim["type"]), _Answer(word))
            answer.weight = max(answer.weight, self.optional if claim.get("optional") else 1.0)
            accepted = claim.get("accept", {})
            answer.others |= set(accepted.get("type", ()))
            for role in ROLES:
                answer.who[role] |= {claim[role], *accepted.get(role, ())}
            if claim["object"] is None and claim.get("place"):
                answer.who["object"].add(claim["place"])  # "attacked the village": the place as object
        return found


def _stated(
    scene: Scene, claim_type: str, answer: _Answer, told: Sequence[Draft], names: AnnotatedNames, pieces: Pieces
) -> Stated:
    right = np.zeros((len(scene.candidates) + 1, len(ROLES)), dtype=bool)
    for column, role in enumerate(ROLES):
        wanted = answer.who[role]
        right[-1, column] = None in wanted
        for row, candidate in enumerate(scene.candidates):
            right[row, column] = any(names.means(one, candidate.who.name) for one in wanted if one is not None)
    return Stated(
        piece=pieces.at(scene.trigger.idx),
        type=TYPES.index(claim_type),
        weight=answer.weight,
        others=tuple(TYPES.index(other) for other in sorted(answer.others) if other in TYPES),
        candidate_pieces=tuple(pieces.at(candidate.word.idx) for candidate in scene.candidates),
        features=tuple(features_of(scene, candidate, told) for candidate in scene.candidates),
        scene=tuple(scene_features(scene, told)),
        right=right,
    )
