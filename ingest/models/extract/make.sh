#!/bin/sh
# Trains the selection model anew: make.sh MIRRORS SHARED WORK [all|heldout]
# MIRRORS: clones as README.md lists them; SHARED: the folder with crawl.warc.gz and truth.jsonl;
# WORK: scratch, about 3 GB. Needs Python with requirements.txt. About 30 minutes on two cores.
set -eu
mirrors=$1 shared=$2 work=$3 mode=${4:-all}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
model=$root/ingest/src/main/resources/io/sluice/ingest/html/select/select.bin
mkdir -p "$work"
build() {
  (cd "$root" && mvn -q -B -pl ingest test-compile dependency:build-classpath \
    -Dmdep.outputFile="$work/classpath.txt")
}
dump() {
  java -Xmx2g -cp "$root/ingest/target/test-classes:$root/ingest/target/classes:$(cat "$work/classpath.txt")" \
    io.sluice.ingest.html.select.FeatureDump "$work/pages.jsonl.gz" "$@"
}
build
python3 "$here/collect.py" "$mirrors" "$shared" "$work/pages.jsonl.gz"
dump "$work/words" words
python3 "$here/label.py" "$work/pages.jsonl.gz" "$work/words/words.jsonl" "$work/labels.pkl"
python3 "$here/lexicon.py" "$work/labels.pkl" "$work/words/words.jsonl" "$work/lexicons.json"
python3 "$here/pack.py" "$work/lexicons.json" "$model"
build
dump "$work/features"
python3 "$here/train.py" "$work" first "$mode"
dump "$work/features-$mode" "$work/p-$mode.bin"
python3 "$here/train.py" "$work" second "$mode"
python3 "$here/pack.py" "$work/lexicons.json" "$model" "$work/first-$mode.txt" "$work/second-$mode.txt"
