#!/usr/bin/env python3
"""Unpacked documentation packages -> labelled passages for the embedded quality models.

usage: passages.py UNPACKED OUT [--group package]

UNPACKED holds one folder a package. Writes OUT/eng.jsonl, OUT/cmn.jsonl and OUT/mul.jsonl, lines
of {"text", "label", "group", "source"}. The same packages give the same bytes.

High (1): runs of whole paragraphs of running text. Low (0): indexes, navigation, tables of links,
interface strings, lists of names, change logs, licences, API summaries, and advertising made from
this folder's templates.txt. Both are cut to lengths drawn from one distribution and then matched
length class by length class, so that length tells nothing; line breaks are drawn alike too.
"""
import gettext
import gzip
import hashlib
import json
import math
import pathlib
import re
import sys
from collections import defaultdict
from html.parser import HTMLParser

SKIP = {"script", "style", "pre", "code-block", "head", "svg", "math", "form", "textarea"}
BLOCKS = {"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "div", "title",
          "caption", "tr", "ul", "ol", "table", "dl", "section", "body", "blockquote", "br"}
VOID = {"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr"}
PER_SOURCE = 1200  # passages of one label from one package in one language
PER_LANGUAGE = 500  # of one label in one language of the model for many languages
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
SENTENCE_END = re.compile(r"[.!?:;…。！？：；।॥؟۔][\"'”’»」』)\]）]*$")
INDEX_PAGE = re.compile(
    r"(genindex|index-all|index-\d|allclasses|overview-|package-(summary|tree|use|frame)|deprecated"
    r"|constant-values|serialized-form|modindex|py-modindex|contents|(^|[/_-])toc|bookindex|idx"
    r"|ix01|go01|class-use|search|tables|variables|functions|topics|credits)", re.I)
JAVADOC = re.compile(r"javadoc", re.I)


def draw(key):
    """A uniform number in [0, 1) that depends on the key alone."""
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:7], "big") / (1 << 56)


