"""Recall and precision of a run of `sluice dedup --in SET.jsonl --out RUN`.

    score.py SET.jsonl TRUTH.json RUN

SET holds {"id": line number, "text"} a line, TRUTH {"pairs": [[a, b, edit rate, jaccard], ...]}.
Prints what the candidate pairs and the removed documents are worth. Needs pyarrow.
"""
import json
import os
import sys

import pyarrow.parquet as pq


def share(hits, all_of):
    return round(sum(hits) / max(1, len(all_of)), 4)


def main(truth_file, run):
    pairs = json.load(open(truth_file))["pairs"]
    truth = {(min(a, b), max(a, b)): jaccard for a, b, _, jaccard in pairs}
    part = json.load(open(f"{run}/dedup/manifest.json"))["parts"][0]["folder"]
    folder = f"{run}/dedup/{part}"
    edges = pq.read_table(f"{folder}/edges")
    found = {
        (min(a, b), max(a, b))
        for a, b in zip(map(int, edges["id"].to_pylist()), map(int, edges["other"].to_pylist()))
    }
    for least in (0, 0.7, 0.8):
        wanted = [pair for pair, jaccard in truth.items() if jaccard >= least]
        print(f"pairs at Jaccard {least} and over:", share((p in found for p in wanted), wanted))
    print("precision of pairs:", share((p in truth for p in found), found))
    table = next(d for d in os.listdir(folder) if d not in ("edges", "manifest.json"))
    rows = pq.read_table(f"{folder}/{table}", columns=["id", "keep"])
    removed = {
        int(i) for i, keep in zip(rows["id"].to_pylist(), rows["keep"].to_pylist()) if not keep
    }
    print("removed documents:", len(removed))


if __name__ == "__main__":
    main(*sys.argv[2:4])
