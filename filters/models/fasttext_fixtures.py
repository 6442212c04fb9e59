"""fasttext_fixtures.py FOLDER LID_MODEL

Makes the small models, and the predictions of fastText's own code, that FastTextModelTest reads. Needs
a fastText for Python (any build of 0.9.2). FOLDER: filters/src/test/resources/io/sluice/filters/fasttext.
"""
import json
import os
import random
import sys
import tempfile

import fasttext

folder, lid = sys.argv[1:3]
rng = random.Random(7)
SOUNDS = {
    "plain": ["ta", "ri", "mo", "ne", "ka", "su", "lo"],
    "marked": ["čá", "ří", "mů", "ně", "ťa", "š", "lo"],
    "wide": ["港", "口", "安", "静", "船", "码", "头"],
    "emoji": ["😀", "ok", "🙂", "zz", "é"],
}


def word(kind):
    return "".join(rng.choice(SOUNDS[kind]) for _ in range(rng.randint(1, 4)))


VOCABULARY = {kind: [word(kind) for _ in range(60)] for kind in SOUNDS}


def line(kind):
    return " ".join(
        rng.choice(VOCABULARY[kind]) if rng.random() < 0.8 else word(kind)
        for _ in range(rng.randint(1, 12)))


lines = []
for i in range(600):
    kind = rng.choices(list(SOUNDS), [8, 4, 2, 1])[0]
    lines.append(f"__label__{kind} {line(kind)}")
with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-8") as out:
    out.write("\n".join(lines) + "\n")

PROBES = [line(kind) for kind in SOUNDS for _ in range(8)] + [
    "", " ", "ta", "</s>", "__label__plain ta", "ta\tri\x0bmo", "\x00 ta", "x" * 300,
    "Ta Ri unknown words 123", "é" * 70, "tari tari tari", "ta\u00a0ri", "港口安静 船"]
SMALL = dict(dim=10, epoch=15, lr=0.1, bucket=300, minCount=2, thread=1, verbose=0)
MODELS = {
    "hs.bin": dict(loss="hs", minn=2, maxn=4),
    "softmax-words.bin": dict(loss="softmax", minn=0, maxn=0, wordNgrams=3),
    "ova-both.bin": dict(loss="ova", minn=1, maxn=3, wordNgrams=2),
    "ns-unigrams.bin": dict(loss="ns", minn=0, maxn=0, wordNgrams=1),
    "hs.ftz": dict(loss="hs", minn=2, maxn=4, quantize=dict(cutoff=280, qnorm=True, dsub=2)),
    "softmax-both.ftz": dict(loss="softmax", minn=2, maxn=3, wordNgrams=2,
                             quantize=dict(qnorm=False, dsub=3)),
}


def predictions(model, probes, k):
    for text in probes:
        rows = model.f.predict(text + "\n", k, 0.0, "strict")
        yield {"text": text, "labels": [r[1][9:] for r in rows], "probabilities": [r[0] for r in rows]}


def expect(name, model, probes, k):
    with open(os.path.join(folder, name + ".jsonl"), "w", encoding="utf-8") as out:
        for row in predictions(model, probes, k):
            out.write(json.dumps(row, ensure_ascii=True) + "\n")


for name, settings in MODELS.items():
    settings = dict(settings)
    quantize = settings.pop("quantize", None)
    model = fasttext.train_supervised(input=out.name, **SMALL, **settings)
    if quantize:
        model.quantize(input=out.name, retrain=False, **quantize)
    path = os.path.join(folder, name)
    model.save_model(path)
    expect(name, fasttext.load_model(path), PROBES, 4)

SENTENCES = [
    "Am nächsten Morgen war der Hafen still und die Boote lagen ruhig nebeneinander am Kai.",
    "Le lendemain matin le port était calme et les bateaux dormaient encore le long du quai.",
    "A la mañana siguiente el puerto estaba tranquilo y los barcos seguían junto al muelle.",
    "На следующее утро в гавани было тихо и лодки неподвижно стояли у причала.",
    "في صباح اليوم التالي كان الميناء هادئا وكانت القوارب راسية بجانب الرصيف.",
    "अगली सुबह बंदरगाह शांत था और नावें घाट के पास खड़ी थीं।",
    "第二天早上港口很安静，船只静静地停在码头旁边。", "翌朝、港は静かで、船は岸壁のそばに並んでいた。",
    "다음 날 아침 항구는 조용했고 배들은 부두 옆에 서 있었다.",
    "เช้าวันรุ่งขึ้นท่าเรือเงียบสงบและเรือจอดอยู่ข้างท่า",
    "Το επόμενο πρωί το λιμάνι ήταν ήσυχο και οι βάρκες έμεναν δίπλα στην προβλήτα.",
    "בבוקר שלמחרת היה הנמל שקט והסירות עגנו ליד הרציף.", "The harbour was quiet that morning.",
    "hello", "x = foo(bar)", "", "12:30", "OK", "Guten Tag", "🙂", "a" * 100, "tere hommikust"]
expect("lid.176.ftz", fasttext.load_model(lid), SENTENCES, 3)
