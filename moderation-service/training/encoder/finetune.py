"""Fine-tunes the second stage on token ids that the product's own tokenizer wrote.

usage: python3 finetune.py --rows rows.jsonl --out model.pt --start base.onnx|shipped.onnx|model.pt [--minutes 40] [--rate 5e-5]
                           [--epochs 1] [--corpus 2] [--public 1.0] [--new PREFIX,...] [--old 1.0] [--scout]

A line of rows.jsonl: {"id": "en-threat-0012", "language": "en", "ids": [...], "post": [...], "split": "train", "public": false, "targets": {"school-threat": 1, ...}}, with targets
named as in encoder.HEADS; missing ones are unknown. Learns only from the split 'train' and measures on 'dev' after each
epoch. --corpus repeats the project's own rows, --public takes that share of the public ones. --new PREFIX names the rows that a
start model has not seen, by the beginning of their ids; of the others --old takes that share. --scout trains a scout, which
takes its word embeddings from the start model.
Needs Debian's python3-torch, python3-onnx, python3-numpy (PyTorch 2.6, run with the system's own Python).
"""
import argparse
import json
import random
import time

import torch
import torch.nn.functional as F

from encoder import HEADS, network, scout

MOST_TOKENS = 2048  # per batch, padding included
MOST_ROWS = 96
WARM_UP = 120  # steps
RARE = {"threat", "identity", "sexual"}  # weighted by 1.5
SEED = 5
MOST_PIECES = 96  # as in WordPieces
# In an epoch, the share KEPT of the rows with a post keeps one, and the share SWAPPED of these gets another row's; the
# others have none. The share LENT of the rows without a post gets another row's. Nearly all ordinary rows have posts
# and harmful ones seldom do; having a post must not mean harmless.
KEPT, SWAPPED, LENT = 0.5, 0.1, 0.4


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--start", required=True)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--corpus", type=int, default=2)
    parser.add_argument("--public", type=float, default=1.0)
    parser.add_argument("--new", default="")
    parser.add_argument("--old", type=float, default=1.0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--scout", action="store_true")
    return parser.parse_args()


def read(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            targets = torch.tensor([float(row["targets"].get(head, -1)) for head in HEADS])
            yield row["id"], row["language"], row["split"], row["public"], row["ids"], row["post"], targets


def with_post(ids, post):
    """Returns the ids with a post, the text cut to make room, as the product does."""
    over = max(0, len(ids) + len(post) - MOST_PIECES)
    end = ids.index(ids[-1])  # the first [SEP] closes the text
    return ids[: end - over] + ids[end:] + post


def under_posts(rows, chance):
    """Returns the rows' ids with posts, as they are drawn for one epoch."""
    posts = {}
    for language, _, post, _ in rows:
        if post:
            posts.setdefault(language, []).append(post)
    for language, ids, post, targets in rows:
        others = posts.get(language) or posts.get("en", [])
        drawn = chance.random()
        if post:
            above = post if drawn < KEPT * (1 - SWAPPED) else chance.choice(others) if drawn < KEPT else []
        else:
            above = chance.choice(others) if others and drawn < LENT else []
        yield with_post(ids, above), targets


def batches(rows, chance):
    """Returns batches of rows of similar length, in random order."""
    rows = list(rows)
    chance.shuffle(rows)
    made = []
    for start in range(0, len(rows), 6000):
        batch, longest = [], 0
        for row in sorted(rows[start : start + 6000], key=lambda r: len(r[0]) + chance.random()):
            longest_now = max(longest, len(row[0]))
            if batch and (longest_now * (len(batch) + 1) > MOST_TOKENS or len(batch) >= MOST_ROWS):
                made.append(batch)
                batch, longest_now = [], len(row[0])
            batch.append(row)
            longest = longest_now
        if batch:
            made.append(batch)
    chance.shuffle(made)
    return made


def tensors(batch):
    longest = max(len(ids) for ids, _ in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    present = torch.zeros(len(batch), longest)
    for i, (row, _) in enumerate(batch):
        ids[i, : len(row)] = torch.tensor(row)
        present[i, : len(row)] = 1
    return ids, present, torch.stack([targets for _, targets in batch])


def area(scores, labels):
    """Returns the area under the ROC curve; ties count half."""
    order = torch.argsort(scores)
    s, y = scores[order], labels[order]
    ranks = torch.arange(1, len(s) + 1, dtype=torch.double)
    values, inverse, counts = torch.unique(s, return_inverse=True, return_counts=True)
    mean = torch.zeros(len(values), dtype=torch.double).index_add_(0, inverse, ranks) / counts
    positive = y.sum().item()
    negative = len(y) - positive
    if positive == 0 or negative == 0:
        return float("nan")
    return ((mean[inverse] * y).sum().item() - positive * (positive + 1) / 2) / (positive * negative)


def report(model, rows, title):
    model.eval()
    scores, targets = [], []
    with torch.no_grad():
        for batch in batches(rows, random.Random(1)):
            ids, present, y = tensors(batch)
            with torch.autocast("cpu", torch.bfloat16):
                hidden = model.hidden(ids, present)
            scores.append(model.head(model.pooled(hidden, present)))
            targets.append(y)
    model.train()
    s, y = torch.cat(scores), torch.cat(targets)
    parts = []
    for head, name in enumerate(HEADS):
        known = y[:, head] >= 0
        if (y[known, head] == 1).any():
            parts.append(f"{name} {area(s[known, head], y[known, head]):.3f}")
    print(f"{title} ({len(rows)} rows), area under the curve: " + ", ".join(parts), flush=True)


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    public, own, old, dev_public, dev_own = [], [], [], [], []
    unseen = tuple(args.new.split(","))
    for name, language, split, from_public, ids, post, targets in read(args.rows):
        if split == "train":
            row = language, ids, post, targets
            (public if from_public else own if name.startswith(unseen) else old).append(row)
        elif split == "dev":
            (dev_public if from_public else dev_own).append((with_post(ids, post), targets))
    model = network(args.start)
    head_is_new = not model.head.bias.any()
    if args.scout:
        model = scout(model.state_dict())
    model.train()
    weight = torch.tensor([1.5 if name in RARE or name.startswith("school-") else 1.0 for name in HEADS])
    named = [(n, p) for n, p in model.named_parameters() if not n.startswith("head")]
    optimizer = torch.optim.AdamW(
        [{"params": [p for _, p in named if p.ndim > 1], "weight_decay": 0.01, "times": 1},
         {"params": [p for _, p in named if p.ndim <= 1], "weight_decay": 0.0, "times": 1},
         {"params": list(model.head.parameters()), "weight_decay": 0.0, "times": 10 if head_is_new and not args.scout else 2}],
        lr=args.rate, fused=True)
    began, step, loss_now, tokens = time.time(), 0, None, 0
    steps = None
    for epoch in range(args.epochs):
        share = chance.sample(public, int(len(public) * args.public)) + chance.sample(old, int(len(old) * args.old))
        made = batches(under_posts(share + own * args.corpus, chance), chance)
        steps = steps or len(made) * args.epochs
        for batch in made:
            gone = max((time.time() - began) / (args.minutes * 60), step / steps)
            if gone >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = args.rate * group["times"] * min(1, step / WARM_UP) * max(0.02, 1 - gone)
            ids, present, y = tensors(batch)
            known = (y >= 0).float() * weight
            with torch.autocast("cpu", torch.bfloat16):
                hidden = model.hidden(ids, present)
            logits = model.head(model.drop(model.pooled(hidden, present)))
            losses = F.binary_cross_entropy_with_logits(logits, y.clamp(min=0), reduction="none")
            loss = (losses * known).sum() / known.sum()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            loss_now = loss.item() if loss_now is None else 0.98 * loss_now + 0.02 * loss.item()
            tokens += int(present.sum())
            step += 1
            if step % 50 == 0:
                seconds = time.time() - began
                print(f"epoch {epoch + 1} step {step} of {steps}, {seconds:.0f} s, loss {loss_now:.4f},"
                      f" {tokens / seconds:.0f} tokens/s", flush=True)
        torch.save(model.state_dict(), args.out)
        for rows, title in ((dev_own, "corpus"), (dev_public, "public")):
            if rows:
                report(model, rows, title)


if __name__ == "__main__":
    main()
