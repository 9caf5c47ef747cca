"""Which machines a page may be fetched from: not those inside the house, which the one who asks could not reach.

The address that was looked at is the one to connect to: a name that stands for another address a moment later helps
nobody."""

from __future__ import annotations

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address
from typing import Literal

from parley.errors import InputError, NotFound

__all__ = ["Reach", "address_of", "is_loopback"]

Reach = Literal["public", "loopback"]
"""Only machines that everybody reaches; or this very machine, too. Never others in a private network."""

Address = IPv4Address | IPv6Address

_WRAPPED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that lead to the IPv4 address in their last 32 bits."""


def address_of(host: str, port: int, reach: Reach, source: str) -> str:
    """The address of a host; raises NotFound where there is none, InputError where one of them must not be reached."""
    addresses = _resolved(host, port, source)
    for address in addresses:
        if not (_is_public(address) or (reach == "loopback" and is_loopback(str(address)))):
            raise InputError(
                source,
                f"{host} is {address}, which is no public address",
                "save the page and give the file, or paste its text",
            )
    return str(addresses[0])


def is_loopback(address: str) -> bool:
    """Whether it is this very machine."""
    return any(one.is_loopback for one in _all_of(ipaddress.ip_address(address)))


def _resolved(host: str, port: int, source: str) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotFound(source, f"there is no {host}", "check the address, and whether you are online") from None
    return [ipaddress.ip_address(str(sockaddr[0]).partition("%")[0]) for *_, sockaddr in found]


def _is_public(address: Address) -> bool:
    return all(_is_everybodys(one) for one in _all_of(address))


def _is_everybodys(address: Address) -> bool:
    local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or local)


def _all_of(address: Address) -> list[Address]:
    """The address, or the IPv4 addresses that it leads to."""
    if isinstance(address, IPv4Address):
        return [address]
    if address in _WRAPPED:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    return [one for one in inner if one is not None] or [address]
