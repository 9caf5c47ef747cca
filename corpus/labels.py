"""The labels that annotators choose from: those of the codebook; GUIDELINES.md gives examples."""

from parley import codebook

TYPES = frozenset(codebook.types())
MODES = frozenset(mode for name in TYPES for mode in codebook.modes(name))
TALKS = frozenset(codebook.talks())
REALITY = frozenset(codebook.reality())
ASPECTS = frozenset(codebook.aspects())
QUOTING = frozenset(codebook.how())
ACTOR_KINDS = frozenset(codebook.actor_kinds())
STYLES = frozenset(codebook.styles())
