#!/usr/bin/python3
"""Fine-tunes bge-small-en-v1.5 on core strings and writes an int8 ONNX file that Entente runs.

    ./entente-tools train                       (fetches what it needs and calls this)
    finetune.py CORES BGE TOKENIZER FOLDER [--folds N] [--seed N]

CORES      rows of `id <tab> gold|own <tab> TYPE[|TYPE] <tab> group <tab> core`, as `entente-tools cores` writes them
BGE        bge-small-en-v1.5.onnx with 32-bit weights
TOKENIZER  its tokenizer.json
FOLDER     takes deep.onnx, folds.tsv with out-of-fold log probabilities of the gold rows, and scores.tsv with those of
           all rows by the whole model in 32 bits

First the own sentences alone (no label of the gold rows), then gold and own together; for each fold of the gold rows
(grouped by sentence) the second step is done without it. Needs PyTorch, NumPy and ONNX: python3-torch, python3-numpy
and python3-onnx of Debian.
"""
import argparse
import copy
import json
import math
import random
import sys
import time
import unicodedata
import zlib

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional as F

TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
         "SANCTION MOBILIZE COERCE ASSAULT").split()
LAYERS, WIDTH, HEADS = 12, 384, 12
PAD, SOURCE, TARGET, UNKNOWN, CLS, SEP = 0, 1, 2, 100, 101, 102
LONGEST = 64


class WordPiece:
    """Uncased BERT word pieces; [s] and [t] are two entries that BERT left unused."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.vocab = json.load(file)["model"]["vocab"]

    def pieces(self, word):
        if word == "[s]":
            return [SOURCE]
        if word == "[t]":
            return [TARGET]
        word = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        found = []
        for part in self.split(word):
            found += self.part(part)
        return found

    @staticmethod
    def split(word):
        parts, current = [], ""
        for c in word:
            if unicodedata.category(c)[0] in "PS":
                if current:
                    parts.append(current)
                parts.append(c)
                current = ""
            else:
                current += c
        return parts + [current] if current else parts

    def part(self, part):
        found, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start and ("##" if start else "") + part[start:end] not in self.vocab:
                end -= 1
            if end == start:
                return [UNKNOWN]
            found.append(self.vocab[("##" if start else "") + part[start:end]])
            start = end
        return found

    def ids(self, text):
        ids = [CLS]
        for word in text.split(" "):
            ids += self.pieces(word)
        return ids[: LONGEST - 1] + [SEP]


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask, -1)
        a = (self.drop(a) @ v).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(a)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Relations(nn.Module):
    def __init__(self, entries):
        super().__init__()
        self.words = nn.Embedding(entries, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.head_drop = nn.Dropout(0.2)
        self.head = nn.Linear(4 * WIDTH, len(TYPES))

    def forward(self, ids):
        there = (ids != PAD).float()
        mask = (1 - there)[:, None, None, :] * -10000.0
        x = self.words(ids) + self.places.weight[: ids.shape[1]]
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(self.head_drop(self.pool(x, ids, there)))

    @staticmethod
    def pool(x, ids, there):
        def mean(which):
            which = which.unsqueeze(-1)
            return (x * which).sum(1) / which.sum(1).clamp(min=1)

        return torch.cat([x[:, 0], mean(there), mean((ids == SOURCE).float()), mean((ids == TARGET).float())], -1)

    @staticmethod
    def from_onnx(path, vocab, used):
        """With the rows `used` of the table of words only: the others would not be trained."""
        graph = onnx.load(path).graph
        arrays = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
        dense = [arrays[n.input[1]] for n in graph.node if n.op_type == "MatMul" and n.input[1] in arrays]
        model = Relations(len(used))
        with torch.no_grad():
            words = arrays["embeddings.word_embeddings.weight"]
            for marker, like in ((SOURCE, ("country", "government", "source")), (TARGET, ("country", "government", "target"))):
                words[marker] = torch.stack([words[vocab[w]] for w in like]).mean(0)
            model.words.weight.copy_(words[used])
            model.places.weight.copy_(arrays["embeddings.position_embeddings.weight"][:LONGEST]
                                      + arrays["embeddings.token_type_embeddings.weight"][0])
            model.norm.weight.copy_(arrays["embeddings.LayerNorm.weight"])
            model.norm.bias.copy_(arrays["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(model.layers):
                name = f"encoder.layer.{i}."
                q, k, v, out, up, down = dense[6 * i: 6 * i + 6]
                layer.qkv.weight.copy_(torch.cat([q, k, v], 1).T)
                layer.qkv.bias.copy_(torch.cat([arrays[name + f"attention.self.{p}.bias"] for p in ("query", "key", "value")]))
                for part, weight, bias in ((layer.out, out, "attention.output.dense"), (layer.up, up, "intermediate.dense"),
                                           (layer.down, down, "output.dense")):
                    part.weight.copy_(weight.T)
                    part.bias.copy_(arrays[name + bias + ".bias"])
                for part, at in ((layer.norm1, "attention.output.LayerNorm"), (layer.norm2, "output.LayerNorm")):
                    part.weight.copy_(arrays[name + at + ".weight"])
                    part.bias.copy_(arrays[name + at + ".bias"])
        model.places.weight.requires_grad = False
        return model


def batches(rows, size, chance):
    """Rows of about one length together, the batches in random order."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]) + chance.random() * 3)
    groups = [order[i: i + size] for i in range(0, len(order), size)]
    chance.shuffle(groups)
    return groups