class Blocks(HTMLParser):
    """The text blocks of a page: (tag, text, share of the text inside links)."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.parts, self.tags = [], [], []
        self.skip = self.link = 0

    def flush(self, tag):
        text = re.sub(r"\s+", " ", "".join(t for t, _ in self.parts)).strip()
        if text:
            linked = sum(len(t.strip()) for t, inside in self.parts if inside)
            self.blocks.append((tag, text, linked / len(text)))
        self.parts = []

    def enclosing(self):
        return next((t for t in reversed(self.tags) if t in BLOCKS), "body")

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.flush(self.enclosing())
        if tag in VOID:
            return
        # Publican writes its paragraphs as div class="para".
        self.tags.append("p" if tag == "div" and ("class", "para") in attrs else tag)
        self.skip += tag in SKIP
        self.link += tag in ("a", "link")

    def handle_startendtag(self, tag, attrs):
        if tag in BLOCKS:
            self.flush(self.enclosing())

    def handle_endtag(self, tag):
        if tag == "div" and self.paragraph_innermost():
            tag = "p"
        if tag not in self.tags:
            return
        if tag in BLOCKS:
            self.flush(self.enclosing())
        while self.tags:
            top = self.tags.pop()
            self.skip -= top in SKIP
            self.link -= top in ("a", "link")
            if top == tag:
                break

    def paragraph_innermost(self):
        return next((t for t in reversed(self.tags) if t in ("p", "div")), "") == "p"

    def handle_data(self, data):
        if not self.skip:
            self.parts.append((data, self.link > 0))


def blocks_of(path):
    parser = Blocks()
    parser.feed(read(path))
    parser.flush("body")
    return parser.blocks


def read(path):
    raw = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    return raw.decode("utf-8", "replace").replace("\ufffd", "")


def is_prose(block, cjk):
    tag, text, linked = block
    return (tag == "p" and len(text) >= (30 if cjk else 90) and linked < 0.3
            and SENTENCE_END.search(text) is not None
            and sum(c.isalpha() for c in text) >= 0.7 * len(text.replace(" ", "")))


class Corpus:
    def __init__(self, by_package):
        self.by_package = by_package
        self.rows = defaultdict(list)  # language -> rows
        self.seen = set()

    def fresh(self, text, space):
        key = hash_of(space + "\0" + re.sub(r"\W+", "", text.lower()))
        if key in self.seen:
            return False
        self.seen.add(key)
        return True

    def add(self, language, label, source, document, pieces, kind):
        """Cuts pieces (paragraphs or list items) into passages of drawn lengths."""
        pieces = [p for p in pieces if self.fresh(p, f"{label} {kind}")]
        cjk = sum(bool(CJK.search(p)) for p in pieces) * 2 > len(pieces)
        low, high = (80, 1000) if cjk else (200, 2400)
        at, number = 0, 0
        while at < len(pieces):
            key = f"{language} {label} {source} {document} {kind} {number}"
            target = low * (high / low) ** draw("length " + key)
            taken, size = [], 0
            while at < len(pieces) and size < target:
                taken.append(pieces[at])
                size += len(pieces[at])
                at += 1
            text = joiner(key, label, cjk).join(taken)
            if len(text) > 1.3 * target:  # one long paragraph: cut it at a word
                cut = text.rfind(" ", 0, int(1.2 * target)) if not cjk else -1
                text = text[: cut if cut > 0 else int(1.2 * target)]
            if len(text) >= low:
                group = source if self.by_package else f"{source}/{document}"
                self.rows[language].append(
                    {"text": text, "label": label, "group": group, "source": f"{source} {kind}"})
            number += 1

    def write(self, out):
        english = capped(self.rows["eng"], PER_SOURCE)
        chinese = capped(self.rows["cmn"], PER_SOURCE)
        dump(out / "eng.jsonl", matched(english))
        dump(out / "cmn.jsonl", matched(chinese))
        many = []
        for language in sorted(self.rows):
            rows = matched(capped(self.rows[language], PER_SOURCE))
            rows.sort(key=lambda r: hash_of("many" + r["text"]))
            for label in (0, 1):
                many += [r for r in rows if r["label"] == label][:PER_LANGUAGE]
        dump(out / "mul.jsonl", many)


def hash_of(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def joiner(key, label, cjk):
    """Paragraphs join by line breaks or a space; items also by what menus and lists join with."""
    ways = ["\n", "\n", "\n\n", " " if not cjk else ""]
    if label == 0:
        ways += [" | ", " · ", "、" if cjk else ", ", " "]
    return ways[int(draw("join " + key) * len(ways))]


def capped(rows, most):
    by_source = defaultdict(list)
    for row in rows:
        by_source[(row["source"], row["label"])].append(row)
    kept = []
    for key in sorted(by_source):
        kept += sorted(by_source[key], key=lambda r: hash_of(r["text"]))[:most]
    return kept


def matched(rows):
    """As many high as low passages in each length class (half an octave)."""
    classes = defaultdict(lambda: ([], []))
    for row in rows:
        classes[int(2 * math.log2(len(row["text"])))][row["label"]].append(row)
    kept = []
    for size in sorted(classes):
        low, high = (sorted(c, key=lambda r: hash_of(r["text"])) for c in classes[size])
        count = min(len(low), len(high))
        kept += low[:count] + high[:count]
    return kept


def dump(path, rows):
    rows = sorted(rows, key=lambda r: hash_of(r["group"] + r["text"]))
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    counts = defaultdict(int)
    for row in rows:
        counts[(row["label"], row["source"])] += 1
    print(path.name, len(rows), "passages")
    for (label, source), count in sorted(counts.items()):
        print(f"  {label} {count:6d} {source}")


THREE = {"en": "eng", "C": "eng", "zh": "cmn"}


def language_code(name):
    """zh-CN, zh_CN, en-US, C, de -> eng, cmn, or the name's first part."""
    first = re.split(r"[-_@.]", name)[0]
    return THREE.get(first, first)


def pages(root, package, under):
    folder = root / package / under
    return sorted(p for p in folder.rglob("*")
                  if p.suffix in (".html", ".shtml", ".page", ".htm") and p.is_file())


