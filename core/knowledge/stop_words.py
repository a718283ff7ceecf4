"""Words that a question holds and no answer is found by, and what is left of a word without its ending.

English, German, Spanish; of Japanese, Chinese and Korean what stands between the words that count. All are folded as
the index folds them: lower case, without accents.
"""

from __future__ import annotations

from collections.abc import Sequence


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


STOP_WORDS: dict[str, frozenset[str]] = {
    "en": _words(
        """a about above after again all also am an and any are as at be because been before being below between both
        but by can could d did do does doing don done down during each few for from further get give got had has have
        having he her here hers him his how i if in into is isn it its itself just let ll m many may me might mine
        more most much must my no nor not of off on once one only or other our ours out over own please re s same say
        says shall she should show so some such t tell than that the their theirs them then there these they this
        those through to too under until up us very was wasn we were what when where which while who whom whose why
        will with would you your yours ve according mentioned anything something document
        documents file files"""
    ),
    "de": _words(
        """ab aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anders auch auf aus
        bei beim bin bis bist bitte da damit dann darf das dass dein deine deinem deinen deiner dem den denn der des
        dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines
        er es etwas euch euer fur gab geben gibt habe haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem
        ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine konnen konnte man mein
        meine meinem meinen meiner mich mir mit muss mussen nach nicht nichts noch nun nur ob oder ohne sagt sehr sein
        seine seinem seinen seiner seit sich sie sind so soll sollte sondern steht uber um und uns unser unsere unter
        vom von vor wann war waren warum was weil welche welchem welchen welcher welches wenn wer werde werden wem wen
        wessen wie wieviel wieviele wir wird wo wohin woher wurde wurden zeig zeige zu zum zur zwischen dokument
        dokumente dokumenten datei dateien"""
    ),
    "es": _words(
        """a al algo algun alguna algunas alguno algunos ante antes aquel aquella aqui asi aun cada como con contra cual
        cuales cualquier cuando cuanta cuantas cuanto cuantos cuya cuyo da dame de del desde dice dicen dime donde dos
        durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estan estar estas este
        esto estos fue fueron ha haber habia han has hasta hay he la las le les lo los mas me mi mis mucho muchos muy
        nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pude puede pueden
        puedo pues que quien quienes se segun ser si sido sin sobre son soy su sus tal tambien tan tanto te tener tengo
        ti tiene tienen todo todos tu tus un una unas uno unos usted ustedes y ya yo documento documentos archivo
        archivos"""
    ),
}  # fmt: skip

# Endings that are cut off, longest first, where at least `_LEAST_STEM` letters are left: the rest is looked up as the
# beginning of words.
_ENDINGS: dict[str, tuple[str, ...]] = {
    "en": ("ations", "ation", "ments", "ingly", "ings", "ing", "ies", "ied", "ers", "edly", "ed", "es", "ly", "s", "e"),
    "de": ("ungen", "innen", "ern", "ung", "en", "er", "es", "em", "e", "n", "s"),
    "es": ("aciones", "acion", "iones", "mente", "ando", "iendo", "ados", "adas", "ado", "ada",
        "es", "as", "os", "a", "o", "e", "s"),
}  # fmt: skip
_LEAST_STEM = 4

# Two ideographs that ask, or that stand in every sentence; and those that no word of content holds.
ASKING_PAIRS = _words(
    """什么 怎么 怎样 为什 多少 哪些 哪里 哪个 如何 是否 可以 这个 那个 我们 他们 你们 没有 请问 一个 以及 还是 或者
    因为 所以 如果 什麼 怎麼 為什 哪裡 這個 那個 我們 他們 沒有 請問 因為 何時 何年 何月 教え 何で"""
)
GRAMMAR_CHARACTERS = frozenset("的了吗嗎呢吧啊是在和与與及之也都就被把从從到对對给給让讓这這那哪谁誰几幾何")
PARTICLES = frozenset("はがをにでとのもへやかねよ")
JOSA = (
    "입니까", "인가요", "합니까", "하나요", "에서는", "으로는", "에서", "에게", "으로", "까지", "부터", "이란", "란",
    "은", "는", "이", "가", "을", "를", "에", "의", "와", "과", "도", "로", "만",
)  # fmt: skip


def language_of(words: Sequence[str]) -> str:
    """The language whose stop words are the most among these folded words, "" where none has any."""
    counts = {language: sum(word in stops for word in words) for language, stops in STOP_WORDS.items()}
    language = max(counts, key=counts.__getitem__)
    return language if counts[language] else ""


def without_stop_words(words: Sequence[str]) -> list[str]:
    """The words that count, in the language that the others show; all of them where nothing else would be left."""
    language = language_of(words)
    if not language:
        return list(words)
    kept = [word for word in words if word not in STOP_WORDS[language]]
    return kept or list(words)


def stem(word: str, language: str) -> str:
    """What a folded word shares with its other forms; the word itself where nothing can be cut off."""
    if any(character.isdigit() for character in word):
        return word
    for ending in _ENDINGS.get(language or "en", ()):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word.removesuffix(ending)
    return word
