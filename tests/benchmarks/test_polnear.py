"""Attribution in political news."""

from pathlib import Path

import pytest

from benchmarks.places import SHARED, polnear_test
from benchmarks.polnear import as_reports, read_article, score

TEXT = "Rivals met, he said. “We won,” he added."
ANNOTATION = """T1\tSource 12 14\the
T2\tCue 15 19\tsaid
T3\tContent 0 10;11 12\tRivals met ,
T4\tAttribution 15 19\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tContent 21 30\t“We won,”
T6\tCue 34 39\tadded
T7\tAttribution 34 39\tadded
E2\tAttribution-no-source:T7 Cue:T6 Content:T5
E3\tAttribution:T4 Cue:T2
"""


def annotated(tmp_path: Path) -> Path:
    """An article with two attributions that have a content."""
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "nyt_2016.txt").write_text(TEXT, "utf-8")
    annotation = tmp_path / "attributions" / "nyt_2016_ef2d.ann"
    annotation.write_text(ANNOTATION, "utf-8")
    return annotation


def test_contents_are_read_with_all_their_pieces(tmp_path: Path) -> None:
    """An attribution without a source counts, one without a content does not."""
    article = read_article(annotated(tmp_path))
    assert article.text == TEXT
    assert article.contents == (((0, 10), (11, 12)), ((21, 30),))


def test_contents_are_matched_by_overlap(tmp_path: Path) -> None:
    """One is found whole, one by half."""
    article = read_article(annotated(tmp_path))
    (reading,) = as_reports([article])
    for span in ([0, 12], [21, 25]):
        reading["statements"].append(
            {
                "sentence": 0,
                "source": {"actor": None, "span": None},
                "cue": None,
                "content": [span],
                "how": "indirect",
                "via": [],
                "to": [],
                "when": [],
            }
        )
    rows = score([article], [reading])
    assert rows["content@0.3"]["f1"] == 100.0
    assert rows["content@0.8"]["f1"] == 50.0


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the data are only on the project's own machines")
def test_the_published_test_split_is_read_whole() -> None:
    """84 articles; two of their 2,044 attributions have no content."""
    articles = [read_article(path) for path in polnear_test()]
    assert len(articles) == 84
    assert sum(len(article.contents) for article in articles) == 2042
