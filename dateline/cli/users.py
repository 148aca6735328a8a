"""``dateline users``: who may use the workbench of a team."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import JsonOption, StoreOption
from dateline.cli.words import counted, printable, say
from dateline.errors import BadArgument, RunStopped
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.serve.access.people import People, User

users_app = typer.Typer(no_args_is_help=True, help="Who may use the workbench of a team.")

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The user's name, as it stands beside decisions.")]
RoleOption = Annotated[
    str, typer.Option("--role", help="reader, coder, curator or admin: each may do all that those before it may.")
]


@users_app.callback()
def users() -> None:
    """Who may use the workbench of a team. Without users, the workbench is for the one person who starts it."""


@users_app.command("add")
def add_command(name: NameArgument, role: RoleOption = "coder", store: StoreOption = None) -> None:
    """Add a user. The password is asked for, or read as a line from standard input. The first user must be an admin.

    A reader sees all; a coder also adds reports and judges claims; a curator also merges and splits, settles what
    coders differ on and exports unmasked; an admin also keeps users.

    **Example:** `dateline users add ada --role admin`
    """
    with people(store) as known:
        user = known.add(name, role, _password())
    say(f"{user.name} may log in, as {user.role}.")


@users_app.command("role")
def role_command(name: NameArgument, role: Annotated[str, typer.Argument()], store: StoreOption = None) -> None:
    """Give a user another role.

    **Example:** `dateline users role ada curator`
    """
    with people(store) as known:
        known.set_role(name, role)
    say(f"{name} is now {role}.")


@users_app.command("password")
def password_command(name: NameArgument, store: StoreOption = None) -> None:
    """Give a user another password; it ends the user's sessions.

    **Example:** `dateline users password ada`
    """
    with people(store) as known:
        known.set_password(name, _password())
    say(f"{name} has a new password.")


@users_app.command("stop")
def stop_command(name: NameArgument, store: StoreOption = None) -> None:
    """Let a user log in no longer. What the user decided stays, under the same name.

    **Example:** `dateline users stop ada`
    """
    with people(store) as known:
        known.set_active(name, active=False)
    say(f"{name} may not log in any more.")


@users_app.command("list")
def list_command(as_json: JsonOption = False, store: StoreOption = None) -> None:
    """List the users.

    **Example:** `dateline users list`
    """
    with people(store) as known:
        found = known.all()
    for one in found:
        typer.echo(_as_json(one) if as_json else _line(one))
    say(counted(len(found), "user"))


@contextmanager
def people(store: str | None) -> "Iterator[People]":
    """The users of the store of the settings. Raises RunStopped without the libraries, and when there is no store."""
    try:
        from dateline.serve.access.people import People
    except ModuleNotFoundError as missing:
        raise RunStopped(f"users need {missing.name}: pip install 'dateline[serve]'") from missing
    from dateline.store import open_store

    settings = Settings.build(store=store)
    with open_store(settings.store, wait_seconds=settings.store_wait_seconds) as opened:
        yield People(opened)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    import getpass

    password = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != password:
        raise BadArgument("the two are not the same")
    return password


def _line(user: "User") -> str:
    stopped = "" if user.active else "\tstopped"
    return f"{printable(user.name)}\t{user.role}\tsince {user.added_at:%Y-%m-%d}{stopped}"


def _as_json(user: "User") -> str:
    shown = {"name": user.name, "role": user.role, "added_at": user.added_at.isoformat(), "active": user.active}
    return json.dumps(shown, ensure_ascii=False)
