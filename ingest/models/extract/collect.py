#!/usr/bin/env python3
"""Gathers labelled pages into one file: collect.py MIRRORS SHARED OUT.jsonl.gz

MIRRORS holds bare or plain git clones named owner+name (see README.md for the list and the commits);
SHARED is the folder of gold pages the model is tested on: `crawl.warc.gz`, `truth.jsonl`.
OUT has a page a line: id, source, kind, url, html, gold (text), weight. Pages of SHARED come first, with
`shared` true; a page of MIRRORS whose address or text stands in SHARED too is left out.

Needs lxml, resiliparse and fastwarc.
"""
import ast
import gzip
import hashlib
import html as htmllib
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from urllib.parse import urlsplit

import lxml.html
from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

from align import shingles

MIRRORS = ""


def git(repo, *args):
    path = os.path.join(MIRRORS, repo.replace("/", "+"))
    path = os.path.join(path, "repo") if os.path.isdir(os.path.join(path, "repo")) else path
    return subprocess.run(["git", "-C", path, *args], check=True, stdout=subprocess.PIPE).stdout


def listing(repo, under):
    names = git(repo, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD", under)
    return [n for n in names.decode("utf8", "replace").split("\n") if n]


def blobs(repo, paths):
    """The files' bytes by path, read in one process; absent ones are left out."""
    folder = os.path.join(MIRRORS, repo.replace("/", "+"))
    folder = os.path.join(folder, "repo") if os.path.isdir(os.path.join(folder, "repo")) else folder
    with subprocess.Popen(["git", "-C", folder, "cat-file", "--batch"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as process:
        for path in paths:
            process.stdin.write(f"HEAD:{path}\n".encode())
            process.stdin.flush()
            head = process.stdout.readline().split()
            if head[-1] == b"missing":
                continue
            data = process.stdout.read(int(head[2]))
            process.stdout.read(1)
            yield path, data
        process.stdin.close()


def decode(data, hint=None):
    return bytes_to_str(data, hint or detect_encoding(data))


def plain(fragment):
    """Text of an HTML fragment, a line a block."""
    fragment = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#0;", " ", fragment)
    try:
        tree = lxml.html.fromstring("<div>" + fragment + "</div>")
    except (ValueError, AssertionError, lxml.etree.LxmlError):
        return ""
    for bad in list(tree.iter("script", "style")):
        bad.drop_tree()
    for node in tree.iter("p", "div", "br", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "pre"):
        node.tail = "\n" + (node.tail or "")
        node.text = "\n" + (node.text or "")
    return tree.text_content()


# ---- the sources ----

def wcxb():
    repo = "tiptopjaw/web-content-extraction-benchmark"
    golds = {os.path.basename(p)[:-5]: json.loads(d) for p, d in
             blobs(repo, listing(repo, "benchmark/ground-truth"))}
    for path, data in blobs(repo, listing(repo, "release/html")):
        number = os.path.basename(path).split(".")[0]
        gold = golds.get(number)
        if not gold or not data:
            continue
        truth = gold["ground_truth"]
        kind = ((gold.get("_internal") or {}).get("page_type") or {}).get("primary") or "article"
        yield dict(id=number, kind=kind, url=gold["url"], html=decode(gzip.decompress(data)),
                   gold=truth.get("main_content") or "", title=truth.get("title") or "",
                   weight=0.8)


def merged(folder, source_kind):
    repo = "j-szulc/html-cleaning-dataset-merged"
    golds = dict(blobs(repo, listing(repo, folder + "/GoldStandard")))
    for path, data in blobs(repo, listing(repo, folder + "/input")):
        name = os.path.basename(path).rsplit(".", 1)[0]
        gold = golds.get(f"{folder}/GoldStandard/{name}.txt")
        if gold is None:
            continue
        gold = decode(gold)
        page = decode(data)
        url = ""
        if folder.startswith("clean") or folder.startswith("Clean"):
            found = re.match(r'\s*<text id="([^"]*)"[^>]*>', page)
            if found:
                url = found.group(1)
                page = page[found.end():]
            gold = re.sub(r"^\s*URL:.*", "", gold)
            gold = htmllib.unescape(re.sub(r"</?(h|p|l)>", "\n", gold))
        if folder == "dragnet_data":
            gold = re.split(r"!@#\$%\^&\*\(\)\s*COMMENTS", gold)[0]
        if folder.startswith("page-signal"):
            gold = l3s(gold)
        yield dict(id=name, kind=source_kind, url=url, html=page, gold=gold, weight=1.0)


def l3s(annotated):
    """Headline, full text and supplements of a page annotated by spans of class x-nc-selN."""
    tree = lxml.html.fromstring(annotated.encode("utf8"), parser=lxml.html.HTMLParser(encoding="utf8"))
    for bad in list(tree.iter("script", "style", lxml.etree.Comment)):
        bad.drop_tree()
    out = []

    def walk(root):
        stack = [(root, 0, False)]
        while stack:
            node, label, done = stack.pop()
            if done:
                if label in (1, 2, 3) and node.tail:
                    out.append(node.tail)
                continue
            own = re.search(r"x-nc-sel(\d)", node.get("class") or "")
            mine = int(own.group(1)) if own else label
            if mine in (1, 2, 3) and node.text:
                out.append(node.text)
            stack.append((node, label, True))
            for child in reversed(node):
                stack.append((child, mine, False))

    body = tree.find("body")
    if body is not None:
        walk(body)
    return "\n".join(out)


def daniel():
    repo = "rundimeco/waddle"
    base = "corpora/Corpus_daniel_v2.1"
    languages = json.loads(git(repo, "show", f"HEAD:{base}/doc_lg.json"))
    golds = dict(blobs(repo, listing(repo, base + "/reference")))
    for path, data in blobs(repo, listing(repo, base + "/html")):
        name = os.path.basename(path)
        gold = golds.get(f"{base}/reference/{name}")
        if gold is None:
            continue
        host = name.split("_")[1] if "_" in name else name
        yield dict(id=name, kind="news-" + languages.get(name, "?"), url=f"http://{host}/{name}",
                   html=decode(data), gold=plain(decode(gold)), weight=0.6)


def fundus():
    repo = "flairNLP/fundus"
    base = "tests/resources/parser/test_data"
    names = listing(repo, base)
    metas = {p: json.loads(d) for p, d in blobs(repo, [n for n in names if n.endswith("meta.info")])}
    golds = {p: json.loads(d) for p, d in blobs(repo, [n for n in names if n.endswith(".json")])}
    for path, data in blobs(repo, [n for n in names if n.endswith(".html.gz")]):
        folder, name = os.path.split(path)
        publisher = name.split("_")[0]
        versions = golds.get(f"{folder}/{publisher}.json") or {}
        info = (metas.get(f"{folder}/meta.info") or {}).get(name) or {}
        best = None
        for version in versions.values():
            body = version.get("body")
            if body:
                parts = list(body.get("summary") or [])
                for section in body.get("sections") or []:
                    parts += section.get("headline") or []
                    parts += section.get("paragraphs") or []
                text = "\n".join(parts)
                page = decode(gzip.decompress(data))
                best = (text, page, version.get("title") or "")
        if best:
            yield dict(id=os.path.basename(folder) + "/" + name, kind="news-" + os.path.basename(folder),
                       url=info.get("url") or publisher, html=best[1], gold=best[0], title=best[2], weight=0.8)


def harvest():
    repo = "fhgr/harvest"
    for path, data in blobs(repo, listing(repo, "corpus/goldDocuments")):
        page = json.loads(data)
        posts = page["gold_standard_annotation"]
        posts = ast.literal_eval(posts) if isinstance(posts, str) else posts
        texts = [plain(p["post_text"]["surface_form"]) for p in posts if p.get("post_text")]
        yield dict(id=os.path.basename(path), kind="forum", url=page["url"], html=page["html"],
                   gold="\n\n".join(texts), weight=1.0)


def webkit():
    repo = "ccprocessor/llm-webkit-mirror"
    golds = {}
    for path, data in blobs(repo, listing(repo, "bench/data/groundtruth")):
        rows = [json.loads(line) for line in data.decode("utf8").splitlines() if line.strip()]
        golds[os.path.basename(path)[:-6]] = rows[0]
    for path, data in blobs(repo, listing(repo, "bench/data/origin")):
        row = golds.get(os.path.basename(path)[:-5])
        if row:
            yield dict(id=os.path.basename(path), kind="tech", url=row.get("url") or "", html=decode(data),
                       gold=unmarked(row.get("content") or ""), weight=0.8)


def unmarked(markdown):
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", markdown)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\\([#*_\[\]()~`>+.!-])", r"\1", text)


def mainbench():
    repo = "opendatalab/WebMainBench"
    for name in ("data/WebMainBench_dataset_sample2.jsonl", "data/sample_dataset.jsonl"):
        for line in git(repo, "show", "HEAD:" + name).decode("utf8").splitlines():
            row = json.loads(line)
            page = re.sub(r"</?marked-(tail|text|inline)[^>]*>", "", row["html"])
            page = re.sub(r'\s+(data-anno-uid|cc-select)="[^"]*"', "", page)
            page = re.sub(r"\bmark-selected\b", "", page)
            yield dict(id=row.get("id") or row["track_id"], kind="mixed", url=row["url"], html=page,
                       gold=unmarked(row["groundtruth_content"]), weight=1.0)


def goose():
    repo = "goose3/goose3"
    names = listing(repo, "tests/data/content")
    golds = {p[:-5]: json.loads(d) for p, d in blobs(repo, [n for n in names if n.endswith(".json")])}
    for path, data in blobs(repo, [n for n in names if n.endswith(".html")]):
        gold = golds.get(path[:-5])
        text = ((gold or {}).get("expected") or {}).get("cleaned_text")
        if text:
            # what is expected there is often the beginning only: a page is used if all of it is
            yield dict(id=os.path.basename(path), kind="news", url=gold.get("url") or "", html=decode(data),
                       gold=text, weight=0.4)


def newspaper():
    repo = "AndyTheFactory/newspaper4k"
    names = listing(repo, "tests/data")
    texts = {os.path.basename(p)[:-4]: d for p, d in blobs(repo, [n for n in names if n.endswith(".txt")])}
    for path, data in blobs(repo, [n for n in names if n.endswith(".html")]):
        name = os.path.basename(path)[:-5]
        if name in texts:
            yield dict(id=name, kind="news", url=name, html=decode(data), gold=decode(texts[name]), weight=0.5)


def defuddle():
    repo = "kepano/defuddle"
    golds = {os.path.basename(p)[:-3]: d for p, d in blobs(repo, listing(repo, "tests/expected"))}
    for path, data in blobs(repo, listing(repo, "tests/fixtures")):
        name = os.path.basename(path)[:-5]
        if name in golds:
            text = golds[name].decode("utf8")
            text = re.sub(r"^\s*```json.*?```", "", text, count=1, flags=re.S)
            yield dict(id=name, kind="mixed", url=name, html=decode(data), gold=unmarked(text), weight=0.5)


SOURCES = {
    "wcxb": wcxb,
    "dragnet": lambda: merged("dragnet_data", "article"),
    "cleaneval": lambda: merged("cleaneval-final", "mixed"),
    "cleaneval-dev": lambda: merged("cleaneval-dev", "mixed"),
    "l3s-gn1": lambda: merged("page-signal-master", "news"),
    "cleanportaleval": lambda: merged("CleanPortalEval-master", "news"),
    "daniel": daniel,
    "fundus": fundus,
    "harvest": harvest,
    "webkit": webkit,
    "mainbench": mainbench,
    "goose": goose,
    "newspaper": newspaper,
    "defuddle": defuddle,
}


# ---- the pages tested on ----

def shared(folder):
    rows = [json.loads(line) for line in open(os.path.join(folder, "truth.jsonl"), encoding="utf8")]
    by_url = {row["url"].replace(" ", "%20"): row for row in rows}
    with open(os.path.join(folder, "crawl.warc.gz"), "rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            row = by_url.get(record.headers["WARC-Target-URI"].replace(" ", "%20"))
            body = record.reader.read()
            if row is None:
                continue
            truth = row["truth"]
            yield dict(id=row["id"], source=row["set"], kind=row["set"], url=row["url"], shared=True,
                       html=decode(body, record.http_charset), cjk=row.get("cjk_share", 0), weight=1.0,
                       gold=truth.get("text") if truth["type"] == "full" else None, truth=truth)


def address(url):
    parts = urlsplit(url if "//" in url else "//" + url)
    return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")


def main():
    global MIRRORS
    MIRRORS, shared_folder, out_path = sys.argv[1:4]
    seen_urls, grams = set(), Counter()
    counts, dropped, prints = Counter(), defaultdict(Counter), defaultdict(hashlib.sha256)
    with gzip.open(out_path, "wt", encoding="utf8", compresslevel=3) as out:
        for page in shared(shared_folder):
            seen_urls.add(address(page["url"]))
            texts = [page["gold"]] if page["gold"] else page["truth"].get("with") or [page["truth"].get("text") or ""]
            grams.update(g for t in texts for g in set(shingles(t, 6)) if len(g) == 6)
            out.write(json.dumps(page, ensure_ascii=True) + "\n")
            counts[page["source"]] += 1
        texts_seen = set()
        for name, source in SOURCES.items():
            for page in source():
                gold = page["gold"].replace("\x00", "")
                mine = [g for g in shingles(gold, 6) if len(g) == 6]
                print_ = hashlib.sha256(" ".join(gold.split()).lower().encode("utf8", "replace")).digest()
                if len(page["html"]) > 3_000_000:
                    dropped[name]["long"] += 1
                elif len(mine) < 8:
                    dropped[name]["no text"] += 1
                elif address(page["url"]) in seen_urls and page["url"]:
                    dropped[name]["address tested on"] += 1
                elif sum(g in grams for g in mine) > 0.2 * len(mine):
                    dropped[name]["text tested on"] += 1
                elif print_ in texts_seen:
                    dropped[name]["twice"] += 1
                else:
                    texts_seen.add(print_)
                    page.update(source=name, gold=gold, shared=False, id=name + "/" + page["id"])
                    prints[name].update(print_)
                    counts[name] += 1
                    out.write(json.dumps(page, ensure_ascii=True) + "\n")
    for name, count in counts.items():
        print(name, count, dict(dropped[name]), prints[name].hexdigest()[:16] if name in prints else "")


if __name__ == "__main__":
    main()
