"""The headers of the five import tables of sfm-cms, in order."""

from collections.abc import Iterable

DATE_PARTS = ("month", "day", "year")


def sourced(*names: str) -> list[str]:
    """Each column, followed by its sources and its confidence."""
    return [column for name in names for column in (name, f"{name}:source", f"{name}:confidence")]


def dated(name: str, *, cited: bool = True) -> list[str]:
    """A date, followed by its parts and, for a cited one, by its sources and its confidence."""
    parts = [name, *(f"{name}_{part}" for part in DATE_PARTS)]
    return [*parts, f"{name}:source", f"{name}:confidence"] if cited else parts


def _prefixed(prefix: str, names: Iterable[str]) -> list[str]:
    return [f"{prefix}:{name}" for name in names]


def _admin(noun: str) -> list[str]:
    return [f"{noun}:{part}:admin" for part in ("owner", "status", "comments", "id")]


UNITS = (
    *_admin("unit"),
    *sourced("unit:name", "unit:other_names", "unit:classification", "unit:country"),
    *(*dated("unit:first_cited_date"), "unit:first_cited_date_start"),
    *(*dated("unit:last_cited_date"), "unit:last_cited_date_open"),
    *("unit:relation_type", "unit:related_unit_id:admin"),
    *sourced("unit:related_unit", "unit:related_unit_class"),
    *(*dated("unit:related_unit_first_cited_date"), "unit:related_unit_first_cited_date_start"),
    *(*dated("unit:related_unit_last_cited_date"), "unit:related_unit_open"),
    "unit:location_type",
    *sourced("unit:base_name", "unit:location"),
    *(*dated("unit:location_first_cited_date"), "unit:location_first_cited_date_founding"),
    *(*dated("unit:location_last_cited_date"), "unit:location_open"),
    "unit:notes:admin",
)
PERSONS = (
    *_admin("person"),
    *sourced("person:name", "person:other_names", "person:country"),
    *("person:posting_unit_id:admin", "person:posting_unit_name"),
    *("person:posting_unit:source", "person:posting_unit:confidence"),
    *sourced("person:posting_role", "person:posting_title", "person:posting_rank"),
    *(*dated("person:posting_first_cited_date"), "person:posting_first_cited_date_start"),
    *sourced("person:posting_first_cited_date_start_context"),
    *(*dated("person:posting_last_cited_date"), "person:posting_last_cited_date_end"),
    *sourced("person:posting_last_cited_date_end_context"),
    "person:notes:admin",
)
PERSONS_EXTRA = (
    *("person_extra:name", "person_extra:id:admin"),
    *_prefixed("person_extra", sourced("gender", "date_of_birth", "deceased", "deceased_date")),
    *_prefixed("person_extra", ("account_type", "account_id", "account:source", "account:confidence")),
    *_prefixed("person_extra", ("external_link_description", "external_link:source", "external_link:confidence")),
    *_prefixed("person_extra", ("media_desc", "media:source", "media:confidence", "notes:admin")),
)
INCIDENTS = (
    *_admin("incident"),
    *(part for name in ("start", "end", "pub", "update") for part in dated(f"incident:{name}_date", cited=False)),
    *_prefixed("incident", ("update_status", "location_description", "location")),
    *_prefixed("incident", ("violation_type", "violation_description")),
    *_prefixed("incident", ("perpetrator_person_id:admin", "perpetrator_person_name")),
    *_prefixed("incident", ("perpetrator_unit_id:admin", "perpetrator_unit_name", "perpetrator_classification")),
    "incident:all:source",
)
_SOURCE_ADMIN = ("comments", "restricted", "external_archive_sha_content", "external_archive_sha_meta")
SOURCES = (
    *(f"source:{part}:admin" for part in (*_SOURCE_ADMIN, "access_point_id")),
    *_prefixed("source", ("type", "title", "author", "url", "created_timestamp", "uploaded_timestamp")),
    *_prefixed("source", ("published_timestamp", "accessed_timestamp", "access_point_type", "access_point_trigger")),
    *_prefixed("source", ("archive_url", "archive_timestamp", "publication_country", "publication_name")),
    "source:publication_id:admin",
)
CITATIONS = (
    "citation:id",
    "citation:access_point_id",
    "citation:start",
    "citation:end",
    "citation:quote",
    "citation:url",
)
"""Not of sfm-cms: where each citation that the claims refer to stands. Offsets count code points, the end exclusive."""
_META = (":claim/type", ":claim/statuses", ":meta/researchers", ":meta/internal-comments", ":claim/citation:refs")
_RANGES = (":range-precise/first", ":range-precise/last", ":range-imprecise/first", ":range-imprecise/last")
_CONTEXT = (":range/starting?", ":range/ending?", ":range/starting-context", ":range/ending-context")
_ASSERTIONS = (
    *("unit:names", "unit:classifications", "person:names"),
    *("posting:person:refs", "posting:unit:refs", "posting:roles", "posting:titles", "posting:ranks"),
    *("positioning:unit:refs", "positioning:types", "positioning:base-names", "positioning:location:refs"),
    *("relation:unit:refs", "relation:types", "relation:related-unit:refs", "relation:related-unit-classes"),
    *("incident:location:descriptions", "incident:location:refs", "incident:violation:descriptions"),
    *("incident:violation:types", "incident:perpetrator:refs", "incident:perpetrator:classifications"),
    "incident:victim:refs",
)
CLAIMS = (
    *(*_META, ":claim/about-entity:ref", *_RANGES, *_CONTEXT, ":meta/public-notes", ":entity/type"),
    *(f":assertion/{name}" for name in _ASSERTIONS),
    *(":annotation/name", ":annotation/country"),
)
