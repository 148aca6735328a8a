import ipaddress
import socket

import pytest

from dateline.ingest.addresses import AddressRefused, allowed_addresses, is_public

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2002:a00:1::",
    "64:ff9b:1::7f00:1",
    "::127.0.0.1",
    "192.0.0.8",
    "192.88.99.1",
    "fec0::1",
    "3fff::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_of_the_public_internet_are_told(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_told(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254", "0x7f000001", "2130706433", "127.1", "0"]
)
def test_private_hosts_are_refused_however_they_are_written(host: str) -> None:
    with pytest.raises(AddressRefused, match="private or reserved"):
        allowed_addresses(host, 80, allow_private=False)


def test_private_hosts_are_allowed_on_the_users_word() -> None:
    assert allowed_addresses("127.0.0.1", 80, allow_private=True) == ["127.0.0.1"]


def test_one_private_address_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, 1, 6, "", (address, 80)) for address in ("93.184.216.34", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with pytest.raises(AddressRefused, match=r"address 127\.0\.0\.1"):
        allowed_addresses("news.example.org", 80, allow_private=False)


def test_a_name_that_is_not_found_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(AddressRefused, match="was not found"):
        allowed_addresses("news.example.org", 80, allow_private=False)
