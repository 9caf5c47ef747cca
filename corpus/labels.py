"""The labels that annotators choose from; GUIDELINES.md defines them."""

TYPES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN "
    "PROTEST SANCTION MOBILIZE COERCE ASSAULT TALKS".split()
)
TALKS = frozenset(
    "proposed agreed scheduled opened continued extended mediated stalled ended-no-deal "
    "ended-deal resumed cancelled refused ceasefire violated".split()
)
REALITY = frozenset("actual hedged planned hypothetical requested denied".split())
ASPECTS = frozenset("demand pledge guarantee evidence vow warning accusation denial appeal incident none".split())
QUOTING = frozenset("direct indirect mixed".split())
ACTOR_KINDS = frozenset(
    "state government official military police delegation armed_group faction party igo ngo company media court "
    "religious civilians protesters criminals people person anonymous other".split()
)