def html_package(corpus, root, package, under, language, high=True, only=None):
    """language: a code, or a function of the path below {@code under}."""
    for path in pages(root, package, under):
        below = path.relative_to(root / package / under).as_posix()
        code = language(below) if callable(language) else language
        if code is None or (only and not re.search(only, below)):
            continue
        if path.stat().st_size > 8_000_000:
            continue
        blocks = blocks_of(path)
        document = re.sub(r"^[^/]+/", "", below) if callable(language) else below
        api = bool(JAVADOC.search(package))
        if INDEX_PAGE.search(below) or api:
            items = [b[1] for b in blocks if b[0] != "p" or api]
            items = [i for i in items if len(i) < 300]
            if code == "cmn":
                items = [i for i in items if CJK.search(i)]
            corpus.add(code, 0, package, document, items, "index")
            continue
        links = [b[1] for b in blocks if b[2] > 0.7 and len(b[1]) < 120]
        if code == "cmn":
            links = [i for i in links if CJK.search(i)]
        corpus.add(code, 0, package, document, links, "links")
        if high:
            cjk = code in ("cmn", "ja", "ko")
            prose = [b[1] for b in blocks if is_prose(b, cjk)]
            if code == "cmn":
                prose = [p for p in prose if len(CJK.findall(p)) > 0.4 * len(p)]
            corpus.add(code, 1, package, document, prose, "prose")


def clean(message):
    message = re.sub(r"<[^>]+>|\{\{[^}]*\}\}|\[\[|\]\]|'''?|&#?\w+;", "", message)
    message = re.sub(r"\$\d|%(\d+\$)?[sd]|%[a-z_]+%", " ", message)
    return re.sub(r"\s+", " ", message).strip()


def interface(corpus, language, package, document, messages, kind):
    cjk = language in ("cmn", "ja", "ko")
    short = [clean(m) for m in messages]
    short = [m for m in short if 1 < len(m) <= (24 if cjk else 60) and "\n" not in m]
    if language == "cmn":
        short = [m for m in short if CJK.search(m)]
    corpus.add(language, 0, package, document, short, kind)


def mediawiki(corpus, root):
    for path in sorted((root / "mediawiki").rglob("i18n/**/*.json")):
        code = path.stem
        if code == "qqq" or "api" in path.parts:
            continue
        try:
            messages = json.loads(read(path))
        except ValueError:
            continue
        strings = [v for k, v in messages.items() if isinstance(v, str) and not k.startswith("@")]
        document = path.parent.relative_to(root / "mediawiki").as_posix()
        interface(corpus, language_code(code), "mediawiki", document, strings, "interface")


def catalogues(corpus, root, package, pattern, kind):
    for path in sorted((root / package).rglob(pattern)):
        with open(path, "rb") as file:
            try:
                catalogue = gettext.GNUTranslations(file)._catalog
            except (OSError, UnicodeDecodeError, ValueError):
                continue
        strings = [v for k, v in catalogue.items() if isinstance(v, str) and k]
        if kind == "names":
            code, document = language_code(path.parts[-3]), path.stem
            strings = sorted(strings, key=lambda s: hash_of(s))
        else:
            code = language_code(re.sub(r"^(admin|admin-network|continents-cities)-", "", path.stem))
            document = re.split(r"-?[a-z]{2,3}(_[A-Z]{2})?$", path.stem)[0] or "site"
        if kind == "names" and code == "eng":
            code = None
        # Cut a catalogue into parts, so that no document of thousands of strings is held out whole.
        for part in range(0, len(strings), 200):
            if code:
                interface(corpus, code, package, f"{document}-{part}", strings[part:part + 200], kind)


def plain_low(corpus, root, package):
    """Change logs and copyright files, as they are."""
    for path in sorted((root / package / "usr/share/doc").rglob("*")):
        if not path.is_file() or not re.match(r"(changelog|copyright|NEWS|README)", path.name):
            continue
        if path.name.startswith("README"):
            continue
        lines = [re.sub(r"\s+", " ", line).strip() for line in read(path).splitlines()][:1500]
        kind = "licence" if path.name == "copyright" else "changes"
        corpus.add("eng", 0, package, path.name, [l for l in lines if len(l) > 3], kind)


def advertising(corpus, path):
    """Passages of sentences drawn from templates.txt; one group, see README.md."""
    sentences = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, text = line.split("\t")
            sentences[language].append(text)
    for language, texts in sorted(sentences.items()):
        fill = defaultdict(list)
        for text in texts:
            if text.startswith("@"):
                slot, values = text[1:].split(" ", 1)
                fill[slot] = values.split(", ")
        frames = [t for t in texts if not t.startswith("@")]
        for number in range(500):
            key = f"{language} {number}"
            order = sorted(frames, key=lambda f: draw(f"{key} {f}"))[: 6 + number % 14]
            made = [re.sub(r"\{(\w+)\}", lambda m: fill[m[1]][
                int(draw(f"{key} {f} {m.start()}") * len(fill[m[1]]))], f) for f in order]
            text = ("\n" if number % 2 else " " if language == "eng" else "").join(made)
            corpus.rows[language].append(
                {"text": text, "label": 0, "group": "templates", "source": "templates advertising"})


