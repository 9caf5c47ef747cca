"""What the API says of itself is so: every operation, asked as its document says and otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.web.serving import Site

pytestmark = pytest.mark.filterwarnings("ignore")  # of the checker, about our document

FEW = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
"""Enough for every kind of answer; the same every time."""

SLOW = {"GET /changes", "POST /reports"}
"""What links the reports of before every day that is asked for, or reads others."""

UNSAID: Mapping[str, list[Any]] = {"POST /log": [positive_data_acceptance]}
"""What a log holds is no matter of the document."""


ITEMS = {
    "talks": "talks_id",
    "incidents": "incident_id",
    "demands": "demand_id",
    "disputes": "dispute_id",
    "actors": "actor_id",
    "origins": "origin_id",
    "reports": "report_id",
}
"""What is listed, and what an id of it is called in addresses."""


@schemathesis.serializer("application/x-ndjson")
def lines(context: schemathesis.SerializationContext, value: object) -> bytes:
    """A log is a text."""
    return str(value).encode("utf-8", "replace")


@pytest.fixture(scope="module")
def document(site: Site) -> schemathesis.BaseSchema:
    """The document of a running server."""
    return schemathesis.openapi.from_url(f"{site.url}/api/v1/openapi.json")


def operations(document: schemathesis.BaseSchema) -> Iterator[schemathesis.APIOperation[Any, Any, Any, Any]]:
    """All that it describes."""
    for found in document.get_all_operations():
        assert isinstance(found, Ok), found
        yield found.ok()


def test_every_operation_does_as_the_document_says(own_site: Site) -> None:
    """All checks of schemathesis: what is valid is taken, the rest refused, every answer is as described."""
    document = schemathesis.openapi.from_url(f"{own_site.url}/api/v1/openapi.json")
    for one in operations(document):
        check(one, GenerationMode.POSITIVE)
        if one.query or one.body:  # of whatever else is in an address every value is valid
            check(one, GenerationMode.NEGATIVE)


def test_things_are_as_the_document_says(document: schemathesis.BaseSchema, site: Site) -> None:
    """One of each kind, found in the lists, with all that hangs on it; and a reading and its text."""
    base = f"{site.url}/api/v1"
    found = {kind: httpx2.get(f"{base}/{kind}", params={"size": 1}).json()["items"][0]["id"] for kind in ITEMS}
    asked = [(f"/{kind}/{{{name}}}", name, found[kind]) for kind, name in ITEMS.items()]
    asked += [(f"/{kind}/{{report_id}}", "report_id", found["reports"]) for kind in ("readings", "texts")]
    for path, name, id_ in asked:
        case = document[path]["GET"].Case(path_parameters={name: quote(id_, safe="")})
        assert case.call_and_validate().status_code == 200, (path, id_)


def check(operation: schemathesis.APIOperation[Any, Any, Any, Any], mode: GenerationMode) -> None:
    """Ask one operation a few times."""
    unsaid = UNSAID.get(operation.label, [])

    @settings(FEW, max_examples=1 if operation.label in SLOW else 4)
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(excluded_checks=unsaid)

    asked()
