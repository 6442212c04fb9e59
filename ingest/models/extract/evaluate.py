"""Choosing blocks by their probabilities, and the scores of what is chosen."""
from collections import Counter, defaultdict

import numpy as np

from align import shingles, tokens


def best_expected(probabilities, sizes):
    """The blocks that make the expected F1 greatest: those with the greatest probabilities."""
    order = np.argsort(-probabilities, kind="stable")
    p, w = probabilities[order], sizes[order]
    gain = 2 * np.cumsum(p * w) / (np.cumsum(w) + np.sum(p * w) + 1e-9)
    keep = int(np.argmax(gain)) + 1 if len(gain) else 0
    chosen = np.zeros(len(p), bool)
    chosen[order[:keep]] = True
    return chosen


def prf(gold, got):
    hit = sum((gold & got).values())
    precision = hit / sum(got.values()) if got else float(not gold)
    recall = hit / sum(gold.values()) if gold else float(not got)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(pages, chosen):
    """Scores by set: of full texts (pages, precision, recall, F1), of snippets over all."""
    full, snippets = defaultdict(list), defaultdict(lambda: [0, 0, 0])
    for page, keep in zip(pages, chosen):
        text = "\n".join(t for t, k in zip(page["texts"], keep) if k)
        if page["gold"]:
            result = prf(page.setdefault("shingles", shingles(page["gold"])), shingles(text))
            page["score"] = result
            full[page["source"]].append(result)
            if page["source"] in ("wcxb", "daniel"):
                full[page["source"] + ":" + page["kind"]].append(result)
            if page["shared"]:
                full["all shared"].append(result)
                if page.get("cjk", 0) > 0.1:
                    full["Chinese shared"].append(result)
        elif page.get("truth", {}).get("type") == "snippets":
            flat = " ".join(text.split())
            tally = snippets[page["source"]]
            missing = [w for w in page["truth"]["with"] if " ".join(w.split()) not in flat]
            wrong = [w for w in page["truth"]["without"] if " ".join(w.split()) in flat]
            tally[0] += len(page["truth"]["with"]) - len(missing)
            tally[1] += len(missing)
            tally[2] += len(wrong)
            page["missing"], page["wrong"] = missing, wrong
    out = {}
    for name, rows in sorted(full.items()):
        out[name] = (len(rows), *(float(np.mean(c)) for c in zip(*rows)))
    for name, (hit, miss, false) in snippets.items():
        out[name] = (hit + miss, hit / max(hit + false, 1), hit / max(hit + miss, 1),
                     2 * hit / max(2 * hit + miss + false, 1))
    return out


def show(results):
    for name, row in results.items():
        print(f"{name:28} {row[0]:5d}  P {row[1]:.3f}  R {row[2]:.3f}  F1 {row[3]:.4f}")


def sizes(pages):
    return [np.array([max(len(tokens(t)), 1) for t in page["texts"]], float) for page in pages]
