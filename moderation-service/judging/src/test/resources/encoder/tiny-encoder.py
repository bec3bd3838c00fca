"""Makes the tests' encoder: a text's logit for a label is 8 for each time that the label's word is in it, less 4.

A text with the word "boom" makes it fail. Run in this folder with the packages onnx and numpy; writes tiny/encoder.onnx.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

vocabulary = open("tiny/vocabulary.txt", encoding="utf-8").read().split("\n")
words = ["knife", "loser"]
ids = [vocabulary.index(w) for w in words]
poison = vocabulary.index("boom")


def constant(name, values, kind):
    return numpy_helper.from_array(np.array(values, dtype=kind), name)


graph = helper.make_graph(
    [
        helper.make_node("Unsqueeze", ["input_ids", "last"], ["one_each"]),
        helper.make_node("Equal", ["one_each", "words"], ["is_word"]),
        helper.make_node("Cast", ["is_word"], ["hits"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["attention_mask", "last"], ["mask_each"]),
        helper.make_node("Cast", ["mask_each"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["hits", "mask"], ["counted"]),
        helper.make_node("ReduceSum", ["counted", "pieces"], ["sums"], keepdims=0),
        helper.make_node("Equal", ["input_ids", "poison"], ["is_poison"]),
        helper.make_node("Cast", ["is_poison"], ["place"], to=TensorProto.INT64),
        helper.make_node("Gather", ["table_of_one", "place"], ["looked_up"]),
        helper.make_node("ReduceMax", ["looked_up"], ["nought"], axes=[1], keepdims=1),
        helper.make_node("Mul", ["sums", "eight"], ["scaled"]),
        helper.make_node("Sub", ["scaled", "four"], ["shifted"]),
        helper.make_node("Add", ["shifted", "nought"], ["logits"]),
    ],
    "tiny",
    [helper.make_tensor_value_info(n, TensorProto.INT64, ["b", "t"]) for n in ("input_ids", "attention_mask")],
    [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["b", len(words)])],
    [
        constant("last", [2], np.int64),
        constant("pieces", [1], np.int64),
        constant("words", ids, np.int64),
        constant("poison", poison, np.int64),
        constant("table_of_one", [0.0], np.float32),
        constant("eight", 8.0, np.float32),
        constant("four", 4.0, np.float32),
    ],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model)
onnx.save(model, "tiny/encoder.onnx")
