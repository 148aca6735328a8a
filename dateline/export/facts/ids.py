"""Identifiers for formats that ask for UUIDs: made of Dateline's ids, so that two exports give the same ones."""

import uuid

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "dateline.invalid")
""""invalid" is a domain that nobody can own (RFC 2606)."""


def uuid_of(*parts: str) -> str:
    """The UUID (version 5) of an id of Dateline; further parts tell apart what is made of one id."""
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


def urn_of(*parts: str) -> str:
    return f"urn:uuid:{uuid_of(*parts)}"
