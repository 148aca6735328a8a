"""What the network makes of the patterns' claims, and claims that it sees and no pattern states."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from dateline.claims.assemble import Assembler
from dateline.claims.drafts import Draft, is_theirs
from dateline.claims.learned.bars import Bars
from dateline.claims.learned.candidates import Scene, scene_of
from dateline.claims.learned.corrected import changes, corrected, without_scenes
from dateline.claims.learned.features import standing
from dateline.claims.learned.roles import RoleScorer, load_role_scorer
from dateline.claims.learned.seen import LEARNED, Seen
from dateline.claims.match import Match
from dateline.claims.roles import holder_of
from dateline.claims.targets import is_scene
from dateline.claims.words import Word
from dateline.encoder.claims import TYPES, ClaimScores, read_claims
from dateline.encoder.scores import EncoderScores
from dateline.encoder.windows import Floats
from dateline.errors import DataFileError
from dateline.ontology.claim_types import ClaimType, Pattern, TriggerPos

NEAR: Final = 3
"""A pattern's word this near the network's, in words, states the same thing."""


def learned_of(scores: EncoderScores | None, assembler: Assembler) -> "Learned | None":
    """The network's word on a report that the encoder has read; None where no network for claims is installed.

    Raises DataFileError for weights whose description has no bars for claims.
    """
    if scores is None or scores.claims is None or not len(scores.pieces):
        return None
    try:
        bars = Bars(**scores.settings["claims"])
    except (KeyError, TypeError) as error:
        raise DataFileError(
            f"encoder.yaml: the section 'claims' of the weights is missing or broken: {error}"
        ) from error
    return Learned(read_claims(scores, scores.claims), load_role_scorer(scores.claims.folder), assembler, bars)


class Learned:
    """The network's word on the claims of one report."""

    def __init__(self, scores: ClaimScores, scorer: RoleScorer, assembler: Assembler, bars: Bars) -> None:
        self.scores, self.scorer, self.assembler, self.bars = scores, scorer, assembler, bars
        self.likely = scores.probabilities
        self._scenes: dict[int, Scene] = {}
        self.first_codes = [word.idx for word in assembler.doc.words]

    def weighed(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The patterns' drafts and what the network sees besides, each with what it makes of it."""
        stated = list(drafts)
        yield from self._noted(stated, is_stated=True)
        if stated:  # where patterns state nothing there is nothing to add to
            yield from self._noted(list(self._added(stated)), is_stated=False)

    def _noted(self, drafts: Sequence[Draft], *, is_stated: bool) -> Iterator[Draft]:
        """The drafts with what the network makes of them, worked out once for all that one word states of one type."""
        listed: dict[tuple[int, str], list[Draft]] = {}
        for draft in drafts:
            listed.setdefault((draft.match.trigger.i, draft.type), []).append(draft)
        for (_, claim_type), those in listed.items():
            if claim_type in TYPES:
                yield from self._of_one_word(those, claim_type, is_stated=is_stated)
            else:  # a user's own
                yield from those

    def _of_one_word(self, those: Sequence[Draft], claim_type: str, *, is_stated: bool) -> Iterator[Draft]:
        """The drafts of one word and type, corrected where the network is sure, with what it makes of them."""
        scene, is_event = self._scene(those[0].match.trigger), claim_type.isupper()
        shares = self.scorer.shares(scene, claim_type, those if is_stated else (), self.scores)
        if is_event and not any(draft.object is not None and is_scene(draft.object) for draft in those):
            shares = without_scenes(shares, scene)
        found = those
        if is_stated and is_event and not any(is_theirs(draft) for draft in those):
            found = corrected(those, scene, shares, self.bars)
        for draft, before in zip(found, those, strict=True):
            seen = self._seen(draft, found, shares, is_stated=is_stated)
            yield replace(draft, seen=replace(seen, changes=changes(before, draft)))

    def _seen(self, draft: Draft, listed: Sequence[Draft], shares: Floats, *, is_stated: bool) -> Seen:
        """``listed``: the drafts that share its word, one for each of a list, who are right or wrong together.

        ``shares``: of the candidates in each role.
        """
        trigger, kind = draft.match.trigger, TYPES.index(draft.type)
        scene, sentence = self._scene(trigger), trigger.sent
        return Seen(
            word=float(self.likely[self.scores.encoder.pieces.at(trigger.idx), kind]),
            sentence=float(self.scores.highest(sentence.start_char, sentence.end_char)[kind]),
            subject=_share(scene, draft, listed, "subject", shares[:, 0]),
            object=_share(scene, draft, listed, "object", shares[:, 1]),
            kept_from=0.0 if is_stated and draft.type.islower() else self.bars.kept,
        )

    def _scene(self, trigger: Word) -> Scene:
        """Who may take part, worked out once however many types a word states."""
        if trigger.i not in self._scenes:
            self._scenes[trigger.i] = scene_of(trigger, self.assembler)
        return self._scenes[trigger.i]

    def _added(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        told: dict[tuple[int, str], list[Word]] = {}
        for draft in drafts:
            told.setdefault((draft.match.trigger.sent.start, draft.type), []).append(draft.match.trigger)
        for trigger, claim_type in self._sightings():
            known = told.setdefault((trigger.sent.start, claim_type), [])
            if any(self._is_same(trigger, other, claim_type) for other in known):
                continue
            added = [draft for draft in self._drafts(trigger, claim_type) if draft.subject or draft.object]
            if added:
                known.append(trigger)
            yield from added

    def _sightings(self) -> Iterator[tuple[Word, str]]:
        """The words that likely state something, the likeliest first."""
        where = np.argwhere(self.likely > self.bars.seen)
        found = [(float(self.likely[piece, kind]), int(piece), TYPES[kind]) for piece, kind in where]
        for _, piece, claim_type in sorted(found, reverse=True):
            offset = int(self.scores.encoder.pieces.starts[piece])
            at = int(np.searchsorted(self.first_codes, offset, side="right")) - 1
            if at >= 0 and claim_type in self.assembler.ontology.types:
                yield self.assembler.doc[at], claim_type

    def _is_same(self, trigger: Word, other: Word, claim_type: str) -> bool:
        """Whether a word that is told of already states what the network sees."""
        likely = self.likely[self.scores.encoder.pieces.at(other.idx), TYPES.index(claim_type)]
        return abs(other.i - trigger.i) < NEAR or bool(likely < self.bars.elsewhere)

    def _drafts(self, trigger: Word, claim_type: str) -> Iterator[Draft]:
        """A claim with the likeliest participants."""
        scene, needs_both = self._scene(trigger), claim_type.islower()
        if not scene.candidates:
            return
        shares = self.scorer.shares(scene, claim_type, (), self.scores)
        picked = [int((column[:-1] if needs_both else column).argmax()) for column in shares.T]
        heads = [[scene.candidates[row].word] if row < len(scene.candidates) else [] for row in picked]
        yield from self.assembler.drafts(_match(scene, self.assembler.ontology.types[claim_type], *heads))


def _share(scene: Scene, draft: Draft, listed: Sequence[Draft], role: str, shares: Floats) -> float:
    """The share of those whom drafts have in a role, under whatever words; nobody's where the draft has nobody."""
    if getattr(draft, role) is None:
        return float(shares[-1])
    chosen = [standing(candidate, listed, role) == "chosen" for candidate in scene.candidates]
    return float(shares[:-1][chosen].sum())


def _match(scene: Scene, claim_type: ClaimType, subjects: list[Word], objects: list[Word]) -> Match:
    """A match as of a pattern, with the participants that the network picked."""
    pattern = Pattern(
        type=claim_type.name,
        pos=_pos(scene, claim_type.name),
        lemma=scene.trigger.lemma,
        subject=("subj",),
        object=("obj",),
        object_kinds=frozenset({"place"}) if claim_type.place_object else frozenset(),
        required=frozenset({"subject", "object"}) if claim_type.kind == "relation" else frozenset(),
        origin=LEARNED,
    )
    arguments = replace(scene.arguments, subj=subjects, obj=objects)
    holder = holder_of(scene.trigger) if pattern.pos == "role" else None
    return Match(pattern, scene.trigger, arguments, tuple(subjects), tuple(objects), holder)


def _pos(scene: Scene, claim_type: str) -> TriggerPos:
    """What part of speech a pattern would have that found this: an office for who leads and belongs."""
    kinds: Sequence[str] = scene.kinds or ("verb",)
    if "role" in kinds and claim_type in ("leads", "member_of"):
        return "role"
    return {"verb": "verb", "adjective": "adjective"}.get(kinds[0], "noun")  # type: ignore[return-value]
