"""Writes multilingual BERT as the network to start from, with a vocabulary for English and Spanish.

usage: python3 multilingual.py vocabulary FOLDER > all.txt
       python3 multilingual.py cut all.txt rows.jsonl > vocabulary.txt
       python3 multilingual.py network FOLDER vocabulary.txt start.pt

FOLDER holds assets/ and variables/ of the saved model that deploy/train fetches (BERT base, cased, 104 languages;
Apache-2.0). rows.jsonl are the training rows cut with all.txt.

The product reads comments in lower case and without accents, so one piece stands for all spellings of a piece and starts as
the plainest of them. Scripts other than Latin are left out. `cut` keeps the pieces that the training rows or the word lists
of Debian's wamerican and wspanish use, and every single character.
"""
import collections
import json
import pathlib
import re
import struct
import sys
import unicodedata

import numpy
import torch

from encoder import PLACES, Encoder

LAYERS = 6
SPECIAL = {"[PAD]": "[PAD]", "[UNK]": "[UNK]", "[CLS]": "[CLS]", "[SEP]": "[SEP]", "[POST]": "[unused1]"}
LAST_LATIN, SIGNS = 0x24F, range(0x2000, 0x2E00)
WORD_LISTS = ["/usr/share/dict/american-english", "/usr/share/dict/spanish"]
LEAST_OWN, LEAST_PUBLIC, LEAST_LISTED = 2, 3, 8  # uses of a piece


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn").lower()


def divided(piece):
    """Returns the mark of a piece within a word, or nothing, and its letters."""
    return ("##", piece[2:]) if piece.startswith("##") and len(piece) > 2 else ("", piece)


def pieces(folder):
    """Returns plain pieces in the published order, each with its line in the published vocabulary."""
    published = (folder / "assets/vocab.txt").read_text(encoding="utf-8").split("\n")
    plainest = {}
    for line, piece in enumerate(published):
        if not piece or piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
            continue
        mark, letters = divided(piece)
        bare = plain(letters)
        if bare and all(ord(c) <= LAST_LATIN or ord(c) in SIGNS for c in bare):
            cost = letters != letters.lower(), letters != bare, line
            plainest[mark + bare] = min(cost, plainest.get(mark + bare, cost))
    found = {piece: cost[-1] for piece, cost in sorted(plainest.items(), key=lambda entry: entry[1][-1])}
    return {**{ours: published.index(theirs) for ours, theirs in SPECIAL.items()}, **found}


def listed_words():
    words = set()
    for path in WORD_LISTS:
        with open(path, encoding="utf-8") as lines:
            words.update(word for word in (plain(line.strip()) for line in lines) if re.fullmatch("[a-z]+", word))
    return words


def cut_word(word, ids):
    """Yields the pieces of a word, the longest first, until none fits."""
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece in ids:
                yield ids[piece]
                start = end
                break
        else:
            return


