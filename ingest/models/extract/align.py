"""Labels: which tokens of a page are in its gold text."""
import re
from collections import Counter

_ALONE = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1780-\u17ff"
TOKEN = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}]+")


def tokens(text):
    """Runs of letters and digits; every Han, Kana, Thai, Lao or Khmer character alone."""
    return TOKEN.findall(text.lower())


def shingles(text, n=4):
    parts = tokens(text)
    return Counter(zip(*(parts[i:] for i in range(min(n, max(len(parts), 1)))))) if parts else Counter()


def labels(texts, gold):
    """Share of each block's tokens that the gold text holds at the place: a list of floats.

    A run of the page's tokens counts if all its 4-token shingles are in the gold text and not used up
    by a longer run. Blocks too short for a shingle are judged with what stands around them.
    """
    pages, owner = [], []
    spans = []
    for number, text in enumerate(texts):
        mine = tokens(text)
        spans.append((len(pages), len(pages) + len(mine)))
        pages += mine
        owner += [number] * len(mine)
    left = shingles(gold)
    size = len(pages)
    grams = [tuple(pages[i:i + 4]) for i in range(max(size - 3, 0))]
    runs, start = [], None
    for i, gram in enumerate(grams):
        inside = gram in left
        if inside and start is None:
            start = i
        if not inside and start is not None:
            runs.append((start, i))
            start = None
    if start is not None:
        runs.append((start, len(grams)))
    marked = [False] * size
    for first, end in sorted(runs, key=lambda r: r[0] - r[1]):
        i = first
        while i < end:
            while i < end and left[grams[i]] <= 0:
                i += 1
            began = i
            while i < end and left[grams[i]] > 0:
                left[grams[i]] -= 1
                i += 1
            if i - began >= min(4, end - first):
                for token in range(began, i + 3):
                    marked[token] = True
            else:
                for token in range(began, i):
                    left[grams[token]] += 1
    found = []
    for first, end in spans:
        found.append(sum(marked[first:end]) / (end - first) if end > first else 0.0)
    # short blocks between: with the nearest tokens of the gold blocks before and behind
    whole = shingles(gold)
    for number, (first, end) in enumerate(spans):
        if found[number] >= 0.5 or end == first or end - first > 5:
            continue
        before = _tail(spans, marked, found, pages, number)
        behind = _head(spans, marked, found, pages, number)
        mine = pages[first:end]
        one = before[-3:] + mine
        two = mine + behind[:3]
        fits = (len(one) >= 4 and all(tuple(one[i:i + 4]) in whole for i in range(len(one) - 3))
                or len(two) >= 4 and all(tuple(two[i:i + 4]) in whole for i in range(len(two) - 3)))
        if fits:
            found[number] = 1.0
    return found


def _tail(spans, marked, found, pages, number):
    for other in range(number - 1, max(number - 12, -1), -1):
        first, end = spans[other]
        if found[other] >= 0.5:
            return pages[max(0, end - 3):end] if end - first >= 3 else pages[first:end]
    return []


def _head(spans, marked, found, pages, number):
    for other in range(number + 1, min(number + 12, len(spans))):
        first, end = spans[other]
        if found[other] >= 0.5:
            return pages[first:first + 3]
    return []
