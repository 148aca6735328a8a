"""What guards every answer, whatever its page: who may ask, how much may be sent, what a browser may do with it.

Plain ASGI, so that answers stream through.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.options import MEGABYTE

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing from elsewhere, and no script or style but our files: markup in a report could do nothing, if it got out."""
_FIXED = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guards:
    """Refuses requests for another host and those too long; adds headers to every answer."""

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...], most_bytes: int) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _with_headers(send, kept="/static/" in scope["path"])
        headers = Headers(scope=scope)
        if not self._is_us(headers.get("host", "")):
            refusal = PlainTextResponse("The workbench does not answer to this name.", status_code=421)
            await refusal(scope, receive, answer)
            return
        if (length := headers.get("content-length")) and length.isdigit() and int(length) > self._most_bytes:
            await self._too_long()(scope, receive, answer)
            return
        await self._app(scope, _Counted(receive, self._most_bytes), answer)

    def _is_us(self, host: str) -> bool:
        name, colon, port = host.rpartition(":")
        bare = name if colon and port.isdigit() else host
        return "*" in self._hosts or bare.lower() in self._hosts

    def _too_long(self) -> PlainTextResponse:
        most = self._most_bytes // MEGABYTE
        return PlainTextResponse(f"That is longer than the {most} MB that are taken at once.", status_code=413)


class _Counted:
    """What is received, cut off where it gets longer than its header said it would be, or said nothing."""

    def __init__(self, receive: Receive, most_bytes: int) -> None:
        self._receive, self._left = receive, most_bytes

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                return {"type": "http.disconnect"}
        return message


def _with_headers(send: Send, *, kept: bool) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _FIXED.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "private, max-age=3600" if kept else "no-store")
        await send(message)

    return sending
