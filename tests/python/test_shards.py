"""Reads the shards that the end-to-end test wrote with nothing but pyarrow and the standard library,
as a trainer would, and checks them against their manifests."""

import hashlib
import json
import os
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

RUN = os.environ.get("SLUICE_RUN")


def stages():
    if RUN is None or not Path(RUN, "mix").is_dir():
        return []
    return sorted(p.parent for p in Path(RUN, "mix").glob("*/manifest.json"))


@pytest.fixture(params=stages() or [None], ids=lambda p: p.name if p else "no run")
def stage(request):
    if request.param is None:
        pytest.skip("no run folder: the end-to-end test writes it, SLUICE_RUN names it")
    return request.param


def rows(stage, manifest):
    for shard in manifest["shards"]:
        table = parquet.read_table(stage / shard["path"])
        assert table.num_rows == shard["rows"]
        yield from table.to_pylist()


def manifest_of(stage):
    return json.loads((stage / "manifest.json").read_text(encoding="utf-8"))


def test_every_file_has_the_checksum_and_size_of_the_manifest(stage):
    for shard in manifest_of(stage)["shards"]:
        data = (stage / shard["path"]).read_bytes()
        assert len(data) == shard["bytes"]
        assert hashlib.sha256(data).hexdigest() == shard["sha256"]


def test_every_row_is_one_sequence_in_order(stage):
    manifest = manifest_of(stage)
    length = manifest["seq_len"]
    expected = 0
    for row in rows(stage, manifest):
        assert row["sequence"] == expected
        expected += 1
        assert len(row["input_ids"]) == length
        assert len(row["loss_mask"]) == length
        assert set(row["loss_mask"]) <= {0, 1}
        starts = row["seq_start_id"]
        assert starts[0] == 0
        assert all(a < b for a, b in zip(starts, starts[1:]))
        assert starts[-1] < length
        assert len(row["doc_ids"]) == len(row["doc_kinds"]) == len(starts)
        assert 0 <= min(row["input_ids"]) and max(row["input_ids"]) < manifest["vocabulary_size"]
    assert expected == manifest["sequences"] > 0


def test_tokens_and_padding_fill_the_rows(stage):
    manifest = manifest_of(stage)
    capacity = manifest["sequences"] * manifest["seq_len"]
    assert manifest["tokens"] + manifest["padding"] == capacity
    assert sum(c["tokens"] for c in manifest["components"]) == manifest["tokens"]
    written = sum(sum(row["loss_mask"]) for row in rows(stage, manifest))
    assert 0 < written <= manifest["tokens"]
