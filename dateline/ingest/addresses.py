"""Which network addresses may be asked: public ones, unless the user allows private ones."""

import ipaddress
import socket
from collections.abc import Sequence

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

HINT = "--allow-private lets it be read"
"""The end of a refusal, for who can say so."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_RESERVED = tuple(
    ipaddress.ip_network(one) for one in ("192.0.0.0/24", "192.88.99.0/24", "fec0::/10", "3fff::/20", "5f00::/16")
)
"""Special addresses (RFC 6890, 7526, 3879, 9637, 9602) that older Pythons take for public."""


class AddressRefused(Exception):  # noqa: N818 - a finding, turned into ReportSkipped where the item is known
    """A host has no address that may be asked. The message says why."""


def allowed_addresses(host: str, port: int, *, allow_private: bool) -> Sequence[str]:
    """The addresses of a host, each of which may be asked. Raises AddressRefused.

    One private address among several refuses the host: a name that points both ways is made to deceive. The caller must
    connect to one of these addresses and not resolve the name again, or the answer could change in between.
    """
    addresses = _resolve(host, port)
    if not allow_private:
        for address in addresses:
            if not is_public(ipaddress.ip_address(address)):
                raise AddressRefused(f"{host} is the private or reserved address {address}; {HINT}")
    return addresses


def is_public(address: IPAddress) -> bool:
    """Whether an address is one of the public internet: not loopback, private, link-local, multicast or reserved.

    An IPv4 address wrapped in IPv6 (mapped, 6to4, Teredo, NAT64) is judged by what is wrapped.
    """
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = _wrapped(address)
        if wrapped is not None:
            return is_public(wrapped)
    if any(address in network for network in _RESERVED if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressRefused(f"the host {host} was not found; check the address and the connection") from error
    return list(dict.fromkeys(str(entry[4][0]).split("%")[0] for entry in found))
