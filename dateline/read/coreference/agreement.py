"""Whether a mention can mean an actor, by kind, number and gender."""

from dateline.model import EntityKind
from dateline.read.coreference.clusters import Cluster

SINGULAR_PERSON = frozenset("he him his himself she her hers herself".split())
FEMININE = frozenset("she her hers herself".split())
PLURAL = frozenset("they them their theirs themselves".split())
NEUTER = frozenset("it its itself".split())
_PEOPLE = frozenset(
    {"person", "civilians", "government", "military", "police", "armed_group", "media", "intergovernmental"}
)
_BODIES = frozenset({"armed_group", "organisation", "military", "other"})
_ACTS_AS_MANY = frozenset({"armed_group", "military", "police", "civilians", "government"})


def pronoun_agrees(pronoun: str, cluster: Cluster) -> bool:
    """Whether a pronoun (lower case) can stand for an actor."""
    if pronoun in SINGULAR_PERSON:
        gender = "feminine" if pronoun in FEMININE else "masculine"
        return cluster.is_person and not cluster.plural and cluster.gender in (None, gender)
    if pronoun in PLURAL:
        return cluster.plural or (cluster.kind in _ACTS_AS_MANY and not cluster.is_single)
    if pronoun in NEUTER:
        return cluster.is_group and not cluster.plural
    return False


def fits(cluster: Cluster, kind: EntityKind, *, plural: bool, single: bool) -> bool:
    """Whether words of a kind and number can mean an actor. ``single``: they describe one person."""
    if cluster.is_pronoun:
        return False
    if cluster.plural != plural and not (cluster.names and cluster.is_group):
        return False
    if single and cluster.names and cluster.is_group:
        return False
    if cluster.kind == kind:
        return True
    if cluster.kind == "person" or kind == "person":
        other, is_one = (kind, single) if cluster.kind == "person" else (cluster.kind, cluster.is_single)
        return other in _PEOPLE and is_one and not plural
    return {cluster.kind, kind} <= _BODIES
