"""HTTP's side of a download: one request for a file or its rest, redirects by rule, our errors for httpx's."""

from __future__ import annotations

import re
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from models.engine_errors import AnswerUnfit, DownloadFailed, ForeignRedirect, HostRefused, SizeDiffers, TransferBroken
from models.part_file import Identity

if TYPE_CHECKING:
    import httpx

_MOST_REDIRECTS = 10
_READ_BYTES = 1024 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_CONTENT_RANGE = re.compile(r"bytes\s+(?:(\d+)-(\d+)|\*)/(\d+|\*)")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Interrupted(Exception):
    """Worth another try, after `wait_s` if the host asked for that. Never leaves the downloader."""

    def __init__(self, detail: str, *, wait_s: float | None = None, status: int = 0) -> None:
        super().__init__(detail)
        self.wait_s = wait_s
        self.status = status


class RangeUnfit(Exception):
    """The rest cannot be had: the host's file is another one by now, or shorter. Start again without a range."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a request keeps to: whom it may be sent on to, and how long it waits for a connection and for a byte."""

    allowed_host: Callable[[str], bool]
    connect_s: float
    stall_s: float


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """The host began to send. `offset` is 0 for the whole file, else where its rest begins."""

    offset: int
    identity: Identity
    response: httpx.Response
    stall_s: float

    async def body(self) -> AsyncIterator[bytes]:
        """The bytes as they come.

        Past the first piece they are taken straight from the connection: through httpx every 64 KiB turn the loop twice
        and are copied four times (430 MiB/s on loopback against 1,600 here, curl 650). `network_stream` is httpcore's
        public way to the connection; what of the body came together with the head is all in the first piece.
        """
        pieces = self.response.aiter_raw()
        left = self._plain_length()
        stream = self.response.extensions.get("network_stream")
        async for piece in pieces:
            yield piece
            left = None if left is None else left - len(piece)
            if stream is not None and left is not None:
                break
        while left and stream is not None:
            piece = await stream.read(min(left, _READ_BYTES), self.stall_s)
            if not piece:
                raise Interrupted(f"the connection ended with {left} bytes to come")
            yield piece
            left -= len(piece)

    def _plain_length(self) -> int | None:
        """Bytes of the body where it comes as it is, without chunks or frames."""
        if self.response.http_version != "HTTP/1.1" or "transfer-encoding" in self.response.headers:
            return None
        return _number(self.response.headers.get("content-length", ""))


@dataclass(slots=True)
class _Linked:
    """What Hugging Face says of a large file on the redirect to its content network."""

    sha256: str = ""
    size_bytes: int | None = None


def plain_address(url: str) -> str:
    """`url` without its query, which may hold a signature."""
    return urlsplit(url)._replace(query="", fragment="").geturl()


@asynccontextmanager
async def asked_for(
    client: httpx.AsyncClient, url: str, *, offset: int, known: Identity | None, rules: Rules
) -> AsyncIterator[FileAnswer]:
    """Ask for `url` from `offset` on. The block reads the body; httpx's errors in it are translated, too.

    Raises `Interrupted`, `RangeUnfit` and the kinds of `DownloadFailed`.
    """
    if not _host_of(url):
        raise DownloadFailed("not an address of http or https", address=plain_address(url))
    headers = {"Accept-Encoding": "identity"}
    if offset:
        headers["Range"] = f"bytes={offset}-"
        if known is not None and known.validator:
            headers["If-Range"] = known.validator
    linked = _Linked()
    with _faults(url):
        response = await _sent(client, url, headers, rules, linked)
        try:
            yield _read_head(response, url, offset=offset, known=known, linked=linked, stall_s=rules.stall_s)
        finally:
            await response.aclose()


async def _sent(
    client: httpx.AsyncClient, url: str, headers: dict[str, str], rules: Rules, linked: _Linked
) -> httpx.Response:
    """Send the request, and again to where it is redirected; returns the first answer that is no redirect."""
    import httpx

    timeout = httpx.Timeout(rules.stall_s, connect=rules.connect_s)
    first_host, here = urlsplit(url).hostname, url
    for _ in range(_MOST_REDIRECTS):
        request = client.build_request("GET", here, headers=headers, timeout=timeout)
        response = await client.send(request, stream=True, follow_redirects=False)
        if urlsplit(here).hostname == first_host:
            _read_linked(response, linked)
        if response.status_code not in _REDIRECTS:
            return response
        location = response.headers.get("location", "")
        await response.aclose()
        here = _next_address(url, here, location, rules)
    raise AnswerUnfit(f"more than {_MOST_REDIRECTS} redirects", address=plain_address(url))


