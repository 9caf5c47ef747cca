"""From trained weights to the files that the package ships.

    python -m training.export READER.pt OUT [--float]

Writes encoder.onnx (weights in eight bits unless --float) and one graph a head (weights kept as float16, computed in
float32), vocab.txt and model.json with a version that is a hash of the weights."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn
from torch.export import Dim

from parley.encoder.links import EDGE_SIZES, LINK_SIZES
from training.encoder import BASE
from training.model import Reader, saved

SMALL = 4096
"""Weights with fewer numbers than this are kept as they are."""
BLOCK = 64
"""Numbers of a column of weights that share a scale; a row of activations is cut likewise."""
INT8 = 4
"""onnxruntime's accuracy level that multiplies in eight bits."""


def graphs(reader: Reader) -> dict[str, tuple[nn.Module, dict[str, Tensor], dict[str, dict[int, Dim]]]]:
    """For each file its module, an example of its inputs and which of their axes vary."""
    texts, length, words, pairs = Dim("texts"), Dim("length", max=512), Dim("words"), Dim("pairs")
    whole = torch.ones(3, 17, dtype=torch.long)
    states, few = torch.zeros(19, reader.encoder.width), torch.zeros(7, dtype=torch.long)
    at = torch.arange(19) % 3
    ends = {"first": {0: pairs}, "last": {0: pairs}}
    encode = {
        "pieces": whole,
        "mask": whole,
        "looks": torch.zeros(3, 17, 3, dtype=torch.long),
        "rows": at,
        "columns": at,
    }
    free = {"pieces": {0: texts, 1: length}, "mask": {0: texts, 1: length}, "looks": {0: texts, 1: length}}
    free |= {"rows": {0: words}, "columns": {0: words}}
    one = {"states": {0: words}}
    both = one | {name: {0: pairs} for name in ("anchor", "first", "last", "looks")}
    links = {"states": states, "anchor": few, "first": few, "last": few}
    found = {
        "encoder": (reader.encoder, encode, free),
        "taggers": (reader.taggers, {"states": states}, one),
        "links": (
            reader.links,
            links | {"looks": torch.zeros(7, len(LINK_SIZES), dtype=torch.long), "row": few, "column": few},
            both | {"row": {0: pairs}, "column": {0: pairs}},
        ),
        "edges": (reader.edges, links | {"looks": torch.zeros(7, len(EDGE_SIZES), dtype=torch.long)}, both),
        "labels": (reader.labels, {"states": states, "kind": at}, one | {"kind": {0: words}}),
        "kinds": (reader.kinds, {"states": states, "first": few, "last": few}, one | ends),
    }  # fmt: skip
    # Two inputs that are one tensor would be exported as one input.
    return {
        name: (module, {key: value.clone() for key, value in given.items()}, free)
        for name, (module, given, free) in found.items()
    }


def halve(path: Path) -> None:
    """Keep large float weights as float16 and widen them when the model is loaded."""
    model = onnx.load(path)
    casts = []
    for weight in model.graph.initializer:
        if weight.data_type != onnx.TensorProto.FLOAT or np.prod(weight.dims) < SMALL:
            continue
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weight).astype(np.float16), name + ".half"))
        casts.append(helper.make_node("Cast", [name + ".half"], [name], to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
    onnx.save(model, path)


def quantise(path: Path, out: Path) -> None:
    """Keep weights in eight bits, those of products by blocks, those of the wordpieces' embeddings by rows.

    One scale for a whole tensor of activations, as dynamic quantisation has it, costs 2.7 points of dev's mean
    (docs/decisions/0017)."""
    model = onnx.load(path)
    products = MatMulNBitsQuantizer(model, bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=INT8)
    products.process()
    model = products.model.model
    for weight in [one for one in model.graph.initializer if one.data_type == onnx.TensorProto.FLOAT]:
        for gather in [one for one in model.graph.node if one.op_type == "Gather" and one.input[0] == weight.name]:
            if np.prod(weight.dims) >= SMALL:
                _by_rows(model.graph, weight, gather)
    onnx.save(model, out)


def _by_rows(graph: onnx.GraphProto, weight: onnx.TensorProto, gather: onnx.NodeProto) -> None:
    """Replace a table of floats by one of bytes and a scale a row."""
    rows = numpy_helper.to_array(weight)
    scale = np.maximum(np.abs(rows).max(1, keepdims=True) / 127, np.finfo(np.float16).tiny).astype(np.float16)
    small, at, out = weight.name, gather.input[1], gather.output[0]
    nodes = []
    for name, kept in (("bytes", np.round(rows / scale).astype(np.int8)), ("scale", scale)):
        graph.initializer.append(numpy_helper.from_array(kept, f"{small}.{name}"))
        nodes.append(helper.make_node("Gather", [f"{small}.{name}", at], [f"{out}.{name}"], axis=0))
        nodes.append(helper.make_node("Cast", [f"{out}.{name}"], [f"{out}.{name}.float"], to=onnx.TensorProto.FLOAT))
    nodes.append(helper.make_node("Mul", [f"{out}.bytes.float", f"{out}.scale.float"], [out]))
    place = list(graph.node).index(gather)
    graph.node.remove(gather)
    for node in reversed(nodes):
        graph.node.insert(place, node)
    graph.initializer.remove(weight)


def strip(path: Path) -> None:
    """Leave out what the exporter notes of the machine and the source files that it ran on."""
    model = onnx.load(path)
    parts = [model, model.graph, *model.graph.node, *model.graph.initializer, *model.graph.value_info]
    for part in [*parts, *model.graph.input, *model.graph.output]:
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    onnx.save(model, path)


def export(reader: Reader, out: Path, quantised: bool) -> None:
    """Write all graphs."""
    reader.cpu().eval()
    with tempfile.TemporaryDirectory() as folder:
        for name, (module, given, free) in graphs(reader).items():
            raw = Path(folder) / f"{name}.onnx"
            torch.onnx.export(
                module, kwargs=given, f=raw, input_names=list(given), output_names=["out"], dynamic_shapes=free,
                dynamo=True, external_data=False, verbose=False,
            )  # fmt: skip
            if name == "encoder" and quantised:
                quantise(raw, out / raw.name)
            else:
                if name != "encoder":
                    halve(raw)
                shutil.copy(raw, out / raw.name)
            strip(out / raw.name)


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    reader = saved(args.weights)
    export(reader, args.out, not args.float)
    shutil.copy(BASE / "vocab.txt", args.out / "vocab.txt")
    version = hashlib.sha256(args.weights.read_bytes()).hexdigest()[:12]
    (args.out / "model.json").write_text(json.dumps({"version": version}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
