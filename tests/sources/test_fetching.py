"""Pages by their addresses, from a real server on this machine."""

from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import InputError, NotFound, NotText, TooLarge
from parley.record import Failure, Report
from parley.sources import Fetching, read_inputs, report_at
from parley.sources.charsets import text_of
from parley.sources.fetching import Page, fetch
from parley.sources.hosts import address_of, is_loopback
from parley.sources.page import read_page

WORDS = "The Élysée said that the talks would resume on Thursday, and that both sides had agreed to come."
HTML = (
    "<html><head><title>Talks to resume</title>{head}</head><body><article>"
    f"<p>{WORDS}</p><p>{WORDS[4:]}</p></article></body></html>"
)
HERE = Fetching("loopback", seconds=20, pause=5, most=200_000)

Answer = Callable[[BaseHTTPRequestHandler], None]


def say(body: bytes, kind: str | None = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    """An answer with that body."""

    def answer(asked: BaseHTTPRequestHandler) -> None:
        asked.send_response(status)
        if kind:
            asked.send_header("Content-Type", kind)
        for name, value in headers.items():
            asked.send_header(name.replace("_", "-"), value)
        asked.send_header("Content-Length", str(len(body)))
        asked.end_headers()
        asked.wfile.write(body)

    return answer


def send_on(to: str, status: int = 302) -> Answer:
    """An answer that says where to look."""
    return say(b"", status=status, Location=to)


def without_end(asked: BaseHTTPRequestHandler) -> None:
    """More and more."""
    asked.send_response(200)
    asked.send_header("Content-Type", "text/html")
    asked.end_headers()
    try:
        while True:
            asked.wfile.write(b"<p>And so on.</p>" * 1000)
    except OSError:
        return


def drop_by_drop(asked: BaseHTTPRequestHandler) -> None:
    """A sign of life now and then, for as long as anybody listens."""
    try:
        asked.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            asked.wfile.write(f"X-{number}: x\r\n".encode())
            time.sleep(0.1)
    except OSError:
        return


def silent(asked: BaseHTTPRequestHandler) -> None:
    """Nothing at all."""
    time.sleep(2)


PAGE = HTML.format(head="")
ANSWERS: dict[str, Answer] = {
    "/page": say(PAGE.encode()),
    "/bare": say(PAGE.encode("cp1252"), None),
    "/latin": say(PAGE.encode("latin-1"), "text/html; charset=ISO-8859-1"),
    "/meta": say(HTML.format(head='<meta charset="windows-1252">').encode("cp1252"), "text/html"),
    "/lying": say(HTML.format(head='<meta charset="windows-1252">').encode(), "text/html; charset=UTF-8"),
    "/utf16": say(PAGE.encode("utf-16"), "text/html"),
    "/nonsense": say(PAGE.encode(), "text/html; charset=rot13"),
    "/zip": say(gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
    "/bomb": say(gzip.compress(b" " * 5_000_000), Content_Encoding="gzip"),
    "/text": say(f"title: Round to resume\n\n{WORDS}".encode(), "text/plain; charset=utf-8"),
    "/pdf": say(b"%PDF-1.7 x", "application/pdf"),
    "/hidden": say(b"%PDF-1.7 x", "text/html"),
    "/empty": say(b""),
    "/none": say(b"<html><body>Hello", "text/html"),
    "/gone": say(b"gone", status=410),
    "/wall": say(b"pay", status=402),
    "/end": without_end,
    "/drop": drop_by_drop,
    "/silent": silent,
    "/on": send_on("on2", 301),
    "/on2": send_on("/page?x=1#y", 307),
    "/loop": send_on("/loop"),
    "/inside": send_on("http://10.0.0.1/"),
    "/cloud": send_on("http://169.254.169.254/latest/meta-data/"),
    "/file": send_on("file:///etc/passwd"),
    "/broken": send_on("http://[/"),
}


class Handler(BaseHTTPRequestHandler):
    """Answers by path; says to whom it believes to speak."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Whatever is asked for."""
        self.close_connection = True
        path = self.path.partition("?")[0]
        missing = say(b"no such page", status=404)
        host = say(f"<html><body><p>Asked of {self.headers['Host']}, and told at some length.</p>".encode())
        (host if path == "/host" else ANSWERS.get(path, missing))(self)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the server, by name."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/bare", "/latin", "/meta", "/lying", "/utf16", "/nonsense", "/zip", "/on"])
def test_a_page_is_read(site: str, path: str) -> None:
    """In whatever encoding it is, and wherever it is sent on to."""
    found = report_at(f"{site}{path}", HERE)
    assert isinstance(found, Report)
    assert found.text.split("\n\n")[0] == WORDS
    assert found.title == "Talks to resume"
    assert found.url == (f"{site}/page?x=1#y" if path == "/on" else f"{site}{path}")


def test_a_page_that_does_not_say_where_it_is() -> None:
    """Is where it was found: that tells its outlet, too."""
    found = read_page(PAGE.encode(), "x", "https://www.gulfpost.com/2031/talks")
    assert found.url == "https://www.gulfpost.com/2031/talks"
    assert found.outlet
    assert found.outlet.site == "gulfpost.com"


