#!/usr/bin/env python3
"""Labels blocks: label.py PAGES.jsonl.gz BLOCKS.jsonl OUT.pkl

Writes a list of pages: id, source, kind, host, shared, weight, gold, truth, texts, labels (share of each
block that is gold), coverage (share of the gold text that the page's blocks hold).
"""
import gzip
import json
import pickle
import sys
from urllib.parse import urlsplit

from align import labels, shingles


def main():
    pages_path, blocks_path, out_path = sys.argv[1:4]
    pages = []
    with gzip.open(pages_path, "rt", encoding="utf8") as one, open(blocks_path, encoding="utf8") as two:
        for page_line, blocks_line in zip(one, two):
            page, blocks = json.loads(page_line), json.loads(blocks_line)
            assert page["id"] == blocks["id"]
            page.pop("html")
            url = page["url"] if "//" in page["url"] else "//" + page["url"]
            try:
                host = (urlsplit(url).hostname or page["id"]).removeprefix("www.")
            except ValueError:
                host = page["id"]
            gold, texts = page["gold"], blocks["texts"]
            page.update(texts=texts, host=host, labels=None, coverage=0.0)
            if gold:
                want, have = shingles(gold), shingles("\n".join(texts))
                page["coverage"] = sum((want & have).values()) / max(sum(want.values()), 1)
                page["labels"] = labels(texts, gold)
            pages.append(page)
    with open(out_path, "wb") as out:
        pickle.dump(pages, out)


if __name__ == "__main__":
    main()
