"""Reads the WARC files of the killed and resumed crawl that CrawlIT leaves with warcio and fastwarc:
every record whole, every digest right, every reference to a record that is there."""

from pathlib import Path

import fastwarc
import pytest
from warcio.archiveiterator import ArchiveIterator

FOLDER = Path(__file__).resolve().parents[1] / "target" / "crawl"


@pytest.fixture(scope="module")
def files():
    found = sorted(FOLDER.glob("run*/warc/round-*/*.warc.gz"))
    if not found:
        pytest.skip("no crawl: CrawlIT writes it")
    return found


def test_warcio_finds_no_fault(files):
    for file in files:
        with file.open("rb") as stream:
            records = ArchiveIterator(stream, no_record_parse=False, check_digests="raise")
            kinds = []
            for record in records:
                record.content_stream().read()
                assert record.digest_checker.passed in (True, None)
                kinds.append(record.rec_type)
            assert records.err_count == 0
            assert kinds[0] == "warcinfo"
            assert kinds.count("warcinfo") == 1


def test_fastwarc_reads_the_same_records(files):
    ids, concurrent, targets = set(), set(), []
    for file in files:
        with file.open("rb") as stream:
            for record in fastwarc.ArchiveIterator(stream, parse_http=False):
                assert record.verify_block_digest()
                headers = dict(record.headers)
                assert headers["WARC-Record-ID"] not in ids
                ids.add(headers["WARC-Record-ID"])
                if "WARC-Concurrent-To" in headers:
                    concurrent.add(headers["WARC-Concurrent-To"])
                if headers["WARC-Type"] == "response":
                    record.parse_http()
                    assert record.http_headers.status_code is not None
                    targets.append((headers["WARC-Target-URI"], headers["WARC-Date"]))
    assert len(targets) > 30
    assert len(set(targets)) == len(targets)
    assert concurrent <= ids