def _next_address(url: str, here: str, location: str, rules: Rules) -> str:
    there = urljoin(here, location) if "[" not in location or "]" in location else ""
    host = _host_of(there)
    if not location or not host:
        raise AnswerUnfit(f"redirect to {location[:200]!r}", address=plain_address(url))
    is_plain = there.startswith("http:") and here.startswith("https:") and not _is_loopback(host)
    if is_plain or not (host == urlsplit(url).hostname or rules.allowed_host(host)):
        raise ForeignRedirect(address=plain_address(url), target_host=host, is_plain=is_plain)
    return there


def _host_of(url: str) -> str:
    """Whom `url` leads to; "" where it is none that can be fetched."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and parts.port != 0
    except ValueError:  # also for a port beyond 65535
        return ""
    return (parts.hostname or "") if fits else ""


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _read_linked(response: httpx.Response, linked: _Linked) -> None:
    """LFS files are named by their SHA-256; other files by a Git hash, which is shorter and not used."""
    tag = response.headers.get("x-linked-etag", "").removeprefix("W/").strip('"').lower()
    if _SHA256.fullmatch(tag):
        linked.sha256 = tag
    linked.size_bytes = _number(response.headers.get("x-linked-size", "")) or linked.size_bytes


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None


def _read_head(
    response: httpx.Response, url: str, *, offset: int, known: Identity | None, linked: _Linked, stall_s: float
) -> FileAnswer:
    _check_status(response, url, had_range=offset > 0)
    _check_kind(response, url)
    begins, total = _place_and_total(response, url, offset=offset)
    if linked.size_bytes is not None and total not in (None, linked.size_bytes):
        raise SizeDiffers(address=plain_address(url), expected_bytes=linked.size_bytes, found_bytes=total or 0)
    identity = Identity(
        url,
        etag=response.headers.get("etag", ""),
        last_modified=response.headers.get("last-modified", ""),
        linked_sha256=linked.sha256,
        total_bytes=total if total is not None else linked.size_bytes,
    )
    if begins and (known is None or not known.may_go_on(identity)):
        raise RangeUnfit("the rest is of another file")
    return FileAnswer(begins, identity, response, stall_s)


def _check_status(response: httpx.Response, url: str, *, had_range: bool) -> None:
    status = response.status_code
    if status in (200, 206):
        return
    if status == 416 and had_range:
        raise RangeUnfit("416")
    if status in _BUSY:
        raise Interrupted(f"HTTP {status}", wait_s=_retry_after_s(response), status=status)
    raise HostRefused(address=plain_address(url), status=status)


def _check_kind(response: httpx.Response, url: str) -> None:
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity"):
        raise AnswerUnfit(f"Content-Encoding: {encoding}", address=plain_address(url))
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "text/html" and not urlsplit(url).path.endswith((".html", ".htm")):
        raise AnswerUnfit("a web page, as of a sign-in to a network", address=plain_address(url))


def _place_and_total(response: httpx.Response, url: str, *, offset: int) -> tuple[int, int | None]:
    """(where the body begins, the size of the whole file or None)."""
    body_bytes = _number(response.headers.get("content-length", ""))
    if response.status_code == 200:
        return 0, body_bytes
    found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", "").strip())
    if found is None or found[1] is None or not offset:
        raise AnswerUnfit(f"Content-Range: {response.headers.get('content-range')}", address=plain_address(url))
    if int(found[1]) != offset:
        raise RangeUnfit(f"asked from {offset} on, got from {found[1]} on")
    total = None if found[3] == "*" else int(found[3])
    if total is None and body_bytes is not None:
        total = offset + body_bytes
    return offset, total


def _retry_after_s(response: httpx.Response) -> float | None:
    told = response.headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        at = parsedate_to_datetime(told)
    except ValueError:
        return None
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return max((at - datetime.now(UTC)).total_seconds(), 0.0)


@contextmanager
def _faults(url: str) -> Iterator[None]:
    import httpcore  # what httpx stands on; its errors come from `network_stream`
    import httpx

    broken = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError, httpx.ProxyError)
    try:
        yield
    except (*broken, httpcore.TimeoutException, httpcore.NetworkError) as fault:
        _raise_the_hopeless(fault, url)
        raise Interrupted(f"{type(fault).__name__}: {fault}"[:500]) from fault
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as fault:
        raise DownloadFailed(f"{type(fault).__name__}: {fault}"[:500], address=plain_address(url)) from fault


def _raise_the_hopeless(fault: BaseException, url: str) -> None:
    """This process's own guard said no, and may say so itself; or the host is not who it says it is."""
    cause: BaseException | None = fault
    while cause is not None:
        if isinstance(cause, ConnectionRefusedError) and type(cause) is not ConnectionRefusedError:
            raise cause
        if isinstance(cause, ssl.SSLCertVerificationError):
            raise TransferBroken(str(cause), address=plain_address(url), tries=1) from fault
        cause = cause.__cause__ or cause.__context__
