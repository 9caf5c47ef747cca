import pytest

from parley.errors import OtherLanguage
from parley.record import Report
from parley.sources.language import ensure_english, identify

OTHERS = {
    "de": "Der Verteidigungsminister sagte am Donnerstag, die Gespräche in Istanbul seien ohne Ergebnis gescheitert.",
    "fr": "Le ministre de la Défense a déclaré jeudi que les pourparlers d'Istanbul s'étaient achevés sans accord.",
    "es": "El ministro de Defensa dijo el jueves que las conversaciones en Estambul habían terminado sin acuerdo.",
    "it": "Il ministro della Difesa ha detto giovedì che i colloqui di Istanbul si sono conclusi senza un accordo.",
    "pt": "O ministro da Defesa disse na quinta-feira que as conversações em Istambul terminaram sem um acordo.",
    "nl": "De minister van Defensie zei donderdag dat de gesprekken in Istanbul zonder akkoord waren geëindigd.",
    "da": "Forsvarsministeren sagde torsdag, at samtalerne i Istanbul var endt uden en aftale mellem de to parter.",
    "pl": "Minister obrony powiedział w czwartek, że rozmowy w Stambule zakończyły się bez żadnego porozumienia.",
    "tr": "Savunma bakanı perşembe günü İstanbul'daki görüşmelerin bir anlaşma olmadan sona erdiğini açıkça söyledi.",
    "id": "Menteri pertahanan mengatakan pada hari Kamis bahwa pembicaraan di Istanbul berakhir tanpa kesepakatan.",
    "sw": "Waziri wa ulinzi alisema siku ya Alhamisi kwamba mazungumzo ya Istanbul yalimalizika bila makubaliano.",
    "ur": "وزیر دفاع نے جمعرات کو کہا کہ استنبول میں مذاکرات بغیر کسی معاہدے کے ختم ہو گئے۔",
    "ps": "د دفاع وزیر د پنجشنبې په ورځ وویل چې په استانبول کې خبرې پرته له کومې هوکړې پای ته ورسېدې.",
    "ar": "قال وزير الدفاع يوم الخميس إن المحادثات في إسطنبول انتهت دون التوصل إلى اتفاق بين الجانبين.",
    "ru": "Министр обороны заявил в четверг, что переговоры в Стамбуле завершились без соглашения.",
    "zh": "国防部长周四表示，伊斯坦布尔会谈未能达成协议。",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_known_from_a_sentence(language: str) -> None:
    assert identify(OTHERS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Khawaja Muhammad Asif, Tahir Hussain Andrabi, Zabihullah Mujahid; Chaman, Torkham, Spin Boldak, Herat",
        "Khawaja Muhammad Asif met Zabihullah Mujahid, Amir Khan Muttaqi, Ibrahim Kalin and Asim Malik in Istanbul",
        "Talks suspended. Ceasefire holds. Border crossings reopened. Delegations return home. Trade resumes slowly.",
        "23 OCT KANDAHAR: 3 civilians killed, 7 wounded, Spin Boldak, artillery fire alleged, road closed at Chaman",
        "The TTP, Jamaat-ul-Ahrar and Tehreek-e-Taliban said “zindabad” as Maulana Fazlur Rehman spoke at Lahore.",
        "Talks go on.",
        "…",
        "",
    ],
)
def test_english_full_of_names_and_scraps_are_not_refused(text: str) -> None:
    assert identify(text) in ("en", None)


def test_english_with_a_quotation_in_urdu_is_english() -> None:
    text = f"The minister said on Thursday that the talks were over, and that he had told them: “{OTHERS['ur'][:30]}”."
    assert identify(text) == "en"


def test_another_language_is_named_with_the_way_out() -> None:
    with pytest.raises(OtherLanguage, match=r"^a\.txt: is in German, and Parley reads English \(--any-language"):
        ensure_english(Report("r", OTHERS["de"]), "a.txt")


def test_english_is_noted_on_the_report() -> None:
    report = Report("r", "The minister said on Thursday that the talks in Istanbul were over.")
    assert ensure_english(report, "a.txt").language == "en"
