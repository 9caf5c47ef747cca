"""The PLOVER validation set."""

from pathlib import Path

import pytest

from benchmarks.places import SHARED, plv_test
from benchmarks.plv import Coded, MarkedPair, read_rows, root_of, score

TSV = """uid\tgold_root\tsentence\tmarked_sentence\tsource\ttarget
0\tAGREE\tIran and Iraq agreed, Iran said.\t<s>Iran</s> and <t>Iraq</t> agreed, <s>Iran</s> said.\tIran\tIraq
1\tYIELD\tIran withdrew.\t<s>Iran</s> withdrew.\tIran\ta recipient
"""


def test_rows_tell_everywhere_that_the_two_stand(tmp_path: Path) -> None:
    """A source may stand twice, a target nowhere."""
    path = tmp_path / "plv.tsv"
    path.write_text(TSV, "utf-8")
    assert read_rows(path) == [
        MarkedPair("Iran and Iraq agreed, Iran said.", ((0, 4), (22, 26)), ((9, 13),), "AGREE"),
        MarkedPair("Iran withdrew.", ((0, 4),), (), "YIELD"),
    ]


@pytest.mark.parametrize(
    ("coded", "root"),
    [
        (Coded("CONCEDE", "actual"), "YIELD"),
        (Coded("RETREAT", "actual"), "YIELD"),
        (Coded("RETREAT", "planned"), "AGREE"),
        (Coded("AID", "planned"), "AID"),
        (Coded("TALKS", "actual"), "CONSULT"),
    ],
)
def test_types_become_roots(coded: Coded, root: str) -> None:
    """CONCEDE and RETREAT are one class, planned yielding is agreeing."""
    assert root_of(coded) == root


def test_the_figure_is_the_mean_over_classes() -> None:
    """AGREE 2/3, YIELD 0, AID 1: rare classes weigh as much as frequent ones."""
    rows = [MarkedPair("", (), (), root) for root in ("AGREE", "YIELD", "AID")]
    row = score(rows, lambda _: [Coded(kind, "actual") for kind in ("AGREE", "AGREE", "AID")])
    assert row == {"f1": 55.6, "accuracy": 66.7, "of": 3}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the data are only on the project's own machines")
def test_the_published_file_is_read_whole() -> None:
    """1,033 rows of 15 classes."""
    rows = read_rows(plv_test())
    assert len(rows) == 1033
    assert len({row.root for row in rows}) == 15
