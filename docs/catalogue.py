"""Write what there is to translate in the web app: `python -m docs.catalogue`, which `make docs` runs, too."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from parley.web.translation import DOMAIN, LOCALES

WEB = LOCALES.parent
CATALOGUE = LOCALES / f"{DOMAIN}.pot"
_METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
_OPTIONS: dict[str, dict[str, str]] = {"templates/**.html": {"extensions": "jinja2.ext.i18n,jinja2.ext.do"}}
_KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"_": None, "ngettext": (1, 2), "many": (2, 3)}
"""The functions that take a text of the interface, and which of their arguments are the one and the several."""
_HEADER = "# What there is to translate in Parley's web app. Written by `python -m docs.catalogue`.\n#"
_PASSING = (b'"POT-Creation-Date', b'"Generated-By')
"""Lines of the head that are others each time, or with another Babel."""


def main() -> int:
    """Write it."""
    LOCALES.mkdir(exist_ok=True)
    CATALOGUE.write_bytes(catalogue())
    return 0


def catalogue() -> bytes:
    """All texts of the interface in the order of the files; always the same for the same files."""
    made = Catalog(project="Parley", header_comment=_HEADER, fuzzy=False)
    for file, _line, message, comments, context in extract_from_dir(WEB, _METHODS, _OPTIONS, _KEYWORDS):
        made.add(message, None, [(file, 1)], auto_comments=comments, context=context)
    written = io.BytesIO()
    write_po(written, made, width=100, sort_by_file=True, include_lineno=False)
    return b"".join(line for line in written.getvalue().splitlines(True) if not line.startswith(_PASSING))


if __name__ == "__main__":
    sys.exit(main())
