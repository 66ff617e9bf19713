"""Which requests end at one place only, whoever reads them: the others are refused.

A proxy that reads a request's end elsewhere than the server can be made to take the rest of one
reader's request for the beginning of another's (request smuggling). RFC 9112 lets a server refuse
what is ambiguous (6.1, 6.3) and asks for that where Host is not given exactly once (3.2).
"""

from waitress.parser import ParsingError

__all__ = ["check_framing"]

_FIELDS = 200
"""Lines of a header; browsers send about 20, and each costs time."""
_DIGITS = 18


def check_framing(header: bytes) -> None:
    """Return if everybody would agree on the end of a request and on the host that it asks for.

    Raises:
        ParsingError: its header says it twice, in two ways, or as nobody should.
    """
    first, *lines = [line.rstrip() for line in header.strip().split(b"\r\n")]
    if len(lines) > _FIELDS:
        raise ParsingError(f"More than {_FIELDS} header fields")
    named: dict[bytes, list[bytes]] = {b"host": [], b"content-length": [], b"transfer-encoding": []}
    for line in lines:
        name, _, value = line.partition(b":")
        named.get(name.lower(), []).append(value.strip(b" \t"))
    _check_hosts(named[b"host"], first)
    _check_lengths(named[b"content-length"], named[b"transfer-encoding"], first)


def _check_hosts(hosts: list[bytes], first: bytes) -> None:
    if len(hosts) > 1 or (not hosts and first.endswith(b"HTTP/1.1")):
        raise ParsingError("Host has to be given once")


def _check_lengths(lengths: list[bytes], codings: list[bytes], first: bytes) -> None:
    if len(lengths) + len(codings) > 1:
        raise ParsingError("The length of the body has to be given once")
    if any(len(length) > _DIGITS for length in lengths):
        raise ParsingError("Content-Length is too large")
    if codings and not first.endswith(b"HTTP/1.1"):
        raise ParsingError("This version of HTTP has no Transfer-Encoding")
    if any(b"," in coding for coding in codings) or b"" in codings:
        raise ParsingError("Transfer-Encoding has to be given once")
