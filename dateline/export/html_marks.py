"""Draw spans over a text as nested HTML elements, with the text unaltered and nothing in it taken for markup."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

from dateline.export.in_words import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing drawn over the text. Offsets count Unicode code points; the end is exclusive."""

    start: int
    end: int
    style: str
    """The class of the element."""
    rank: int
    """Of two marks on the same words the one of lower rank stands outside."""
    why: str = ""
    """What hovering shows; such a mark can be reached with the keyboard."""
    label: str = ""
    """Drawn before the first word, such as a speaker's name; no part of the text."""
    described_by: str = ""
    """The id of the element of the page that explains it."""
    anchor: str = ""
    """The id of the first piece."""
    number: str = ""
    """A claim's number, set before the first word as a link to ``link``."""
    link: str = ""
    entity: str = ""
    """The id of the entity that the words stand for, or that speaks them; empty for none."""
    href: str = ""
    """Where the label leads; a mark without a label keeps it for a script, as ``data-href``."""
    first: bool = field(default=True)
    """Whether this is the first piece of a mark that had to be split."""


def nested(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks in order of start, outer before inner, split so that any two nest or stand apart. Empty ones go."""
    waiting = [_Waiting.of(mark) for mark in marks if mark.start < mark.end]
    heapify(waiting)
    ends: list[int] = []
    while waiting:
        mark = heappop(waiting).mark
        while ends and ends[-1] <= mark.start:
            ends.pop()
        if ends and mark.end > ends[-1]:
            heappush(waiting, _Waiting.of(replace(mark, start=ends[-1], first=False, label="")))
            mark = replace(mark, end=ends[-1])
        ends.append(mark.end)
        yield mark


def draw(text: str, start: int, end: int, marks: Iterable[Mark]) -> Markup:
    """``text[start:end]`` with the marks over it, as far as they lie within."""
    html: list[str] = []
    ends: list[int] = []
    at = start
    for mark in nested(clipped(mark, start, end) for mark in marks):
        at = _close(text, at, mark.start, ends, html)
        html.append(_piece(text, at, mark.start))
        html.append(_opening(mark))
        ends.append(mark.end)
        at = mark.start
    at = _close(text, at, end, ends, html)
    html.append(_piece(text, at, end))
    return Markup("".join(html))


def clipped(mark: Mark, start: int, end: int) -> Mark:
    """The part of the mark between two offsets; empty when there is none."""
    if mark.start >= start and mark.end <= end:
        return mark
    return replace(mark, start=max(mark.start, start), end=min(mark.end, end), first=mark.first and mark.start >= start)


def _close(text: str, at: int, until: int, ends: list[int], html: list[str]) -> int:
    """Write and end every open mark that ends by ``until``; returns how far the text is written."""
    while ends and ends[-1] <= until:
        html += [_piece(text, at, ends[-1]), "</mark>"]
        at = ends.pop()
    return at


def _piece(text: str, start: int, end: int) -> str:
    return str(escape(shown(text[start:end])))


def _opening(mark: Mark) -> str:
    attributes = {"class": mark.style if mark.first else f"{mark.style} on", "data-why": mark.why}
    label = mark.label if mark.first or not mark.label else f"{mark.label}, going on"
    attributes |= {"id": mark.anchor if mark.first else "", "data-href": "" if label else mark.href}
    if not mark.href:
        attributes["data-label"] = label
    if mark.first and mark.why:
        attributes |= {"tabindex": "0", "aria-describedby": mark.described_by}
    number = _number(mark) if mark.first and mark.number else ""
    return f"<mark{_written(attributes)}>{_speaker(mark.href, label) if mark.href and label else ''}{number}"


def _speaker(href: str, label: str) -> str:
    return f"<a{_written({'class': 'speaker', 'href': href})}>{escape(shown(label))}</a>"


def _number(mark: Mark) -> str:
    attributes = {"class": "number", "href": f"#{mark.link}", "aria-label": f"claim {mark.number}"}
    return f"<a{_written(attributes)}>{escape(mark.number)}</a>"


def _written(attributes: dict[str, str]) -> str:
    """The attributes that have a value, escaped."""
    return "".join(f' {name}="{escape(shown(value))}"' for name, value in attributes.items() if value)


@dataclass(frozen=True, slots=True, order=True)
class _Waiting:
    """A mark in the order in which elements are opened."""

    key: tuple[int, int, int, str]
    mark: Mark = field(compare=False)

    @classmethod
    def of(cls, mark: Mark) -> "_Waiting":
        return cls((mark.start, -mark.end, mark.rank, mark.number.zfill(6)), mark)
