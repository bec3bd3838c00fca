"""The second stage's network: MiniLM's six layers (all-MiniLM-L6-v2, Apache-2.0), mean pooling, one linear head."""
import torch
import torch.nn as nn
import torch.nn.functional as F

# Heads that public data teach, and heads that only the project's corpus teaches ("school-" and a category's name).
PUBLIC = ["toxic", "obscene", "threat", "insult", "identity", "sexual", "spam"]
SCHOOL = ["profanity", "threat", "threat-report", "bullying", "hate", "sexual", "self-harm", "abuse-disclosure",
          "confidential", "spam"]
HEADS = PUBLIC + ["school-" + category for category in SCHOOL]
HIDDEN, INNER, ATTENTION, LAYERS, PLACES = 384, 1536, 12, 6, 512


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.i, self.d = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.n1, self.n2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, mask):
        # Written out: on a CPU this is faster than PyTorch's own attention, and bf16 matrix products double the speed.
        b, t, _ = x.shape
        width = HIDDEN // ATTENTION
        q, k, v = (f(x).view(b, t, ATTENTION, width).transpose(1, 2) for f in (self.q, self.k, self.v))
        w = torch.matmul(q * width**-0.5, k.transpose(-1, -2)) + mask
        a = torch.matmul(torch.softmax(w, -1, dtype=w.dtype), v)
        x = self.n1(x + self.o(a.transpose(1, 2).reshape(b, t, HIDDEN)))
        return self.n2(x + self.d(F.gelu(self.i(x))))


class Encoder(nn.Module):
    def __init__(self, words):
        super().__init__()
        self.word, self.place = nn.Embedding(words, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.n = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop, self.head = nn.Dropout(0.1), nn.Linear(HIDDEN, len(HEADS))

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
        """Log-odds, in the order of HEADS."""
        return self.head(self.drop(self.pooled(self.hidden(ids, present), present)))


def pretrained(path):
    """The network as published, read out of the ONNX file of the jar that README.md names."""
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
    for i in range(LAYERS):
        for ours, theirs in parts.items():
            state[f"layers.{i}.{ours}.weight"] = product[f"/encoder/layer.{i}/{theirs}/MatMul"].t().contiguous()
            state[f"layers.{i}.{ours}.bias"] = found[f"encoder.layer.{i}.{theirs.replace('/', '.')}.bias"]
        for ours, theirs in norms.items():
            for part in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{part}"] = found[f"encoder.layer.{i}.{theirs}.LayerNorm.{part}"]
    model = Encoder(state["word.weight"].shape[0])
    result = model.load_state_dict(state, strict=False)
    assert not result.unexpected_keys and set(result.missing_keys) == {"head.weight", "head.bias"}, result
    nn.init.normal_(model.head.weight, std=0.02)
    nn.init.zeros_(model.head.bias)
    return model
