"""How a recogniser spoils what was said: an error model with five kinds of mistake, the same on every run.

It makes text of text: no sound and no engine is in it. What it writes is harsher than Whisper, which mostly writes
words that exist; the tables hold what it and others are known to write for the words in question.

dressing    punctuation, capitals, an ellipsis, the utterance twice, a hesitation in front (Whisper does all of these)
homophones  real words that sound the same or nearly so, from a table of mishearings of the words in question
sounds      one letter group for a neighbour in voicing or place, vowels for neighbouring vowels, double for single
drops       a last t, d, s or r left out, double letters written once; a long vowel short
grouping    two words written as one, one as two; in Japanese spaces and commas between words, kana for kanji

A spoilt utterance has one mistake out of the last four (two where it has more than 24 letters), and dressing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

HOMOPHONES: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "pause": ("paws", "pores", "pours", "pors"),
        "stop": ("stopp", "stob", "stap", "sdop"),
        "louder": ("lowder", "louda", "louter"),
        "quieter": ("quiet her", "quietter", "quite her", "kwieter"),
        "faster": ("fasta", "fastar", "vaster"),
        "slower": ("slowa", "sloer", "slow her"),
        "cancel": ("cansel", "cancell", "kancel"),
        "repeat": ("re-peat", "repete", "rapeat", "repeet"),
        "again": ("a gain", "agen", "againe"),
        "continue": ("continu", "kontinue", "continued"),
        "chat": ("chad", "chatt", "shat", "jat"),
        "read": ("reed", "red", "reid"),
        "resume": ("rezoom", "resoom", "resumes"),
        "speak": ("speke", "speeg"),
        "new": ("knew", "nu"),
        "wait": ("weight", "whait"),
        "volume": ("volum", "vollume"),
        "quiet": ("kwiet", "quyet"),
        "go": ("goh", "gow"),
        "down": ("doun", "dawn"),
        "hold": ("holed", "hole"),
    },
    "de": {
        "lauter": ("lauda", "lauder", "lauta", "lautter"),
        "leiser": ("leisa", "laiser", "leißer", "leisser"),
        "weiter": ("weita", "waiter", "weider"),
        "stopp": ("stop", "schtopp", "stob"),
        "pause": ("pauße", "pausse", "bause"),
        "schneller": ("schnella", "schneler", "schnäller"),
        "langsamer": ("langsama", "langsammer", "lang samer"),
        "nochmal": ("noch ma", "nochma", "noch mahl"),
        "wiederhole": ("wieder hole", "wiederhol", "widerhole"),
        "abbrechen": ("ab brechen", "abrechen", "abbrächen"),
        "neuen": ("neun", "noien"),
        "chat": ("tschet", "chad", "tschat", "schät"),
        "sprich": ("sprisch", "spric"),
        "lies": ("ließ", "lis"),
        "warte": ("wahrte", "wate"),
    },
    "es": {
        "para": ("parra", "pará"),
        "alto": ("haldo", "halto", "altto"),
        "bajo": ("vajo", "baho"),
        "sigue": ("sige", "cigue"),
        "repite": ("repíte", "repitte", "rebite"),
        "cancela": ("canzela", "cansela", "cancella"),
        "más": ("mas", "maz"),
        "despacio": ("despasio", "de espacio", "despació"),
        "rápido": ("rapido", "rávido"),
        "nuevo": ("nuebo", "nuevó"),
        "chat": ("chad", "tchat", "chats"),
        "pausa": ("pauza", "bausa"),
        "continúa": ("continua", "kontinúa"),
        "cállate": ("cayate", "callate"),
        "olvídalo": ("olvidalo", "holvídalo"),
        "otra vez": ("otra ves", "otravez"),
        "habla": ("abla", "havla"),
        "léelo": ("leelo", "lélo"),
        "espera": ("ezpera", "hespera"),
    },
    "ja": {
        "ストップ": ("すとっぷ", "ストップー", "スットプ", "ストッブ", "STOP"),
        "止めて": ("とめて", "停めて", "泊めて", "留めて"),
        "やめて": ("辞めて", "ヤメテ", "やめで"),
        "キャンセル": ("きゃんせる", "キャンセルー", "キャンセロ", "cancel"),
        "もう一度": ("もういちど", "もう1度", "もーいちど"),
        "もう一回": ("もういっかい", "もう1回", "もういっかぃ"),
        "待って": ("まって", "マッテ", "待っで"),
        "続けて": ("つづけて", "続けで", "つずけて"),
        "繰り返して": ("くりかえして", "くり返して", "繰返して"),
        "大きく": ("おおきく", "おうきく", "オオキク"),
        "静かに": ("しずかに", "しづかに", "シズカニ"),
        "ゆっくり": ("ユックリ", "ゆくり"),
        "速く": ("早く", "はやく", "ハヤク"),
        "新しい": ("あたらしい", "あたらし"),
        "チャット": ("ちゃっと", "チャト", "チャットー", "Chat"),
        "読んで": ("よんで", "ヨンデ", "読んてで"),
        "一時停止": ("いちじていし", "一時てし"),
        "声": ("こえ", "コエ"),
        "小さく": ("ちいさく", "チイサク"),
        "最初から": ("さいしょから", "最初がら"),
        "上げて": ("あげて", "揚げて"),
        "下げて": ("さげて", "さけて"),
    },
}

_SOUNDS = {
    "en": "t d,p b,k g,s z,f v,m n,er a$,ee ea,ou ow,th f$,ck k,oo>u,ai ay,ll>l,en in,e i",
    "de": "t d,p b,k g,ss>s,f w,m n,er a$,ei ai,ie i,ä e,v f,ch sch$,eu oi,tt>t,nn>n",
    "es": "b v,s z,ll y,d t,p b,c k,m n,g j,á a,í i,ll>l,qu>k,e i",
    "ja": "て で,く ぐ,し ち,つ ず,か が,と ど,る ろ,お う,ー>う,ず づ,は わ",
}
_SPLIT_LETTERS = 7
_HESITATIONS = {
    "en": ("Uh, ", "Um, ", "Hmm, "),
    "de": ("Äh, ", "Ähm, "),
    "es": ("Eh, ", "Em, "),
    "ja": ("えっと、", "あの、"),
}
_ENDS = {"ja": ("。", "！", "", "…", "。。")}


def spoilt(text: str, language: str, *, seed: int) -> str:
    """`text` as a recogniser might have written it."""
    dice = random.Random(f"{seed} {language} {text}")
    spoil: tuple[Callable[[str, str, random.Random], str], ...] = (_homophone, _neighbour, _dropped, _regrouped)
    for _ in range(2 if len(text) > (12 if language == "ja" else 24) else 1):
        text = dice.choice(spoil)(text, language, dice)
    return dressed(text, language, dice)


def dressed(text: str, language: str, dice: random.Random) -> str:
    """Only the dressing: nothing that changes the words."""
    end = dice.choice(_ENDS.get(language, (".", "!", "", "...", "?", ".")))
    text = text if language == "ja" else text[:1].upper() + text[1:]
    shape = dice.random()
    if shape < 0.1 and len(text) < 14:
        return f"{text}{end or '.'} {text}{end}"
    if shape < 0.25:
        return f"{dice.choice(_HESITATIONS[language])}{text}{end}"
    if shape < 0.3:
        return text.upper() + end
    return text + end


def _homophone(text: str, language: str, dice: random.Random) -> str:
    table = HOMOPHONES[language]
    there = [word for word in table if word in text.casefold()]
    if not there:
        return _neighbour(text, language, dice)
    word = dice.choice(there)
    return re.sub(re.escape(word), dice.choice(table[word]), text, count=1, flags=re.IGNORECASE)


def _neighbour(text: str, language: str, dice: random.Random) -> str:
    pairs = [re.split("[ >]", pair) for pair in _SOUNDS[language].split(",")]
    both = [pair for pair in pairs if " ".join(pair) in _SOUNDS[language].split(",") and "$" not in pair[1]]
    # “>”: only this way round. “$”: only at the end of a word (“lauter” is heard as “lauta”, “das” never as “ders”)
    ways = [(one, two) for one, two in pairs] + [(two, one) for one, two in both]
    changes = [(_where(a, b), b.rstrip("$")) for a, b in ways if re.search(_where(a, b), text)]
    if not changes:
        return text + text[-1:]
    wanted, put = dice.choice(changes)
    place = dice.choice(list(re.finditer(wanted, text)))
    return text[: place.start()] + put + text[place.end() :]


def _where(wanted: str, put: str) -> str:
    return re.escape(wanted) + (r"\b" if put.endswith("$") else "")


def _dropped(text: str, language: str, dice: random.Random) -> str:
    if language == "ja":
        return text.replace("ー", "", 1) if "ー" in text else text.replace("っ", "", 1)
    if dice.random() < 0.5 and text[-1] in "tdsr" and len(text) > 5:
        return text[:-1]
    doubled = [at for at in range(1, len(text)) if text[at] == text[at - 1]]
    if doubled:
        at = dice.choice(doubled)
        return text[:at] + text[at + 1 :]
    return text


def _regrouped(text: str, language: str, dice: random.Random) -> str:
    if language == "ja":
        ends = [found.end() for found in re.finditer(r"もっと|もう一度|もう一回|新しい|少し|ちょっと|を|に", text)]
        inside = [at for at in ends if at < len(text)]
        if not inside:
            return _homophone(text, language, dice)
        at = dice.choice(inside)
        return text[:at] + dice.choice((" ", "、")) + text[at:]
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= _SPLIT_LETTERS]
    if long and (len(words) == 1 or dice.random() < 0.5):
        at = dice.choice(long)
        cut = next(found.end() for found in re.finditer(r"[aeiouäöüáéíóú]\w|$", words[at]) if found.end() > 2)
        return " ".join([*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]]).strip()
    if len(words) == 1:
        return _homophone(text, language, dice)
    at = dice.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])
