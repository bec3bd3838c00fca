"""The second stage's networks: BERT's layers, mean pooling, one linear head.

One encoder has the first six layers of multilingual BERT (base, cased, 104 languages, Apache-2.0), the other the twelve of
bge-small-en-v1.5 (MIT), which knows only English. The scout runs before them at a fraction of the cost. It has three narrow
layers, and its word embeddings start as the multilingual encoder's in their first principal directions.
"""
import collections

import torch
import torch.nn as nn
import torch.nn.functional as F

# Heads trained on public data, and heads trained only on the project's corpus ("school-" and a category's name).
PUBLIC = ["toxic", "obscene", "threat", "insult", "identity", "sexual", "spam"]
SCHOOL = ["profanity", "threat", "threat-report", "bullying", "hate", "sexual", "self-harm", "abuse-disclosure",
          "confidential", "spam"]
HEADS = PUBLIC + ["school-" + category for category in SCHOOL]
PLACES = 128  # of the multilingual encoder and the scout; a text has at most 96 pieces
Size = collections.namedtuple("Size", "hidden inner layers")
SCOUT = Size(256, 768, 3)


class Layer(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.width = 64 if size.hidden >= 768 else 32  # of one attention head
        self.q, self.k, self.v, self.o = (nn.Linear(size.hidden, size.hidden) for _ in range(4))
        self.i, self.d = nn.Linear(size.hidden, size.inner), nn.Linear(size.inner, size.hidden)
        self.n1, self.n2 = nn.LayerNorm(size.hidden, eps=1e-12), nn.LayerNorm(size.hidden, eps=1e-12)

    def forward(self, x, mask):
        # On a CPU this is faster than PyTorch's own attention, and bf16 matrix products double the speed.
        b, t, hidden = x.shape
        q, k, v = (f(x).view(b, t, hidden // self.width, self.width).transpose(1, 2) for f in (self.q, self.k, self.v))
        w = torch.matmul(q * self.width**-0.5, k.transpose(-1, -2)) + mask
        a = torch.matmul(torch.softmax(w, -1, dtype=w.dtype), v)
        x = self.n1(x + self.o(a.transpose(1, 2).reshape(b, t, hidden)))
        return self.n2(x + self.d(F.gelu(self.i(x))))


class Encoder(nn.Module):
    def __init__(self, words, size, places=PLACES):
        super().__init__()
        self.word, self.place = nn.Embedding(words, size.hidden), nn.Embedding(places, size.hidden)
        self.kind = nn.Parameter(torch.zeros(size.hidden))
        self.n = nn.LayerNorm(size.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.drop, self.head = nn.Dropout(0.1), nn.Linear(size.hidden, len(HEADS))

    @staticmethod
    def of(state):
        """Returns the network for a file of weights."""
        model = Encoder.like(state)
        model.load_state_dict(state)
        return model

    @staticmethod
    def like(state):
        """Returns a new network with the size of these weights."""
        words, hidden = state["word.weight"].shape
        layers = len({name.split(".")[1] for name in state if name.startswith("layers.")})
        places = state["place.weight"].shape[0]
        return Encoder(words, Size(hidden, state["layers.0.i.weight"].shape[0], layers), places)

    def hidden(self, ids, present):
        x = self.n(self.word(ids) + self.place.weight[: ids.shape[1]] + self.kind)
        mask = (1.0 - present[:, None, None, :].to(x.dtype)) * -10000.0
        if torch.is_autocast_enabled("cpu"):
            mask = mask.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def pooled(self, x, present):
        weight = present[:, :, None].float()
        return (x.float() * weight).sum(1) / weight.sum(1)

    def forward(self, ids, present):
        """Returns log-odds, in the order of HEADS."""
        return self.head(self.drop(self.pooled(self.hidden(ids, present), present)))


def pretrained(path):
    """Reads bge-small-en-v1.5 from the ONNX file of the jar that deploy/train fetches."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    found = {t.name: torch.tensor(numpy_helper.to_array(t)) for t in graph.initializer}
    product = {n.name: found[n.input[1]] for n in graph.node if n.op_type == "MatMul" and n.input[1] in found}
    state = {
        "word.weight": found["embeddings.word_embeddings.weight"],
        "place.weight": found["embeddings.position_embeddings.weight"],
        "kind": found["embeddings.token_type_embeddings.weight"][0],
        "n.weight": found["embeddings.LayerNorm.weight"],
        "n.bias": found["embeddings.LayerNorm.bias"],
    }
    parts = {"q": "attention/self/query", "k": "attention/self/key", "v": "attention/self/value",
             "o": "attention/output/dense", "i": "intermediate/dense", "d": "output/dense"}
    norms = {"n1": "attention.output", "n2": "output"}
    layers = {name.split(".")[2] for name in found if name.startswith("encoder.layer.")}
    for i in range(len(layers)):
        for ours, theirs in parts.items():
            state[f"layers.{i}.{ours}.weight"] = product[f"/encoder/layer.{i}/{theirs}/MatMul"].t().contiguous()
            state[f"layers.{i}.{ours}.bias"] = found[f"encoder.layer.{i}.{theirs.replace('/', '.')}.bias"]
        for ours, theirs in norms.items():
            for part in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{part}"] = found[f"encoder.layer.{i}.{theirs}.LayerNorm.{part}"]
    model = Encoder.like(state)
    result = model.load_state_dict(state, strict=False)
    assert not result.unexpected_keys and set(result.missing_keys) == {"head.weight", "head.bias"}, result
    nn.init.normal_(model.head.weight, std=0.02)
    nn.init.zeros_(model.head.bias)
    return model


def shipped(path):
    """Reads a network back from the ONNX file of export.py; its weights are as coarse as 8 bits made them."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    found = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    state = {name: torch.tensor(array) for name, array in found.items() if array.dtype == "float32" and array.ndim}

    def whole(quantised):
        base = quantised.removesuffix("_quantized")
        scale, zero = found[base + "_scale"], found[base + "_zero_point"]
        return torch.tensor((found[quantised].astype("float32") - zero.astype("float32")) * scale)

    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in found:
            layer = node.name.removesuffix("_quant").removesuffix("/MatMul").removesuffix("/Gemm_MatMul")
            state[layer.strip("/").replace("/", ".") + ".weight"] = whole(node.input[1]).t().contiguous()
        elif node.op_type == "Gather" and node.input[0].endswith("_quantized"):
            state[node.input[0].removesuffix("_quantized")] = whole(node.input[0])
    state = {name: array for name, array in state.items() if not name.endswith("_scale")}
    return Encoder.of(state)


def network(path):
    """Reads a network to go on from: a .pt of finetune.py, the published ONNX file, or one that ships."""
    if not path.endswith(".onnx"):
        return Encoder.of(torch.load(path))
    import onnx

    quantised = any(t.name.endswith("_quantized") for t in onnx.load(path).graph.initializer)
    return shipped(path) if quantised else pretrained(path)


def scout(state):
    """Returns a small, untrained network with the word embeddings of a large one."""
    model = Encoder(state["word.weight"].shape[0], SCOUT)
    _, _, directions = torch.pca_lowrank(state["word.weight"], SCOUT.hidden, center=False)
    with torch.no_grad():
        for name in ("word", "place"):
            projected = state[name + ".weight"] @ directions
            getattr(model, name).weight.copy_(projected)
    return model
