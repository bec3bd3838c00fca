"""Writes a fine-tuned encoder as the files that the service reads.

usage: python3 export.py model.pt FOLDER

FOLDER gets encoder.onnx (weights in 8 bits, one scale per channel) and labels.txt. Needs Debian's python3-torch,
python3-onnx and python3-onnxruntime.
"""
import pathlib
import sys
import tempfile
import types

import torch

from encoder import HEADS, Encoder


def main():
    source, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    model = Encoder.of(torch.load(source))
    model.eval()
    ids = torch.randint(1, model.word.num_embeddings, (3, 17))
    present = torch.ones_like(ids)
    present[1, 9:] = 0
    with tempfile.TemporaryDirectory() as scratch:
        full = pathlib.Path(scratch) / "full.onnx"
        any_length = {0: "texts", 1: "pieces"}
        with torch.no_grad():
            torch.onnx.export(
                model, (ids, present), str(full), input_names=["input_ids", "attention_mask"], output_names=["logits"],
                dynamic_axes={"input_ids": any_length, "attention_mask": any_length, "logits": {0: "texts"}},
                opset_version=17, dynamo=False)
        quantise(full, folder / "encoder.onnx")
    (folder / "labels.txt").write_text("# the logits, in their order\n" + "".join(head + "\n" for head in HEADS))
    print(f"{folder / 'encoder.onnx'}: {(folder / 'encoder.onnx').stat().st_size / 1e6:.1f} MB")


def quantise(full, short):
    # Debian's onnx.reference registers a schema that onnxruntime also registers; it is not needed here.
    reference = types.ModuleType("onnx.reference")
    reference.ReferenceEvaluator = object
    sys.modules["onnx.reference"] = reference
    sys.modules["onnx.reference.op_run"] = types.ModuleType("onnx.reference.op_run")
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(str(full), str(short), op_types_to_quantize=["MatMul", "Gather", "Gemm"], per_channel=True,
                     reduce_range=True,  # seven bits, for the same results on CPUs with and without VNNI
                     weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True})


if __name__ == "__main__":
    main()
