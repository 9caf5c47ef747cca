"""The encoder alone, over the reports of a JSON Lines file: prints how many seconds it took.

Loading the model, finding words and cutting them into windows are left out, and so are all heads: with one report a
thread, as the pipeline has it, no reading can be faster than this.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from benchmarks.readings import shipped
from parley.encoder.session import Encoder
from parley.encoder.windows import Window
from parley.reading.sentences import sentences
from parley.reading.view import words_of
from parley.record import Reading, Report
from parley.sources import read_reports


def main() -> None:
    """The command."""
    encoder = shipped()
    cut = [_windows(encoder, report) for report in _reports(sys.argv[1])]
    encoder.states(cut[0])
    start = time.perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(encoder.states, cut):
            pass
    print(time.perf_counter() - start)


def _reports(path: str) -> Iterator[Report]:
    return (report for report in read_reports([path]) if isinstance(report, Report))


def _windows(encoder: Encoder, report: Report) -> list[Window]:
    return encoder.windows(words_of(Reading(report, sentences(report))))


if __name__ == "__main__":
    main()
