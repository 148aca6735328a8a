"""B-cubed: how well a grouping agrees with another, item by item."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def bcubed(gold: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1, each 0 to 1, of ``predicted`` against ``gold``, both from item to label of its group.

    For each item the share of its predicted group that is in its true group (precision) and the share of its true
    group that is in its predicted group (recall), averaged over all items of ``gold``. An item missing in ``predicted``
    is a group of its own; an item that only ``predicted`` has does not count. All 1.0 when ``gold`` is empty.

    Amit Bagga and Breck Baldwin: Algorithms for Scoring Coreference Chains. In: The First International Conference on
    Language Resources and Evaluation, Workshop on Linguistic Coreference, 1998, pages 563-566. F1 is the harmonic mean
    of the two averages.
    """
    if not gold:
        return 1.0, 1.0, 1.0
    groups: dict[Item, Hashable] = {
        item: ("group", predicted[item]) if item in predicted else ("alone", item) for item in gold
    }
    true_sizes, sizes = Counter(gold.values()), Counter(groups.values())
    shared = Counter((label, groups[item]) for item, label in gold.items())
    precision = sum(count * count / sizes[group] for (_, group), count in shared.items()) / len(gold)
    recall = sum(count * count / true_sizes[label] for (label, _), count in shared.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