def cut(vocabulary, rows):
    """Prints the pieces to keep."""
    names = pathlib.Path(vocabulary).read_text(encoding="utf-8").splitlines()
    ids = {name: i for i, name in enumerate(names)}
    own, public, listed = collections.Counter(), collections.Counter(), collections.Counter()
    with open(rows, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["split"] != "test":
                (public if row["public"] else own).update(row["ids"] + row["post"])
    words = listed_words()
    for word in words:
        listed.update(cut_word(word, ids))
    for i, name in enumerate(names):
        whole = len(divided(name)[1]) == 1 or name in words or name in SPECIAL
        if whole or own[i] >= LEAST_OWN or public[i] >= LEAST_PUBLIC or listed[i] >= LEAST_LISTED:
            print(name)


def number(data, at):
    """Reads a variable-length integer; returns it and the position after it."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def message(data):
    """Returns the fields of a protocol buffer by number; a repeated field keeps all values."""
    fields, at = collections.defaultdict(list), 0
    while at < len(data):
        tag, at = number(data, at)
        if tag & 7 == 0:
            value, at = number(data, at)
        elif tag & 7 == 2:
            length, at = number(data, at)
            value, at = data[at : at + length], at + length
        else:
            length = 4 if tag & 7 == 5 else 8
            value, at = data[at : at + length], at + length
        fields[tag >> 3].append(value)
    return fields


def entries(table, handle):
    """Yields keys and values of a block of an uncompressed LevelDB table."""
    offset, at = number(handle, 0)
    size, _ = number(handle, at)
    if table[offset + size] != 0:
        raise ValueError("the index of the saved model is compressed, which this program does not read")
    block = table[offset : offset + size]
    restarts = struct.unpack("<I", block[-4:])[0]
    at, key = 0, b""
    while at < len(block) - 4 * (restarts + 1):
        shared, at = number(block, at)
        own, at = number(block, at)
        length, at = number(block, at)
        key = key[:shared] + block[at : at + own]
        yield key, block[at + own : at + own + length]
        at += own + length


def arrays(folder):
    """Yields names and arrays of a saved model's variables."""
    table = (folder / "variables/variables.index").read_bytes()
    data = numpy.memmap(folder / "variables/variables.data-00000-of-00001", numpy.uint8, "r")
    footer = table[-48:]
    _, at = number(footer, 0)
    _, at = number(footer, at)
    for _, handle in entries(table, footer[at:]):
        for key, value in entries(table, handle):
            entry = message(value)
            if key and entry[1] == [1]:  # 32-bit floating point
                shape = [message(side)[1][0] for side in message(entry[2][0])[2]]
                start, length = (entry[4] or [0])[0], entry[5][0]
                yield key.decode().split("bert/")[-1], data[start : start + length].view(numpy.float32).reshape(shape)


def network(folder, vocabulary, out):
    published = pieces(folder)
    kept = [published[piece] for piece in pathlib.Path(vocabulary).read_text(encoding="utf-8").splitlines()]
    found = {name: array for name, array in arrays(folder)}
    state = {
        "word.weight": found["embeddings/word_embeddings"][kept],
        "place.weight": found["embeddings/position_embeddings"][:PLACES],
        "kind": found["embeddings/token_type_embeddings"][0],
        "n.weight": found["embeddings/LayerNorm/gamma"],
        "n.bias": found["embeddings/LayerNorm/beta"],
    }
    products = {"q": "attention/self/query", "k": "attention/self/key", "v": "attention/self/value",
                "o": "attention/output/dense", "i": "intermediate/dense", "d": "output/dense"}
    norms = {"n1": "attention/output/LayerNorm", "n2": "output/LayerNorm"}
    for layer in range(LAYERS):
        ours, theirs = f"layers.{layer}.", f"encoder/layer_{layer}/"
        for short, name in products.items():
            state[f"{ours}{short}.weight"] = found[f"{theirs}{name}/kernel"].T
            state[f"{ours}{short}.bias"] = found[f"{theirs}{name}/bias"]
        for short, name in norms.items():
            state[f"{ours}{short}.weight"] = found[f"{theirs}{name}/gamma"]
            state[f"{ours}{short}.bias"] = found[f"{theirs}{name}/beta"]
    state = {name: torch.tensor(numpy.ascontiguousarray(array)) for name, array in state.items()}
    model = Encoder.like(state)
    result = model.load_state_dict(state, strict=False)
    if result.unexpected_keys or set(result.missing_keys) != {"head.weight", "head.bias"}:
        raise ValueError(f"the saved model is not the expected one: {result}")
    torch.nn.init.normal_(model.head.weight, std=0.02)
    torch.nn.init.zeros_(model.head.bias)
    torch.save(model.state_dict(), out)


def main():
    what, *of = sys.argv[1:] or [""]
    if what == "vocabulary" and len(of) == 1:
        print("\n".join(pieces(pathlib.Path(of[0]))))
    elif what == "cut" and len(of) == 2:
        cut(*of)
    elif what == "network" and len(of) == 3:
        network(pathlib.Path(of[0]), *of[1:])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
