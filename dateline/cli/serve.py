"""``dateline serve``: the workbench in a browser."""

import getpass
import secrets
import socket
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import ActorsOption, ModelOption, StoreOption, VerboseOption
from dateline.cli.readers import given_paths
from dateline.cli.words import say
from dateline.errors import BadArgument, RunStopped
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.serve.options import ServeOptions

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PORT = 8765


def serve_command(
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on. Other than loopback only with users.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any that is free.")] = PORT,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name that it is reached by. May be given several times."),
    ] = None,
    https: Annotated[
        bool, typer.Option("--https", help="Browsers reach it by https, through a proxy that you run before it.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAME", help="Who decides. Default: DATELINE_CODER, else your log-in."),
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser.")] = False,
    model: ModelOption = None,
    actors: ActorsOption = None,
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Open the workbench: read reports, review claims, explore the record, in your browser.

    It listens on this machine only, and prints a link that opens it once. For a team, add users first (`dateline users
    add`), then give `--host`, and put a proxy with https before it.

    **Examples:**

    - `dateline serve`

    - `dateline serve --host 0.0.0.0 --name record.example.org --https`
    """
    settings = Settings.build(store=store, coder=by, model=model, actors=given_paths(actors))
    if not settings.coder:
        settings = replace(settings, coder=_login_name())
    serve(settings, host, port, names=tuple(name or ()), secure=https, open_browser=open_browser)


def serve(
    settings: Settings, host: str, port: int, *, names: tuple[str, ...] = (), secure: bool, open_browser: bool
) -> None:
    """Run until it is stopped. Raises RunStopped without the libraries, for a port that is taken, or a store that
    cannot be opened; BadArgument when it should listen for others and has no users.
    """
    try:
        import uvicorn

        from dateline.serve.app import build_app
        from dateline.serve.options import OWN_NAMES, ServeOptions
    except ModuleNotFoundError as missing:
        raise RunStopped(f"the workbench needs {missing.name}: pip install 'dateline[serve]'") from missing
    options = ServeOptions(
        settings=settings, token=secrets.token_urlsafe(18), hosts=(*OWN_NAMES, *names), secure=secure
    )
    if host not in LOOPBACK:
        options = _for_others(options, host, names)
    listening = _listening(host, port)
    app = build_app(options)
    has_users = app.state.workbench.people.any()
    if host not in LOOPBACK and not has_users:
        app.state.workbench.close()
        raise BadArgument(f"to listen on {host} it needs users, who log in: dateline users add NAME --role admin")
    _say_where(listening.getsockname()[1], host, None if has_users else options.token, open_browser=open_browser)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
    uvicorn.Server(config).run(sockets=[listening])


def _for_others(options: "ServeOptions", host: str, names: tuple[str, ...]) -> "ServeOptions":
    if not names and host in {"0.0.0.0", "::"}:
        raise BadArgument("say by what name others reach it, such as --name record.example.org: it answers to no other")
    return replace(options, token=None, hosts=(*options.hosts, host))


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(
        family, socket.SOCK_STREAM, socket.IPPROTO_TCP
    )  # asyncio turns off delays for TCP named so
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise RunStopped(
            f"cannot listen on {host}, port {port} ({error.strerror}): take another with --port, or --port 0 for any"
        ) from error
    return listening


def _say_where(port: int, host: str, token: str | None, *, open_browser: bool) -> None:
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/" + (f"enter?token={token}" if token else "")
    say(f"The workbench is open at {address}")
    say("The link opens it once, for you alone. Stop with Ctrl-C." if token else "Stop with Ctrl-C.")
    if open_browser:
        import webbrowser

        webbrowser.open(address)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "me"
