"""How answers travel: security headers, compression and caching."""

import gzip
import hashlib
import re
from collections.abc import Sequence
from threading import Lock

import brotli
from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

__all__ = ["deliver", "policy"]

_STATIC = ("/assets/", "/_dash-component-suites/")
_TEXT = re.compile(r"text/|javascript|json|svg")
_FINGERPRINT = re.compile(r"\.v[\w]+m\d+\.")
_FOR_EVER = "public, max-age=31536000, immutable"
_A_WEEK = "public, max-age=604800"
_SMALLEST, _LARGE = 500, 1_000_000
_FEATURES = ("camera", "geolocation", "microphone", "payment", "usb")


def policy(script_hashes: Sequence[str], frame_ancestors: str) -> str:
    """The Content-Security-Policy: own scripts only; inline styles, which Plotly writes."""
    scripts = " ".join(("'self'", *script_hashes))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {frame_ancestors}"
    )


def deliver(server: Flask, content_policy: str, proxies: int = 0) -> None:
    """Send every answer with its headers, as small as the browser takes it.

    An answer that comes with a Content-Security-Policy of its own keeps that. So many ``proxies``
    before this server are believed which host and protocol was asked for, and never who asked.
    """
    if proxies:
        believed = ProxyFix(server.wsgi_app, x_for=0, x_proto=proxies, x_host=proxies)
        vars(server)["wsgi_app"] = believed  # as Flask means it; its type is that of a method
    packed = _Packed()
    features = ", ".join(f"{name}=()" for name in _FEATURES)

    @server.after_request
    def finish(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", content_policy)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = features
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        static = request.path.startswith(_STATIC)
        if static and response.status_code == 200 and _is_fingerprinted():
            response.headers["Cache-Control"] = _FOR_EVER
        elif request.path.startswith("/assets/fonts/"):
            response.headers["Cache-Control"] = _A_WEEK
        elif "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-cache"
        return packed.pack(response, static)


def _is_fingerprinted() -> bool:
    return "m" in request.args or bool(_FINGERPRINT.search(request.path))


class _Packed:
    """Compresses answers; static files once, and keeps them by their content."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}
        self._digests: dict[int, tuple[bytes, str]] = {}
        self._lock = Lock()

    def pack(self, response: Response, static: bool) -> Response:
        if response.status_code != 200 or not _TEXT.search(response.mimetype or ""):
            return response
        response.direct_passthrough = False
        content = response.get_data()
        digest = self._digest(content) if static else ""
        encoding = request.accept_encodings.best_match(("br", "gzip")) or ""
        response.vary.add("Accept-Encoding")
        if encoding and len(content) >= _SMALLEST:
            response.set_data(self._compressed(content, digest, encoding, static))
            response.headers["Content-Encoding"] = encoding
        elif static:
            response.set_data(self._kept.setdefault((digest, ""), content))
        if static:
            response.set_etag(f"{digest}-{encoding or 'plain'}")
            response.make_conditional(request)
        return response

    def _digest(self, content: bytes) -> str:
        """The digest of a static file; bytes seen before are compared, not hashed again.

        By their length, of which there are as many as files, however their addresses are spelt.
        """
        known = self._digests.get(len(content))
        if known is None or known[0] != content:
            known = content, hashlib.sha256(content).hexdigest()[:32]
            self._digests[len(content)] = known
        return known[1]

    def _compressed(self, content: bytes, digest: str, encoding: str, static: bool) -> bytes:
        if not static:
            return _compress(content, encoding, 4)
        with self._lock:
            key = digest, encoding
            if key not in self._kept:
                quality = 10 if encoding == "br" and len(content) < _LARGE else 9
                self._kept[key] = _compress(content, encoding, quality)
            return self._kept[key]


def _compress(content: bytes, encoding: str, quality: int) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(content, quality=quality))
    return gzip.compress(content, compresslevel=quality, mtime=0)
