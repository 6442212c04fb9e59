"""Writes the model as the bytes that Sluice reads."""
import struct


def fnv(word):
    value = 0xcbf29ce484222325
    for letter in word:
        value = ((value ^ ord(letter)) * 0x100000001b3) & 0xffffffffffffffff
    return value


def lexicon(words):
    out = [struct.pack(">i", len(words))]
    for word, weight in sorted(words.items()):
        out.append(struct.pack(">Qf", fnv(word), weight))
    return b"".join(out)


def forest(booster):
    """A LightGBM booster's trees: nodes in the order in which they are met, the left one first."""
    roots, nodes = [], []

    def add(node):
        at = len(nodes)
        nodes.append(None)
        if "leaf_value" in node:
            nodes[at] = (-1, 0, 0, node["leaf_value"])
            return at
        left = add(node["left_child"])
        right = add(node["right_child"])
        assert node["decision_type"] == "<="
        nodes[at] = (node["split_feature"], left - at, right - at, node["threshold"])
        return at

    for tree in booster.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"]))
    out = [struct.pack(">ii", len(roots), len(nodes))]
    out += [struct.pack(">i", r) for r in roots]
    out += [struct.pack(">hhhf", *n) for n in nodes]
    return b"".join(out)


EMPTY_FOREST = struct.pack(">ii", 0, 0)


def main():
    """pack.py LEXICONS.json OUT.bin [FIRST.txt SECOND.txt]: without models, the lexicons alone."""
    import json
    import sys

    with open(sys.argv[1], encoding="utf8") as stream:
        words = json.load(stream)
    forests = [EMPTY_FOREST, EMPTY_FOREST]
    if len(sys.argv) > 3:
        import lightgbm
        forests = [forest(lightgbm.Booster(model_file=path)) for path in sys.argv[3:5]]
    data = lexicon(words["names"]) + lexicon(words["texts"]) + forests[0] + forests[1]
    with open(sys.argv[2], "wb") as out:
        out.write(data)
    print(len(data), "bytes")


if __name__ == "__main__":
    main()