def fortunes(corpus, root):
    for path in sorted((root / "fortunes-zh/usr/share/games/fortunes").iterdir()):
        if path.suffix == "" and path.is_file():
            text = re.sub(r"\x1b\[[0-9;]*m", "", read(path))
            for number, entry in enumerate(text.split("\n%\n")):
                entry = re.sub(r"\s+", "", entry)
                if len(CJK.findall(entry)) > 0.7 * len(entry) and SENTENCE_END.search(entry):
                    corpus.add("cmn", 1, "fortunes-zh", f"{path.name}-{number}", [entry], "prose")


def first_folder(below):
    return language_code(below.split("/")[0])


def language_suffix(below):
    match = re.search(r"\.([a-z]{2})(-[a-z]+)?\.html$", below)
    return language_code(match[1]) if match else "eng"


def main():
    root, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    corpus = Corpus(by_package=sys.argv[3:] == ["--group", "package"])
    doc = "usr/share/doc"
    for package, under, only in (
            ("anarchism", f"{doc}/anarchism/html", None),
            ("c++-annotations-html", f"{doc}", None),
            ("debian-edu-doc-en", doc, None),
            ("debian-faq", doc, r"\.en\.html$"),
            ("debian-reference-en", "usr/share", r"\.en\.html$"),
            ("developers-reference", "usr/share/developers-reference", None),
            ("maint-guide", doc, r"\.en\.html$"),
            ("octave-doc", f"{doc}/octave/octave.html", None),
            ("lilypond-doc-html", f"{doc}/lilypond/html/Documentation",
             r"^(essay|learning|music-glossary|usage|notation|contributor)[^.]*/?[^.]*\.html$"),
            ("postgresql-doc-15", doc, None),
            ("python-django-doc", doc, None),
            ("python-sklearn-doc", doc, r"html/(modules/[^/]+|tutorial/.*|auto_examples/.*|[^/]+)\.html$"),
            ("python-sympy-doc", doc, None),
            ("python3.11-doc", doc, None),
            ("rust-doc", f"{doc}/rust-doc/html", r"^(book|nomicon|edition-guide|embedded-book|reference)/(?!first|second|2018)[^/]*\.html$|^[^/]*\.html$")):
        html_package(corpus, root, package, under, "eng", only=only)
    for package in ("debian-edu-doc-zh-cn", "debian-faq-zh-cn", "debian-reference-zh-cn",
                    "maint-guide-zh-cn", "gimp-help-zh-cn", "kicad-doc-zh", "linuxcnc-doc-zh-cn",
                    "lilypond-doc-html-zh", "libreoffice-help-zh-cn"):
        html_package(corpus, root, package, "usr/share", "cmn")
    html_package(corpus, root, "debian-handbook", f"{doc}/debian-handbook/html", first_folder)
    html_package(corpus, root, "harden-doc", f"{doc}/harden-doc/html", first_folder)
    html_package(corpus, root, "installation-guide-amd64", f"{doc}/installation-guide-amd64",
                 first_folder)
    html_package(corpus, root, "gnome-user-docs", "usr/share/help", first_folder)
    html_package(corpus, root, "debian-history", doc, language_suffix)
    for package in ("guava-javadoc", "commons-math3-javadoc"):
        html_package(corpus, root, package, ".", "eng", high=False)
    for package in ("hutool-core-javadoc", "mybatis-plus-core-javadoc", "easyexcel-core-javadoc"):
        html_package(corpus, root, package, ".", "cmn", high=False)
    mediawiki(corpus, root)
    catalogues(corpus, root, "wordpress-l10n", "*.mo", "interface")
    catalogues(corpus, root, "iso-codes", "iso_*.mo", "names")
    for package in sorted(p.name for p in root.iterdir() if not JAVADOC.search(p.name)):
        plain_low(corpus, root, package)
    fortunes(corpus, root)
    advertising(corpus, pathlib.Path(__file__).with_name("templates.txt"))
    out.mkdir(parents=True, exist_ok=True)
    corpus.write(out)


if __name__ == "__main__":
    main()
