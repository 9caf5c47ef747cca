"""One page from the web, by its address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley import __version__
from parley.errors import InputError, NotFound, NotText, TooLarge
from parley.record import Report
from parley.sources.charsets import text_of
from parley.sources.decoding import refuse_unreadable
from parley.sources.hosts import Reach, address_of, is_loopback
from parley.sources.page import read_page
from parley.sources.text import read_text

if TYPE_CHECKING:
    import ssl

    from httpx2 import URL, AsyncClient, Request, Response

__all__ = ["Fetching", "Page", "fetch", "is_address", "report_at"]

REDIRECTS = 5
"""So many times a page may send us on."""

_PAGES = frozenset({"text/html", "application/xhtml+xml", ""})
_TEXT = "text/plain"
_SAVE = "open it in a browser, save the page and give the file, or paste its text"


@dataclass(frozen=True, slots=True)
class Fetching:
    """What is allowed: which machines, how many seconds in all and at most between two signs of life, how many bytes.

    `trust` says whose certificates are good; None: those that this machine trusts.
    """

    reach: Reach = "public"
    seconds: float = 30
    pause: float = 10
    most: int = 10_000_000
    trust: ssl.SSLContext | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """What was found, as UTF-8, and where it was in the end."""

    address: str
    raw: bytes
    plain: bool = False


def is_address(path: str) -> bool:
    """Whether it is the address of a page, not a path."""
    return path.lower().startswith(("http://", "https://"))


def report_at(url: str, allowed: Fetching | None = None) -> Report | InputError:
    """The article of the page at an address, or why there is none."""
    page = fetch(url, allowed)
    if isinstance(page, InputError):
        return page
    try:
        return read_text(page.raw, url) if page.plain else read_page(page.raw, url, page.address)
    except InputError as error:
        return error


def fetch(url: str, allowed: Fetching | None = None) -> Page | InputError:
    """The page at an address (http or https), or why it cannot be had; within 30 seconds and 10 MB, unless told.

    It is refused where a host, the first or one that we are sent on to, is not on the public internet. Not to be called
    from within an event loop.
    """
    import asyncio  # with all that speaks to networks, which most inputs need not

    how = allowed or Fetching()
    try:
        return asyncio.run(asyncio.wait_for(_fetched(url, how), how.seconds))
    except InputError as error:
        return error
    except TimeoutError:
        return InputError(url, f"did not come within {how.seconds:g} seconds", f"try again later, or {_SAVE}")


async def _fetched(given: str, how: Fetching) -> Page:
    from httpx2 import URL, HTTPError, InvalidURL, TimeoutException

    try:
        return await _followed(URL(given), given, how)
    except InvalidURL:
        raise InputError(given, "is no address", "give one such as https://paper.example/2025/10/30/talks") from None
    except TimeoutException:
        raise InputError(given, "does not answer", f"try again later, or {_SAVE}") from None
    except HTTPError as error:
        raise InputError(given, f"cannot be fetched: {error or type(error).__name__}", _SAVE) from None


async def _followed(url: URL, given: str, how: Fetching) -> Page:
    """The page, wherever we are sent on to."""
    address = address_of(*_host(url, given), how.reach, given)
    async with _client(how) as client:
        for _ in range(REDIRECTS + 1):
            response = await client.send(_request(client, url, address), stream=True)
            try:
                if response.next_request is None:
                    return await _page(response, url, given, how)
                url = url.join(response.headers["location"])
            finally:
                await response.aclose()
            # Nobody on the internet may send us to this machine.
            reach: Reach = "loopback" if is_loopback(address) else "public"
            address = address_of(*_host(url, given), reach, given)
    raise InputError(given, f"is sent on more than {REDIRECTS} times", _SAVE)


def _client(how: Fetching) -> AsyncClient:
    from httpx2 import AsyncClient

    headers = {"User-Agent": f"Mozilla/5.0 (compatible; Parley/{__version__})", "Accept-Encoding": "gzip, deflate"}
    # Nothing of the environment: a proxy would look the name up again.
    return AsyncClient(timeout=how.pause, headers=headers, trust_env=False, verify=how.trust or True)


def _request(client: AsyncClient, url: URL, address: str) -> Request:
    """Asks that address for the page, by the name of its host."""
    return client.build_request(
        "GET",
        url.copy_with(host=address),
        headers={"Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )


def _host(url: URL, given: str) -> tuple[str, int]:
    """Host and port; raises InputError for addresses that we do not fetch."""
    if url.scheme not in ("http", "https") or not url.host:
        raise InputError(given, f"leads to {url.scheme or 'nowhere'}, not to http or https", _SAVE)
    if url.userinfo:
        raise InputError(given, "has a name and a password in it", "leave them out")
    return url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80)


async def _page(response: Response, url: URL, given: str, how: Fetching) -> Page:
    if response.status_code in (404, 410):
        raise NotFound(given, "there is no such page", "check the address")
    if not response.is_success:
        said = f"{response.status_code} {response.reason_phrase}".strip()
        raise InputError(given, f"the server refuses: {said}", _SAVE)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _PAGES and kind != _TEXT:
        raise NotText(given, f"is {kind}, not a page", "download it, make text of it and give that")
    text = text_of(await _body(response, given, how.most), response.charset_encoding)
    raw = text.encode("utf-8", "replace")
    refuse_unreadable(raw, given)
    return Page(str(url), raw, plain=kind == _TEXT)


async def _body(response: Response, given: str, most: int) -> bytes:
    """All of it; raises TooLarge, without waiting for the rest, where that is too much."""
    parts: list[bytes] = []
    left = most
    async for part in response.aiter_bytes():
        left -= len(part)
        if left < 0:
            raise TooLarge(given, f"too large: more than {most / 1e6:g} MB", "give the article's own page")
        parts.append(part)
    return b"".join(parts)
