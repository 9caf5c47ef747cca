"""The vocabularies: event types, modes, contexts, scores, codes; labels of talks, reality, aspects and actors.

They are data files beside this one, read when they are first asked for.
"""

from parley.codebook.cameo import Crosswalk, cameo_code, cameo_to_plover, plover_to_cameo
from parley.codebook.plover import (
    EventType,
    Mode,
    Quad,
    contexts,
    event_type,
    modes,
    quad,
    quad_code,
    score,
    types,
)
from parley.codebook.vocabularies import (
    Vocabulary,
    actor_kinds,
    aspects,
    gloss,
    how,
    outlet_kinds,
    reality,
    styles,
    talks,
)

__all__ = [
    "Crosswalk",
    "EventType",
    "Mode",
    "Quad",
    "Vocabulary",
    "actor_kinds",
    "aspects",
    "cameo_code",
    "cameo_to_plover",
    "contexts",
    "event_type",
    "gloss",
    "how",
    "modes",
    "outlet_kinds",
    "plover_to_cameo",
    "quad",
    "quad_code",
    "reality",
    "score",
    "styles",
    "talks",
    "types",
]