def padded(rows):
    length = max(len(r[0]) for r in rows)
    return torch.tensor([r[0] + [PAD] * (length - len(r[0])) for r in rows])


def train(model, rows, epochs, rate, seed, name):
    """rows: (ids, allowed types, weight)."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    counts = np.zeros(len(TYPES))
    for _, types, weight in rows:
        counts[types] += weight / len(types)
    balance = torch.tensor(np.clip(np.sqrt(counts.mean() / np.maximum(counts, 1)), 0.5, 2.5), dtype=torch.float32)
    body = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith("head.")]
    optimizer = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": model.head.parameters(), "lr": rate * 10}],
                                  weight_decay=0.01, **({"fused": True} if torch.__version__ >= "2.4" else {}))
    steps = epochs * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0.02, 1 - s / steps))
    model.train()
    start, step = time.time(), 0
    for epoch in range(epochs):
        total = 0.0
        for group in batches(rows, BATCH, chance):
            chosen = [rows[i] for i in group]
            allowed = torch.zeros(len(chosen), len(TYPES), dtype=torch.bool)
            for i, row in enumerate(chosen):
                allowed[i, row[1]] = True
            weight = torch.tensor([r[2] for r in chosen]) * torch.stack([balance[r[1]].mean() for r in chosen])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=BF16):
                logits = model(padded(chosen)).float()
            log = torch.log_softmax(logits, -1)
            right = torch.logsumexp(log.masked_fill(~allowed, -1e4), -1)
            loss = ((-0.95 * right - 0.05 * log.mean(-1)) * weight).sum() / weight.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            total += loss.item()
            if sys.stderr.isatty() or step % 100 == 0:
                rate_now = step / (time.time() - start)
                print(f"\r{name}: {step}/{steps} steps, {rate_now * BATCH:.0f} rows/s, {(steps - step) / rate_now:.0f} s left ",
                      end="" if sys.stderr.isatty() else "\n", file=sys.stderr)
        print(f"{name}: epoch {epoch + 1}/{epochs}, loss {total / math.ceil(len(rows) / BATCH):.3f}", file=sys.stderr)
    return model


def probabilities(model, rows):
    model.eval()
    found = np.zeros((len(rows), len(TYPES)))
    with torch.no_grad():
        for i in range(0, len(rows), 32):
            found[i: i + 32] = torch.log_softmax(model(padded(rows[i: i + 32])), -1).numpy()
    return found


def export(model, used, base, path):
    """Writes the model with weights of 7 bits (a whole byte each, so that no processor overflows) and one row a call."""
    weights, nodes = [], []

    def put(name, array, kind=None):
        weights.append(numpy_helper.from_array(np.array(array, dtype=kind or np.float32, order="C"), name))
        return name

    def node(kind, inputs, output, domain="", **attributes):
        nodes.append(onnx.helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def quantized(array, axis):
        scale = np.maximum(np.abs(array).max(axis=axis, keepdims=True), 1e-8) / 63
        return np.clip(np.rint(array / scale), -63, 63).astype(np.int8), scale.astype(np.float32)

    def dense(x, layer, name):
        whole, scale = quantized(layer.weight.detach().numpy().T, 0)
        zero = np.zeros(scale.shape[1], np.int8)
        return node("DynamicQuantizeMatMul", [
            x, put(name + ".weight", whole, np.int8), put(name + ".scale", scale[0]), put(name + ".zero", zero, np.int8),
            put(name + ".bias", layer.bias.detach().numpy())], name, "com.microsoft")

    def norm(x, layer, name):
        return node("LayerNormalization", [x, put(name + ".gain", layer.weight.detach().numpy()),
                                           put(name + ".shift", layer.bias.detach().numpy())], name, axis=-1, epsilon=1e-12)

    table = numpy_helper.to_array(next(i for i in onnx.load(base).graph.initializer if i.name == "embeddings.word_embeddings.weight")).copy()
    table[used] = model.words.weight.detach().numpy()
    whole, scale = quantized(table, 1)
    words = node("Gather", [put("words", whole, np.int8), "ids"], "words.rows")
    words = node("Cast", [words], "words.float", to=onnx.TensorProto.FLOAT)
    words = node("Mul", [words, node("Gather", [put("words.scale", scale), "ids"], "words.rows.scale")], "words.values")
    length = node("Gather", [node("Shape", ["ids"], "shape"), put("one", np.array(1), np.int64)], "length")
    places = node("Range", [put("zero", np.array(0), np.int64), length, "one"], "numbers")
    places = node("Gather", [put("places", model.places.weight.detach().numpy()), places], "places.rows")
    x = norm(node("Add", [words, places], "input"), model.norm, "norm")
    for i, layer in enumerate(model.layers):
        name = f"layer{i}"
        parts = []
        for j, part in enumerate(("query", "key", "value")):
            piece = nn.Linear(WIDTH, WIDTH)
            piece.weight.data = layer.qkv.weight[j * WIDTH: (j + 1) * WIDTH]
            piece.bias.data = layer.qkv.bias[j * WIDTH: (j + 1) * WIDTH]
            parts.append(dense(x, piece, f"{name}.{part}"))
        a = node("MultiHeadAttention", parts, name + ".attention", "com.microsoft", num_heads=HEADS)
        x = norm(node("Add", [x, dense(a, layer.out, name + ".out")], name + ".sum1"), layer.norm1, name + ".norm1")
        up = node("Gelu", [dense(x, layer.up, name + ".up")], name + ".gelu", "com.microsoft")
        x = norm(node("Add", [x, dense(up, layer.down, name + ".down")], name + ".sum2"), layer.norm2, name + ".norm2")
    first = node("Gather", [x, "zero"], "first", axis=1)
    pooled = [first, node("ReduceMean", [x], "mean", axes=[1], keepdims=0)]
    for name, marker in (("source", SOURCE), ("target", TARGET)):
        here = node("Equal", ["ids", put(name, np.array(marker), np.int64)], name + ".here")
        here = node("Unsqueeze", [node("Cast", [here], name + ".float", to=onnx.TensorProto.FLOAT),
                                  put(name + ".axis", np.array([2]), np.int64)], name + ".mask")
        total = node("ReduceSum", [node("Mul", [x, here], name + ".only"), put(name + ".axis1", np.array([1]), np.int64)],
                     name + ".sum", keepdims=0)
        count = node("Max", [node("ReduceSum", [here, name + ".axis1"], name + ".count", keepdims=0),
                             put(name + ".least", np.array(1.0))], name + ".times")
        pooled.append(node("Div", [total, count], name + ".mean"))
    node("Gemm", [node("Concat", pooled, "pooled", axis=1), put("head", model.head.weight.detach().numpy()),
                  put("head.bias", model.head.bias.detach().numpy())], "scores", transB=1)
    graph = onnx.helper.make_graph(
        nodes, "relations", [onnx.helper.make_tensor_value_info("ids", onnx.TensorProto.INT64, [1, "length"])],
        [onnx.helper.make_tensor_value_info("scores", onnx.TensorProto.FLOAT, [1, len(TYPES)])], weights)
    made = onnx.helper.make_model(graph, producer_name="entente", opset_imports=[
        onnx.helper.make_opsetid("", 17), onnx.helper.make_opsetid("com.microsoft", 1)])
    made.ir_version = 8
    onnx.save(made, path)


BATCH = 32
BF16 = True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("cores", "bge", "tokenizer", "folder"):
        parser.add_argument(name)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--only", default="", help="some folds and no model, as 0,3")
    parser.add_argument("--start", help="own.pt of an earlier run on the same cores")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="results are the same bytes for one number only")
    parser.add_argument("--epochs", default="4,3", help="on own sentences, then on all")
    parser.add_argument("--rates", default="1.4e-4,1e-4", help="highest rate of each step")
    parser.add_argument("--own", type=float, default=0.5, help="weight of an own sentence in the second step")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    pieces = WordPiece(options.tokenizer)
    rows = []
    with open(options.cores, encoding="utf-8") as file:
        for line in file:
            name, kind, types, group, core = line.rstrip("\n").split("\t")
            rows.append((name, kind, [TYPES.index(t) for t in types.split("|")], group, pieces.ids(core)))
    used = sorted({i for r in rows for i in r[4]} | {PAD, SOURCE, TARGET, UNKNOWN})
    compact = {piece: i for i, piece in enumerate(used)}
    if used[: TARGET + 1] != [PAD, SOURCE, TARGET]:
        raise AssertionError("markers must stay where they are")
    rows = [r[:4] + ([compact[i] for i in r[4]],) for r in rows]
    own = [(r[4], r[2], options.own) for r in rows if r[1] == "own"]
    gold = [r for r in rows if r[1] == "gold"]
    print(f"{len(gold)} gold rows, {len(own)} own, seed {options.seed}", file=sys.stderr)
    first, second = (int(e) for e in options.epochs.split(","))
    rate1, rate2 = (float(r) for r in options.rates.split(","))
    torch.manual_seed(options.seed)
    base = Relations.from_onnx(options.bge, pieces.vocab, used)
    if options.start:
        base.load_state_dict(torch.load(options.start))
    elif first:
        train(base, [(r[0], r[1], 1.0) for r in own], first, rate1, options.seed, "own sentences")
        torch.save(base.state_dict(), options.folder + "/own.pt")
    zero = probabilities(base, [(r[4],) for r in gold])
    report("own sentences only", gold, zero)
    result = np.zeros((len(gold), len(TYPES)))
    done = np.zeros(len(gold), bool)
    for fold in range(options.folds):
        if options.only and str(fold) not in options.only.split(","):
            continue
        inside = [zlib.crc32(r[3].encode()) % options.folds == fold for r in gold]
        model = copy.deepcopy(base)
        part = [(r[4], r[2], 1.0) for r, i in zip(gold, inside) if not i]
        train(model, part + own, second, rate2, options.seed, f"fold {fold + 1}")
        found = probabilities(model, [(r[4],) for r in gold])
        for i, held in enumerate(inside):
            if held:
                result[i], done[i] = found[i], True
        report(f"fold {fold + 1}", [g for g, d in zip(gold, done) if d], result[done])
    with open(options.folder + "/folds.tsv", "w", encoding="utf-8") as out:
        out.write("id\t" + "\t".join(TYPES) + "\n")
        for row, logs, d in zip(gold, result, done):
            if d:
                out.write(row[0] + "\t" + "\t".join(f"{v:.3f}" for v in logs) + "\n")
    if not options.only:
        train(base, [(r[4], r[2], 1.0) for r in gold] + own, second, rate2, options.seed, "all rows")
        torch.save(base.state_dict(), options.folder + "/all.pt")
        base.eval()
        export(base, used, options.bge, options.folder + "/deep.onnx")
        with open(options.folder + "/scores.tsv", "w", encoding="utf-8") as out:
            for row, logs in zip(rows, probabilities(base, [(r[4],) for r in rows])):
                out.write(row[0] + "\t" + "\t".join(f"{v:.3f}" for v in logs) + "\n")


def report(name, gold, logs):
    roots = [t if t not in ("CONCEDE", "RETREAT") else "YIELD" for t in TYPES]
    names = sorted(set(roots))
    p = np.exp(logs)
    by_root = np.stack([p[:, [i for i, r in enumerate(roots) if r == n]].sum(1) for n in names], 1)
    said = [names[i] for i in by_root.argmax(1)]
    right = [roots[r[2][0]] for r in gold]
    f1 = []
    for n in names:
        hit = sum(a == b == n for a, b in zip(said, right))
        f1.append(2 * hit / max(1, said.count(n) + right.count(n)))
    accuracy = np.mean([a == b for a, b in zip(said, right)])
    print(f"{name}: macro-F1 {np.mean(f1):.3f}, accuracy {accuracy:.3f}, {len(gold)} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