def test_text_is_read_as_text(site: str) -> None:
    """With the lines about it."""
    found = report_at(f"{site}/text", HERE)
    assert isinstance(found, Report)
    assert (found.title, found.text) == ("Round to resume", WORDS)


@pytest.mark.parametrize(
    ("path", "kind", "said"),
    [
        ("/nowhere", NotFound, "there is no such page"),
        ("/gone", NotFound, "there is no such page"),
        ("/wall", InputError, "the server refuses: 402 Payment Required"),
        ("/pdf", NotText, "is application/pdf, not a page"),
        ("/hidden", NotText, "is a PDF"),
        ("/empty", NotText, "is empty"),
        ("/none", NotText, "no article in the page"),
        ("/end", TooLarge, "more than 0.2 MB"),
        ("/bomb", TooLarge, "more than 0.2 MB"),
        ("/loop", InputError, "sent on more than 5 times"),
        ("/inside", InputError, "10.0.0.1 is 10.0.0.1, which is no public address"),
        ("/cloud", InputError, "169.254.169.254, which is no public address"),
        ("/file", InputError, "leads to file"),
        ("/broken", NotFound, "there is no"),
    ],
)
def test_what_cannot_be_had_is_said(site: str, path: str, kind: type[InputError], said: str) -> None:
    """Under the address that was given."""
    found = report_at(f"{site}{path}", HERE)
    assert type(found) is kind
    assert said in found.problem
    assert found.source == f"{site}{path}"


def test_a_server_may_take_only_so_long(site: str) -> None:
    """Between two signs of life, and in all."""
    for path, said in (("/silent", "does not answer"), ("/drop", "did not come within 0.6 seconds")):
        began = time.monotonic()
        found = fetch(f"{site}{path}", Fetching("loopback", seconds=0.6 if path == "/drop" else 9, pause=0.5))
        assert isinstance(found, InputError)
        assert said in found.problem
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/",
        "http://localhost:9/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::10.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/",
        "http://224.0.0.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
    ],
)
def test_machines_in_the_house_are_not_asked(url: str) -> None:
    """Before anything is sent to them, however their address is written."""
    found = fetch(url)
    assert isinstance(found, InputError)
    assert "no public address" in found.problem


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_machines_are_asked(address: str) -> None:
    """Which are reached by that very address."""
    assert not is_loopback(address)
    assert is_loopback("127.0.0.1")
    assert address_of(address, 80, "public", "x").startswith(address[:5])


@given(st.text(max_size=30))
@settings(max_examples=30)
def test_whatever_is_no_address_is_said(text: str) -> None:
    """As a value."""
    for url in (f"file://{text}", f"http://[{text}", f"https://me:{text}x@127.0.0.1/", f"http://127.0.0.1:{text}x/"):
        assert isinstance(fetch(url), InputError)


def test_a_name_is_asked_for_by_its_name(site: str) -> None:
    """Though the connection goes to its address."""
    found = fetch(f"{site}/host", HERE)
    assert isinstance(found, Page)
    assert f"Asked of {site.removeprefix('http://')}," in found.raw.decode()


def test_nothing_listens(site: str) -> None:
    """Which is said in a line, as is a name that stands for nothing."""
    refused, missing = fetch("http://127.0.0.1:9/", HERE), fetch("http://nowhere.invalid/", HERE)
    assert isinstance(refused, InputError)
    assert "cannot be fetched" in refused.problem
    assert isinstance(missing, NotFound)
    assert "there is no nowhere.invalid" in missing.problem


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Of localhost by name, not by address, with its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate")
    key, made = tmp_path / "key.pem", tmp_path / "made.pem"
    command = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "9"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*command, *names, "-keyout", str(key), "-out", str(made)], check=True, capture_output=True)
    made.write_text(key.read_text() + made.read_text())
    return made


def test_a_certificate_is_that_of_the_name(certificate: Path) -> None:
    """Though the connection goes to its address; one that nobody vouches for is none."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(certificate)
    server.socket = own.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    trusting = Fetching("loopback", trust=ssl.create_default_context(cafile=str(certificate)))
    try:
        assert isinstance(fetch(f"https://localhost:{port}/page", trusting), Page)
        for url, how in ((f"https://127.0.0.1:{port}/page", trusting), (f"https://localhost:{port}/page", HERE)):
            found = fetch(url, how)
            assert isinstance(found, InputError)
            assert "certificate" in found.problem.lower()
    finally:
        server.shutdown()
        server.server_close()


def test_addresses_are_inputs_among_others(site: str, tmp_path: Path) -> None:
    """Each with its report or its failure."""
    (tmp_path / "a.txt").write_text(WORDS)
    paths = [f"{site}/page", str(tmp_path / "a.txt"), f"{site}/nowhere"]
    found = list(read_inputs(paths, allowed=HERE))
    assert [one.name for one in found] == paths
    assert [isinstance(one.report, Failure) for one in found] == [False, False, True]
    (refused,) = read_inputs([f"{site}/page"])
    assert isinstance(refused.report, Failure)


@given(st.binary(max_size=200), st.none() | st.text(max_size=12) | st.sampled_from(["utf-16", "gbk", "big5", "hz"]))
def test_any_bytes_are_text(raw: bytes, said: str | None) -> None:
    """Of some sort."""
    assert isinstance(text_of(raw, said), str)
