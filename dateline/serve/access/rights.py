"""Roles and what each may do."""

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["reader", "coder", "curator", "admin"]
"""Each may do all that those before it may. A reader sees all; a coder also adds reports and judges claims; a curator
also merges actors and events, settles what coders differ on, takes snapshots and exports unmasked; an admin also keeps
users.
"""
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who sent a request."""

    name: str
    """As it stands beside decisions."""
    role: Role
    csrf: str
    """What a page must send along when it changes something; empty for who comes with an API key, which no other site
    can make a browser send.
    """
    is_user: bool
    """Whether it is a user with a password, not the one person of a store without users."""

    def may(self, role: Role) -> bool:
        """Whether the visitor has the rights of a role."""
        return ROLES.index(self.role) >= ROLES.index(role)
