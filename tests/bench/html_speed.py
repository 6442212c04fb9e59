#!/usr/bin/env python3
"""Speed of reading HTML beside others, on the same pages in the same run:
html_speed.py parse|extract [--rounds N] [--limit MB] FILE ...

A FILE is a WARC file, or a jar or zip of HTML pages. All tools get the pages one by one, as UTF-8 in
memory. parse: a tree and no more, by Sluice, jsoup, resiliparse and selectolax (lexbor both).
extract: main text, by Sluice (bytes in), resiliparse and trafilatura (decoded text in). Each tool is
a process of its own. Prints the median of the rounds in MB/s of CPU time of the working thread; a
JVM's first half of the rounds warms it up and does not count. Needs requirements.txt beside this
file, and `mvn -pl ingest compile`.
"""

import argparse
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
JAVA = HOME / "tests/src/test/java/io/sluice/bench/HtmlBench.java"


def pages_of(path):
    if path.endswith((".jar", ".zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith((".html", ".htm")):
                    yield archive.read(name)
        return
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    with open(path, "rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            body = record.reader.read()
            yield bytes_to_str(body, detect_encoding(body)).encode("utf-8", "replace")


def utf8(page):
    try:
        page.decode("utf-8")
        return page
    except UnicodeDecodeError:
        return page.decode("windows-1252", "replace").encode("utf-8")


def write(files, limit, out):
    count = size = 0
    for file in files:
        for page in map(utf8, pages_of(file)):
            if size + len(page) > limit:
                break
            out.write(struct.pack(">i", len(page)) + page)
            count += 1
            size += len(page)
    out.flush()
    print(f"{count} pages, {size / 1e6:.1f} MB")


def read(path):
    data = Path(path).read_bytes()
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from(">i", data, at)
        yield data[at + 4 : at + 4 + length]
        at += 4 + length


def resiliparse_text():
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page, main_content=True, alt_texts=False)


def trafilatura_text(fast):
    import trafilatura

    return lambda page: trafilatura.extract(page, include_comments=False, fast=fast)


EXTRACTORS = {
    "resiliparse-text": resiliparse_text,
    "trafilatura-fast": lambda: trafilatura_text(True),
    "trafilatura": lambda: trafilatura_text(False),
}


def python_rounds(tool, path, rounds):
    pages = list(read(path))
    if tool == "resiliparse":
        from resiliparse.parse.html import HTMLTree

        work = HTMLTree.parse_from_bytes
    elif tool == "selectolax":
        from selectolax.lexbor import LexborHTMLParser as work
    else:
        pages = [page.decode("utf-8", "replace") for page in pages]
        work = EXTRACTORS[tool]()
    size = sum(len(page if isinstance(page, bytes) else page.encode()) for page in pages) / 1e6
    for _ in range(rounds):
        began = time.thread_time()
        for page in pages:
            work(page)
        print(f"{size / (time.thread_time() - began):.1f}")


def class_path():
    with tempfile.NamedTemporaryFile() as file:
        subprocess.run(
            ["mvn", "-q", "-pl", "ingest", "dependency:build-classpath", f"-Dmdep.outputFile={file.name}"],
            cwd=HOME,
            check=True,
        )
        return f"{HOME / 'ingest/target/classes'}:{Path(file.name).read_text()}"


def rates(command):
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    return [float(line.split()[0]) for line in lines if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("work", choices=["parse", "extract"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=150, help="MB of pages, %(default)s")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="+")
    given = parser.parse_args()
    if given.only:
        python_rounds(given.only, given.files[0], given.rounds)
        return
    with tempfile.NamedTemporaryFile() as pages:
        write(given.files, given.limit * 1e6, pages)
        java = ["java", "-XX:+UseSerialGC", "-Xmx2g", "-cp", class_path(), str(JAVA), pages.name]
        python = [sys.executable, __file__, given.work, pages.name, "--rounds", str(given.rounds), "--only"]
        sluice = java + [given.work, str(2 * given.rounds)]
        tools = [("Sluice", sluice, given.rounds)]
        if given.work == "parse":
            tools += [(tool, python + [tool], 0) for tool in ("resiliparse", "selectolax")]
            tools.append(("jsoup", java + ["jsoup", str(2 * given.rounds)], given.rounds))
        else:
            tools += [(tool, python + [tool], 0) for tool in EXTRACTORS]
        for tool, command, warm in tools:
            print(f"{tool:16} {statistics.median(rates(command)[warm:]):7.1f} MB/s", flush=True)


if __name__ == "__main__":
    main()
