"""Judgements: what people decided, applied to what the machine read and linked."""

from parley.linking.judging.anchors import Places, Standing, anchored, finding, passages_of, ref_in, standing
from parley.linking.judging.annotating import annotate
from parley.linking.judging.checking import check
from parley.linking.judging.lines import from_line, to_line
from parley.linking.judging.log import Contradiction, active, contradictions, history, in_force, in_order
from parley.linking.judging.readings import judged_readings
from parley.linking.judging.record import judged_record

__all__ = [
    "Contradiction",
    "Places",
    "Standing",
    "active",
    "anchored",
    "annotate",
    "check",
    "contradictions",
    "finding",
    "from_line",
    "history",
    "in_force",
    "in_order",
    "judged_readings",
    "judged_record",
    "passages_of",
    "ref_in",
    "standing",
    "to_line",
]
