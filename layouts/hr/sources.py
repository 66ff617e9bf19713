"""Where a request comes from, as far as this server can know it: for the limits of signing in.

Nobody else asks: the source is in no log, and in the database only as part of a keyed hash.
"""

import ipaddress
import re

from flask import request

__all__ = ["source_of", "source_of_request"]

_PORT = re.compile(r"(\[[^\]]*\]|[^:]*)(:\d+)?")
_UNKNOWN = "unknown"


def source_of_request(proxies: int) -> str:
    """The source of the request that is being answered, behind so many proxies."""
    forwarded = request.headers.getlist("X-Forwarded-For")
    return source_of(request.remote_addr or "", forwarded, proxies)


def source_of(peer: str, forwarded: list[str], proxies: int) -> str:
    """An IPv4 address, or the /64 network of an IPv6 address: what one person usually has.

    Each proxy adds at the right whom it was asked by, so with ``proxies`` before us the entry that
    far from the right was written by the outermost one. What stands to its left anybody may have
    invented. If it is not there or is no address, all that come so count as the ``peer``.
    """
    entries = [entry for line in forwarded for entry in line.split(",")]
    told = entries[-proxies] if 0 < proxies <= len(entries) else ""
    return _network(told) or _network(peer) or _UNKNOWN


def _network(text: str) -> str:
    """An address as the limits count it; nothing if it is none."""
    plain = text.strip().strip('"')
    with_port = _PORT.fullmatch(plain)
    bare = (with_port[1] if with_port else plain).strip("[]").partition("%")[0]
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.IPv6Network((address, 64), strict=False))
