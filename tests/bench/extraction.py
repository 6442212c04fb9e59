#!/usr/bin/env python3
"""Extraction quality of Sluice beside other extractors, on the same pages in the same run.

    extraction.py SLUICE SHARED OUT [tool ...]

SLUICE is the launcher (`./sluice`, after the build); SHARED the folder that holds `data/crawl.warc.gz`,
`data/truth.jsonl` and `peers/run_extractors.py`, `peers/score_extraction.py`; OUT takes the texts. Tools:
sluice, trafilatura, trafilatura_fast, resiliparse, readability, justext; all where none is named. Needs
fastwarc, resiliparse, trafilatura, readability-lxml and jusText from PyPI. Prints a table in Markdown: F1
(precision / recall) of each set.
"""
import importlib.util
import json
import os
import subprocess
import sys

TOOLS = ["sluice", "trafilatura", "trafilatura_fast", "resiliparse", "readability", "justext"]


def readability(html):
    import lxml.html
    from readability import Document
    tree = lxml.html.fromstring(Document(html).summary())
    for node in tree.iter("p", "div", "li", "br", "tr", "h1", "h2", "h3", "h4", "pre"):
        node.tail = "\n" + (node.tail or "")
    return tree.text_content()


def jus_text(html):
    import justext
    # no stop words: the one setting that fits pages of all languages
    found = justext.justext(html.encode("utf8", "replace"), frozenset(), encoding="utf8", stopwords_low=0,
                            stopwords_high=0)
    return "\n".join(p.text for p in found if not p.is_boilerplate)


def peer(shared):
    path = os.path.join(shared, "peers", "run_extractors.py")
    spec = importlib.util.spec_from_file_location("run_extractors", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.TOOLS.update(readability=readability, justext=jus_text)
    return module


def main():
    sluice, shared, out = sys.argv[1:4]
    names = sys.argv[4:] or TOOLS
    crawl = os.path.join(shared, "data", "crawl.warc.gz")
    os.makedirs(out, exist_ok=True)
    others = [n for n in names if n != "sluice"]
    if others:
        module = peer(shared)
        documents = list(module.pages(crawl))
        for name in others:
            with open(os.path.join(out, name + ".jsonl"), "w", encoding="utf8") as lines:
                for url, html in documents:
                    try:
                        text = module.TOOLS[name](html)
                    except Exception:  # a crash counts as no text
                        text = ""
                    lines.write(json.dumps({"url": url, "text": text}) + "\n")
    if "sluice" in names:
        subprocess.run([sluice, "extract", crawl, "--out", os.path.join(out, "sluice.jsonl")], check=True)
    results = {}
    for name in names:
        scored = subprocess.run(
            [sys.executable, os.path.join(shared, "peers", "score_extraction.py"),
             os.path.join(shared, "data", "truth.jsonl"), os.path.join(out, name + ".jsonl"), "--json"],
            check=True, stdout=subprocess.PIPE)
        results[name] = json.loads(scored.stdout)["sets"]
    sets = list(results[names[0]])
    print("| | " + " | ".join(sets) + " |\n|---|" + "---|" * len(sets))
    for name in names:
        cells = (f"{r['f1']:.3f} ({r['precision']:.3f} / {r['recall']:.3f})" for r in map(results[name].get, sets))
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
