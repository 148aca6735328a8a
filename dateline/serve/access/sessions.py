"""Who is logged in: a random token in a cookie, and its digest in the store, so that a restart logs nobody out."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from dateline.serve.access.rights import Role, Visitor
from dateline.store import Store
from dateline.store.people_tables import users, web_sessions

IDLE = timedelta(hours=12)
"""A session that is not used for so long is over."""
LONGEST = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=5)
"""That a session was used is written down at most so often."""


class Sessions:
    """The sessions of a store. Every question may raise RunStopped when the store fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, person: str, *, is_user: bool) -> str:
        """The token of a new session. Sessions that are over are forgotten."""
        token = secrets.token_urlsafe(32)
        now = datetime.now(UTC)
        row = {"digest": digest_of(token), "person": person, "user_name": person if is_user else None}
        over = sa.or_(web_sessions.c.seen_at < now - IDLE, web_sessions.c.begun_at < now - LONGEST)
        with self._store.writing() as connection:
            connection.execute(sa.delete(web_sessions).where(over))
            connection.execute(sa.insert(web_sessions).values(**row, begun_at=now, seen_at=now))
        return token

    def find(self, token: str) -> Visitor | None:
        """Whose session a token is; None when it is nobody's, or over. The person of a store without users is its
        admin, and nobody any more once there are users.
        """
        session = web_sessions.c
        query = (
            sa.select(session.person, session.user_name, session.begun_at, session.seen_at, users.c.role)
            .select_from(web_sessions.outerjoin(users, sa.and_(users.c.name == session.user_name, users.c.active)))
            .where(session.digest == digest_of(token))
        )
        with self._store.connected() as connection:
            row = connection.execute(query).one_or_none()
            has_users = row is not None and row.user_name is None and _any_user(connection)
        now = datetime.now(UTC)
        if row is None or has_users or now - row.seen_at > IDLE or now - row.begun_at > LONGEST:
            return None
        if row.user_name is not None and row.role is None:
            return None
        if now - row.seen_at > _SEEN_EVERY:
            self._seen(token, now)
        role: Role = row.role if row.user_name is not None else "admin"
        return Visitor(name=row.person, role=role, csrf=csrf_of(token), is_user=row.user_name is not None)

    def end(self, token: str) -> None:
        """Log out."""
        with self._store.writing() as connection:
            connection.execute(sa.delete(web_sessions).where(web_sessions.c.digest == digest_of(token)))

    def _seen(self, token: str, now: datetime) -> None:
        of_token = web_sessions.c.digest == digest_of(token)
        with self._store.writing() as connection:
            connection.execute(sa.update(web_sessions).where(of_token).values(seen_at=now))


def digest_of(token: str) -> str:
    """What is kept of a token: tokens are random and long, so that one round of SHA-256 does."""
    return hashlib.sha256(token.encode()).hexdigest()


def csrf_of(token: str) -> str:
    """What a page of this session sends along when it changes something. Other sites cannot know it."""
    return hmac.new(token.encode(), b"csrf", hashlib.sha256).hexdigest()


def _any_user(connection: sa.Connection) -> bool:
    return connection.scalar(sa.select(users.c.name).limit(1)) is not None
