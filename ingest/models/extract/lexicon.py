#!/usr/bin/env python3
"""Learns the weights of words: lexicon.py LABELS.pkl WORDS.jsonl OUT.json [--shared]

Two lexicons: words of the names of elements (class, id, role, itemprop, itemtype) and words at the
beginnings of blocks. A word's weight is its coefficient in a logistic regression of "the block is main
text" on the set of words of all elements around the block (names), or in the block (texts). Only words
met on many hosts take part, so that no site's own names get in.
"""
import json
import pickle
import sys
from collections import Counter, defaultdict

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

MIN_HOSTS = {"names": 12, "texts": 25}
KEEP_NAMES, KEEP_TEXTS = 1100, 800
# a host with many pages counts as this many at most
MOST_OF_HOST = 6


def usable(page, with_shared):
    return page["labels"] is not None and page["coverage"] >= 0.75 and (with_shared or not page["shared"])


def fit(rows, columns, labels, weights, width, ridge):
    matrix = sparse.csr_matrix((np.ones(len(columns), np.float32), (rows, columns)), shape=(len(labels), width))
    matrix.sum_duplicates()
    matrix.data[:] = 1
    target, weight = np.asarray(labels), np.asarray(weights)
    transposed = matrix.T.tocsr()

    def loss(w):
        z = matrix @ w[:-1] + w[-1]
        p = 1 / (1 + np.exp(-z))
        value = -np.sum(weight * (target * np.log(p + 1e-9) + (1 - target) * np.log(1 - p + 1e-9)))
        slope = weight * (p - target)
        return (value + 0.5 * ridge * np.sum(w[:-1] ** 2),
                np.append(transposed @ slope + ridge * w[:-1], slope.sum()))

    best = minimize(loss, np.zeros(width + 1), jac=True, method="L-BFGS-B", options={"maxiter": 80})
    support = np.asarray(transposed @ weight)
    return best.x[:-1], support


def choose(vocabulary, hosts, coefficients, support, keep):
    ranked = sorted(range(len(vocabulary)), key=lambda i: -abs(coefficients[i]) * support[i] ** 0.5)
    words = sorted(vocabulary, key=vocabulary.get)
    return {words[i]: round(float(coefficients[i]), 3) for i in ranked[:keep] if abs(coefficients[i]) > 0.03}


def main():
    labels_path, words_path, out_path = sys.argv[1:4]
    with_shared = "--shared" in sys.argv
    with open(labels_path, "rb") as stream:
        pages = pickle.load(stream)
    name_hosts, text_hosts = defaultdict(set), defaultdict(set)
    read = []
    of_host = Counter(page["host"] for page in pages if usable(page, with_shared))
    with open(words_path, encoding="utf8") as lines:
        for page, line in zip(pages, lines):
            if not usable(page, with_shared):
                continue
            words = json.loads(line)
            assert words["id"] == page["id"]
            names = [n.split() for n in words["names"]]
            inline = [n.split() for n in words["inline"]]
            texts = [t.split() for t in words["words"]]
            for word in {w for n in names + inline for w in n}:
                name_hosts[word].add(page["host"])
            for word in {w for t in texts for w in t}:
                text_hosts[word].add(page["host"])
            read.append((page, names, words["parents"], words["holders"], texts, inline))
    result = {}
    for which, hosts in (("names", name_hosts), ("texts", text_hosts)):
        vocabulary = {w: i for i, w in enumerate(sorted(w for w, h in hosts.items() if len(h) >= MIN_HOSTS[which]))}
        rows, columns, labels, weights = [], [], [], []
        for page, names, parents, holders, texts, inline in read:
            sizes = np.sqrt([len(t) + 1 for t in page["texts"]])
            scale = page["weight"] / sizes.sum() * 20 * min(1, MOST_OF_HOST / of_host[page["host"]])
            around = []
            for own, parent in zip(names, parents):
                mine = {vocabulary[w] for w in own if w in vocabulary} if which == "names" else set()
                around.append(mine | (around[parent] if parent >= 0 else set()))
            for b, label in enumerate(page["labels"]):
                if which == "texts" and len(texts[b]) >= 24:
                    continue
                if which == "names":
                    found = set(around[holders[b]]) if holders[b] >= 0 else set()
                    found.update(vocabulary[w] for w in inline[b] if w in vocabulary)
                else:
                    found = {vocabulary[w] for w in texts[b] if w in vocabulary}
                columns.extend(found)
                rows.extend([len(labels)] * len(found))
                labels.append(float(label > 0.5))
                weights.append(sizes[b] * scale)
        coefficients, support = fit(rows, columns, labels, weights, len(vocabulary), ridge=20.0)
        result[which] = choose(vocabulary, hosts, coefficients, support,
                               KEEP_NAMES if which == "names" else KEEP_TEXTS)
        print(which, len(vocabulary), "words, kept", len(result[which]))
    with open(out_path, "w", encoding="utf8") as out:
        json.dump(result, out, ensure_ascii=False, indent=0)


if __name__ == "__main__":
    main()
