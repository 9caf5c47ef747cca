"""Print how well many reports are joined into one record.

python -m benchmarks.links
"""

from __future__ import annotations

import sys

from benchmarks.accuracy import main

if __name__ == "__main__":
    sys.exit(main(["--only", "links", "--only", "links-annotated", *sys.argv[1:]]))
