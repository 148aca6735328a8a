"""The users of a store. Passwords are kept as argon2id hashes (RFC 9106), with the costs that argon2-cffi sets."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import get_args

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dateline.errors import BadArgument
from dateline.serve.access.rights import Role
from dateline.store import Store
from dateline.store.people_tables import api_keys, users, web_sessions

SHORTEST = 10
"""Characters of a password, at least."""
_LONGEST = 1024
_hasher = PasswordHasher()
_NOBODY = _hasher.hash("nobody has this password")
"""Checked for a name that no user has, so that the time an answer takes does not tell which names there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody with a password."""

    name: str
    role: Role
    added_at: datetime
    active: bool


class People:
    """The users of a store. Every question may raise RunStopped when the store fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def any(self) -> bool:
        """Whether the store has users, so that everybody must log in."""
        with self._store.connected() as connection:
            return connection.scalar(sa.select(users.c.name).limit(1)) is not None

    def all(self) -> list[User]:
        """By name, those that may not log in any more too."""
        columns = (users.c.name, users.c.role, users.c.added_at, users.c.active)
        with self._store.connected() as connection:
            rows = connection.execute(sa.select(*columns)).mappings()
            return sorted((User(**row) for row in rows), key=lambda one: one.name)

    def add(self, name: str, role: str, password: str) -> User:
        """A new user. Raises BadArgument for a name that is taken or empty, no such role, a password too short. The
        first user must be an admin, or nobody could add others.
        """
        name = " ".join(name.split())
        if not name:
            raise BadArgument("a user needs a name")
        given = _role(role)
        with self._store.writing() as connection:
            known = set(connection.scalars(sa.select(users.c.name)))
            if name.casefold() in {one.casefold() for one in known}:
                raise BadArgument(f"there is a user {name!r} already")
            if not known and given != "admin":
                raise BadArgument("the first user must be an admin, who can add the others")
            user = User(name=name, role=given, added_at=datetime.now(UTC), active=True)
            row = {"name": name, "role": given, "added_at": user.added_at, "active": True}
            connection.execute(sa.insert(users).values(**row, password=_hashed(password)))
        return user

    def check(self, name: str, password: str) -> User | None:
        """The user of a name and a password; None when there is none, or it may not log in."""
        with self._store.connected() as connection:
            row = connection.execute(sa.select(users).where(users.c.name == name, users.c.active)).one_or_none()
        fits = _fits(row.password if row else _NOBODY, password[:_LONGEST])
        return User(name=row.name, role=row.role, added_at=row.added_at, active=True) if row and fits else None

    def set_password(self, name: str, password: str) -> None:
        """Give a user another password, which ends all sessions of that user."""
        self._change(name, password=_hashed(password))

    def set_role(self, name: str, role: str) -> None:
        """Give a user another role. Raises BadArgument when no admin would be left."""
        self._change(name, role=_role(role))

    def set_active(self, name: str, *, active: bool) -> None:
        """Let a user log in, or no longer: sessions end and keys are gone. What was decided stays under the name."""
        self._change(name, active=active)

    def _change(self, name: str, **values: object) -> None:
        with self._store.writing() as connection:
            changed = connection.execute(sa.update(users).where(users.c.name == name).values(**values))
            if changed.rowcount == 0:
                raise BadArgument(f"there is no user {name!r}")
            is_admin = sa.and_(users.c.role == "admin", users.c.active)
            if connection.scalar(sa.select(users.c.name).where(is_admin).limit(1)) is None:
                raise BadArgument("this would leave no admin: make another user an admin first")
            connection.execute(sa.delete(web_sessions).where(web_sessions.c.user_name == name))
            if values.get("active") is False:
                connection.execute(sa.delete(api_keys).where(api_keys.c.user_name == name))


def _role(role: str) -> Role:
    for known in get_args(Role):
        if role == known:
            return known  # type: ignore[no-any-return]
    raise BadArgument(f"there is no role {role!r}: take one of {', '.join(get_args(Role))}")


def _hashed(password: str) -> str:
    if len(password) < SHORTEST:
        raise BadArgument(f"a password needs at least {SHORTEST} characters")
    if len(password) > _LONGEST:
        raise BadArgument(f"a password may have at most {_LONGEST} characters")
    return _hasher.hash(password)


def _fits(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False
