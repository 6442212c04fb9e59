"""Makes a large labelled set of a small one.

    grow.py SET.jsonl TRUTH.json OUT.jsonl OUT_TRUTH.json TIMES

Each further copy of the set has its words replaced through a rotation of the vocabulary, among words
of like length: pairs keep their similarity, and copies of the set share next to nothing.
"""
import json
import sys

BLOCK = 1000
STEP = 37


def main(source, truth_file, out, out_truth, times):
    documents = [json.loads(line)["text"] for line in open(source, encoding="utf-8")]
    truth = json.load(open(truth_file))
    words = {word for text in documents for word in text.split()}
    vocabulary = sorted(words, key=lambda word: (len(word.encode()), word))
    place = {word: i for i, word in enumerate(vocabulary)}
    whole = len(vocabulary) // BLOCK * BLOCK

    def turned(word, time):
        at = place[word]
        if at >= whole:
            return word
        return vocabulary[at // BLOCK * BLOCK + (at % BLOCK + time * STEP) % BLOCK]

    pairs = []
    written = 0
    with open(out, "w", encoding="utf-8") as lines:
        for time in range(times):
            for text in documents:
                if time:
                    text = " ".join(turned(word, time) for word in text.split())
                lines.write(json.dumps({"id": written, "text": text}, ensure_ascii=False) + "\n")
                written += 1
            shift = time * len(documents)
            pairs += [[a + shift, b + shift, rate, jaccard] for a, b, rate, jaccard in truth["pairs"]]
    json.dump({"n": written, "pairs": pairs}, open(out_truth, "w"))


if __name__ == "__main__":
    main(*sys.argv[1:5], int(sys.argv[5]))
