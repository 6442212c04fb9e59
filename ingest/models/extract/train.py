#!/usr/bin/env python3
"""Trains the selection model: train.py WORK first|second heldout|all

WORK is the folder that label.py, lexicon.py and FeatureDump wrote into (see README.md).

first   learns the first look from WORK/features/features.bin; writes first-MODE.txt (the model) and
        p-MODE.bin: each block's probability by models that did not see its host.
second  learns the second look from WORK/features-MODE/features.bin, which FeatureDump wrote with
        p-MODE.bin; prints the scores; writes second-MODE.txt.

heldout leaves the shared pages out of all training and scores them with models that saw none of them.
all     trains on the shared pages too and scores every page by models that did not see its host (three
        folds of hosts); the model it writes has seen all.
"""
import hashlib
import os
import pickle
import sys
from collections import Counter

import lightgbm as lgb
import numpy as np

import evaluate

FOLDS = 3
MOST_OF_HOST = 4
LEFT_OUT = {"goose"}
# what pages count by: those of today more than those of 2006 to 2013, those tested on most
COUNTS = {"wcxb": 1.5, "fundus": 1.5, "mainbench": 1.5, "webkit": 1.5, "dragnet": 0.7, "cleaneval": 0.7,
          "cleaneval-dev": 0.7, "l3s-gn1": 0.7}
SHARED_COUNTS, FORUM_COUNTS = 3, 2
FIRST = dict(trees=80, num_leaves=24, max_depth=7)
SECOND = dict(trees=60, num_leaves=16, max_depth=6)
COMMON = dict(objective="cross_entropy", learning_rate=0.18, min_data_in_leaf=80, feature_fraction=0.4,
              bagging_fraction=0.6, bagging_freq=1, lambda_l2=5, max_bin=63, num_threads=1, verbose=-1,
              seed=7, deterministic=True, force_row_wise=True)


def fold_of(host):
    return int.from_bytes(hashlib.sha256(host.encode()).digest()[:4], "big") % FOLDS


