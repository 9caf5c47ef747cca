"""The nouns that are counted when people are, and the words around their numbers."""

from __future__ import annotations

from parley.reading.words import words

__all__ = ["FUNCTION_WORDS", "NOT_PEOPLE", "PERSON", "PERSON_PLURAL", "QUALIFIER"]

_PERSONS = words(
    "activist adult agent aid-worker aide ambassador analyst assailant assistant attacker aviator baby baker body"
    " bodyguard bomber boy brother bystander cadet cameraman captain captive casualty chief child civilian cleric"
    " colleague colonel commander commando conscript constable contractor cook corporal corpse correspondent"
    " councillor cousin cyclist daughter death deputy detainee diplomat director doctor driver editor elder"
    " electrician employee engineer envoy executive farmer fatality father fighter firefighter fisherman foreigner"
    " friend gendarme general girl governor guard guerrilla guest guide gunman headmaster herder herdsman hostage"
    " hunter husband imam inmate inspector insurgent interpreter jawan journalist judge lawmaker lawyer leader"
    " lieutenant machinist major man manager marine martyr mayor mechanic medic member mercenary merchant migrant"
    " militant militiaman miner minister missionary mother motorist mourner naik national neighbor neighbour novice"
    " nun nurse officer official operative operator paramedic paramilitary partisan passenger passer-by patient"
    " peacekeeper pedestrian person pilgrim pilot policeman policewoman politician porter preacher president priest"
    " prisoner producer prosecutor protester pupil ranger rebel recruit refugee reporter rescuer researcher"
    " reservist resident rider robber sailor salesman schoolboy schoolgirl schoolteacher secretary senator"
    " separatist sepoy sergeant serviceman settler shepherd shopkeeper sister smuggler sniper soldier son speaker"
    " spokesman spokeswoman student suspect teacher technician teenager terrorist toddler tourist trader translator"
    " traveler traveller trooper vendor veteran victim villager visitor volunteer watchman widow wife witness woman"
    " worker worshipper youngster youth"
)
_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "wife": "wives"}


def _plural(noun: str) -> str:
    for singular, plural in _IRREGULAR.items():
        if noun.endswith(singular):
            return noun.removesuffix(singular) + plural
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return "passers-by" if noun == "passer-by" else noun + ("es" if noun.endswith("s") else "s")


PERSON = "|".join(sorted(_PERSONS, key=len, reverse=True))
PERSON_PLURAL = "|".join(sorted({*map(_plural, _PERSONS), "people", "troops", "personnel"}, key=len, reverse=True))
QUALIFIER = (
    r"(?:at least|at most|no (?:fewer|less|more) than|(?:well |just |slightly )?(?:more|fewer|less) than|"
    r"as (?:many|few) as|up to|upwards of|in excess of|close to|an estimated|(?:well )?(?:over|above|under)|"
    r"nearly|almost|about|around|some|roughly|approximately|barely|only|just|perhaps|maybe|possibly|another|"
    r"a further|a total of|all|the other|the)"
)
FUNCTION_WORDS = (
    r"(?:a|an|the|and|or|but|nor|of|in|on|at|to|by|for|from|with|without|as|after|before|since|until|near|over|"
    r"under|into|during|while|when|where|who|which|that|than|if|because|was|were|is|are|be|been|had|has|have|did|"
    r"do|does|will|would|could|may|might|said|says|told|killed|died|wounded|injured|hurt|held|detained|arrested|"
    r"captured|freed|released|missing|its|his|her|their|it|he|she|they|this|these|those|not|also|so|more|less|"
    r"percent|per|dead|each|including|against|across|aboard|inside|outside|according|took|fired|crossed|opened|"
    r"began|met|lost|went|came|left|took|made|gave|got|set|hit|shot)"
)
NOT_PEOPLE = (
    r"(?:per ?cent|percentage|%|°|km|kms?|kilomet\w+|met(?:re|er)s?|miles?|yards?|feet|foot|inch\w*|hectares?|"
    r"acres?|tons?|tonnes?|kilos?|kilogram\w*|kg|lit(?:re|er)s?|barrels?|megawatts?|mm|cm|m\b|degrees?|volts?|"
    r"dollars?|euros?|pounds?|rupees?|yuan|kronor|kroner|lira|riyals?|dirhams?|francs?|pesos?|years?|months?|"
    r"weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|nights?|mornings?|evenings?|fortnights?|weekends?|"
    r"o[’']clock|a\.m|p\.m|am\b|pm\b|hrs|gmt|times|points?|goals?|runs|wickets|articles?|clauses?|paragraphs?|"
    r"pages?|chapters?|rounds?|sides?|countries|nations|states|provinces|districts|villages|towns|cities|parties|"
    r"governments|capitals|neighbou?rs|talks|conditions|demands|questions|issues|reasons|rockets?|missiles?|"
    r"drones?|shells?|bombs?|tanks?|ships?|boats?|vessels?|aircraft|planes?|jets?|helicopters?|vehicles?|cars|"
    r"lorries|trucks?|posts|bases|checkpoints?|crossings?|houses?|homes?|buildings?|schools?|hospitals?|camps?|"
    r"sites?|rifles?|weapons?|guns?)"
)
