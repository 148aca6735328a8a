"""Keys with which scripts use the API, each of one user and with that user's rights."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from dateline.errors import BadArgument
from dateline.serve.access.rights import Visitor
from dateline.serve.access.sessions import digest_of
from dateline.store import Store
from dateline.store.people_tables import api_keys, users

_USED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """What is known of a key. The key itself is shown once, when it is made."""

    id: str
    """The beginning of its digest."""
    label: str
    user: str
    made_at: datetime
    used_at: datetime | None


class ApiKeys:
    """The keys of a store. Every question may raise RunStopped when the store fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def make(self, user: str, label: str) -> str:
        """A new key. Raises BadArgument without a label and for no such user."""
        if not label.strip():
            raise BadArgument("say what the key is for, so that you know later which to take back")
        key = f"dl_{secrets.token_urlsafe(32)}"
        row = {"digest": digest_of(key), "label": label.strip(), "user_name": user, "made_at": datetime.now(UTC)}
        with self._store.writing() as connection:
            if connection.scalar(sa.select(users.c.name).where(users.c.name == user, users.c.active)) is None:
                raise BadArgument(f"there is no user {user!r}: keys belong to users (dateline users add)")
            connection.execute(sa.insert(api_keys).values(**row))
        return key

    def of(self, user: str) -> list[ApiKey]:
        """The keys of a user, the newest first."""
        query = sa.select(api_keys).where(api_keys.c.user_name == user).order_by(api_keys.c.made_at.desc())
        with self._store.connected() as connection:
            return [
                ApiKey(id=row.digest[:12], label=row.label, user=user, made_at=row.made_at, used_at=row.used_at)
                for row in connection.execute(query)
            ]

    def take_back(self, user: str, identifier: str) -> None:
        """Forget a key. Raises BadArgument when the user has no such key."""
        of_key = sa.and_(api_keys.c.user_name == user, api_keys.c.digest.startswith(identifier, autoescape=True))
        with self._store.writing() as connection:
            if len(identifier) < 12 or connection.execute(sa.delete(api_keys).where(of_key)).rowcount == 0:
                raise BadArgument(f"{user} has no key {identifier!r}")

    def find(self, key: str) -> Visitor | None:
        """Whose key it is; None when it is nobody's."""
        of_key = api_keys.c.digest == digest_of(key)
        query = sa.select(users.c.name, users.c.role, api_keys.c.used_at).join_from(api_keys, users)
        with self._store.connected() as connection:
            row = connection.execute(query.where(of_key, users.c.active)).one_or_none()
        if row is None:
            return None
        now = datetime.now(UTC)
        if row.used_at is None or now - row.used_at > _USED_EVERY:
            with self._store.writing() as connection:
                connection.execute(sa.update(api_keys).where(of_key).values(used_at=now))
        return Visitor(name=row.name, role=row.role, csrf="", is_user=True)