class Data:
    def __init__(self, work, folder, mode):
        with open(os.path.join(work, "labels.pkl"), "rb") as stream:
            self.pages = pickle.load(stream)
        with open(os.path.join(work, folder, "names.txt"), encoding="utf8") as stream:
            self.names = stream.read().split()
        self.rows = np.memmap(os.path.join(work, folder, "features.bin"), dtype="<f4", mode="r")
        self.rows = self.rows.reshape(-1, len(self.names))
        counts = [len(p["texts"]) for p in self.pages]
        assert sum(counts) == len(self.rows), (sum(counts), len(self.rows))
        self.offsets = np.concatenate([[0], np.cumsum(counts)])
        cache = os.path.join(work, "sizes.pkl")
        if not os.path.exists(cache):
            with open(cache, "wb") as out:
                pickle.dump(evaluate.sizes(self.pages), out)
        with open(cache, "rb") as stream:
            self.sizes = pickle.load(stream)
        of_host = Counter()
        self.train = []
        for page in self.pages:
            fits = (page["labels"] is not None and page["coverage"] >= 0.8 and len(page["texts"]) > 0
                    and page["source"] not in LEFT_OUT and (mode == "all" or not page["shared"]))
            if fits:
                of_host[page["host"]] += 1
                fits = page["shared"] or of_host[page["host"]] <= MOST_OF_HOST
            self.train.append(fits)
        self.folds = [fold_of(p["host"]) for p in self.pages]
        self.snippets = {}
        if mode == "all" and folder != "features":
            self.read_snippets(np.fromfile(os.path.join(work, "p-all.bin"), "<f4"))

    def read_snippets(self, p):
        """Labels of pages of which only some snippets are known to be main text or not: what holds those;
        for half of the page's weight, what the first look was sure of without having seen the page."""
        for i, page in enumerate(self.pages):
            truth = page.get("truth") or {}
            if truth.get("type") != "snippets" or not page["texts"]:
                continue
            flat = [" ".join(t.split()) for t in page["texts"]]
            wanted = [" ".join(w.split()) for w in truth["with"]]
            unwanted = [" ".join(w.split()) for w in truth["without"]]
            found = p[self.offsets[i]:self.offsets[i + 1]]
            label = (found > 0.5).astype(float)
            weight = np.where((found > 0.9) | (found < 0.05), np.sqrt(self.sizes[i]), 0)
            weight *= 0.5 / max(weight.sum(), 1e-9)
            told = np.zeros(len(flat))
            for b, text in enumerate(flat):
                if any(w in text for w in unwanted):
                    label[b], told[b] = 0, 1
                elif any(w in text for w in wanted):
                    label[b], told[b] = 1, 1
            weight = np.where(told > 0, 0.5 / max(told.sum(), 1), weight)
            self.snippets[i] = (label, weight)
            self.train[i] = True

    def sample(self, which):
        """Row numbers, labels and weights of pages; of many short blocks that are no text, a part."""
        rows, labels, weights = [], [], []
        for i in which:
            page = self.pages[i]
            if i in self.snippets:
                label, weight = self.snippets[i]
                keep = weight > 0
                rows.append(np.arange(self.offsets[i], self.offsets[i + 1])[keep])
                labels.append(label[keep])
                weights.append(weight[keep] * 100 * 2)
                continue
            label = np.array(page["labels"])
            size = self.sizes[i]
            weight = np.sqrt(size)
            counts = SHARED_COUNTS if page["shared"] else COUNTS.get(page["source"], 1)
            counts *= FORUM_COUNTS if "forum" in page["kind"] else 1
            weight *= page["weight"] * counts * 100 / weight.sum()
            dull = (label == 0) & (size < 8)
            keep = ~dull | (np.arange(len(label)) % 4 == 0)
            weight[dull] *= 4
            rows.append(np.arange(self.offsets[i], self.offsets[i + 1])[keep])
            labels.append(label[keep])
            weights.append(weight[keep])
        return np.concatenate(rows), np.concatenate(labels), np.concatenate(weights)

    def prepare(self):
        """The rows trained on, binned once for all folds."""
        which = [i for i in range(len(self.pages)) if self.train[i]]
        rows, labels, weights = self.sample(which)
        self.row_folds = np.repeat(self.folds, np.diff(self.offsets))[rows]
        data = lgb.Dataset(np.ascontiguousarray(self.rows[rows]), labels, weight=weights, params=COMMON,
                           free_raw_data=True)
        data.construct()
        print(len(rows), "rows", flush=True)
        return data

    def fit(self, data, params, without=None):
        settings = {**COMMON, **{k: v for k, v in params.items() if k != "trees"}}
        if without is not None:
            data = data.subset(np.flatnonzero(self.row_folds != without))
        return lgb.train(settings, data, params["trees"])

    def predict_all(self, model, which):
        if not len(which):
            return {}
        stacked = np.concatenate([self.rows[self.offsets[i]:self.offsets[i + 1]] for i in which])
        out, at, result = model.predict(stacked, num_threads=1), 0, {}
        for i in which:
            n = self.offsets[i + 1] - self.offsets[i]
            result[i] = out[at:at + n]
            at += n
        return result

    def out_of_fold(self, params):
        """Probabilities of all pages by models that did not see their hosts, and the model of all."""
        count = len(self.pages)
        found = {}
        data = self.prepare()
        for fold in range(FOLDS):
            model = self.fit(data, params, fold)
            found.update(self.predict_all(model, [i for i in range(count) if self.folds[i] == fold]))
            print("fold", fold, flush=True)
        whole = self.fit(data, params)
        return found, whole


def report(data, found, which):
    chosen = [evaluate.best_expected(found[i], data.sizes[i]) for i in which]
    evaluate.show(evaluate.score([data.pages[i] for i in which], chosen))


def main():
    work, look, mode = sys.argv[1:4]
    data = Data(work, "features" if look == "first" else "features-" + mode, mode)
    found, whole = data.out_of_fold(FIRST if look == "first" else SECOND)
    if mode == "heldout":
        # the pages held out are seen by the model of all others, as those of the world will be
        found.update(data.predict_all(whole, [i for i, p in enumerate(data.pages) if p["shared"]]))
    whole.save_model(os.path.join(work, f"{look}-{mode}.txt"))
    if look == "first":
        np.concatenate([found[i] for i in range(len(data.pages))]).astype("<f4").tofile(
            os.path.join(work, f"p-{mode}.bin"))
    with open(os.path.join(work, f"found-{look}-{mode}.pkl"), "wb") as out:
        pickle.dump(found, out)
    report(data, found, [i for i in range(len(data.pages)) if data.train[i] or data.pages[i]["shared"]])
    gains = sorted(zip(whole.feature_importance("gain"), data.names), reverse=True)
    print(" ".join(f"{name}:{gain:.0f}" for gain, name in gains))


if __name__ == "__main__":
    main()
