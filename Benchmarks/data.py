#!/usr/bin/env python3
"""Makes the data of the benchmark: pages that are alike in kind, none like another.

usage: data.py FOLDER MEGABYTES

Pages are read from ../shared/corpora/pages.jsonl.gz, else from TrainingData/documents. After each
page has been used once, pages are composed: the lines of a page, in their order, of which about a
third is replaced by lines with the same label from pages of the same language. Seeded, so that the
same size gives the same bytes.
"""
import glob, gzip, json, os, random, sys

folder, size = sys.argv[1], int(float(sys.argv[2]) * 1e6)
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
shared = os.environ.get("MASTHEAD_SHARED", os.path.join(root, "..", "shared"))
corpus = os.path.join(shared, "corpora", "pages.jsonl.gz")
LABELS = ("body headline byline caption related navigation share subscription advertisement "
          "consent comments notice debris").split()


def lines():
    if os.path.exists(corpus):
        with gzip.open(corpus, "rt", encoding="utf-8") as file:
            yield from file
    else:
        for name in sorted(glob.glob(os.path.join(root, "TrainingData", "documents", "*", "*.jsonl"))):
            with open(name, encoding="utf-8") as file:
                yield from file


def page(line):
    record = json.loads(line)
    paragraphs = [(" ".join(p["text"].split()), p.get("label") or "") for p in record["paragraphs"]]
    return {"language": record.get("language", "und"), "site": record.get("site", "a.example"),
            "paragraphs": [p for p in paragraphs if p[0]]}


pages = [page(line) for line in lines()]
alike = {}
for one in pages:
    for text, label in one["paragraphs"]:
        alike.setdefault((one["language"], label), []).append(text)
dice = random.Random(6)


def composed(one):
    result = []
    for text, label in one["paragraphs"]:
        chance = dice.random()
        if chance < 0.05:
            continue
        result.append(dice.choice(alike[one["language"], label]) if chance < 0.4 else text)
    return result


os.makedirs(folder, exist_ok=True)
many = os.path.join(folder, "many")
os.makedirs(many, exist_ok=True)
written = count = 0
order = list(pages)
dice.shuffle(order)
with open(os.path.join(folder, "pages.jsonl"), "w", encoding="utf-8", newline="\n") as records, \
        open(os.path.join(folder, "pages.txt"), "w", encoding="utf-8", newline="\n") as texts:
    while written < size:
        one = order[count % len(order)]
        texts_of = [t for t, _ in one["paragraphs"]] if count < len(order) else composed(one)
        text = "\n".join(texts_of) + "\n"
        record = {"id": count, "url": f"https://{one['site']}/{count}", "text": text}
        records.write(json.dumps(record, ensure_ascii=False) + "\n")
        texts.write(text + "\n")
        # A file a page, up to as many as a command line holds.
        if count < 4000:
            with open(os.path.join(many, f"{count}.txt"), "w", encoding="utf-8") as file:
                file.write(text)
        written += len(text.encode()) + 1
        count += 1

# Lines with a label, for the peers to learn from.
with open(os.path.join(folder, "labelled.txt"), "w", encoding="utf-8", newline="\n") as file:
    for one in order:
        for text, label in one["paragraphs"]:
            if label in LABELS:
                file.write(f"__label__{label} {text}\n")
# Lines without empty ones, for the peers to predict: a line is a text of its own to them.
budget = min(size, 20_000_000)
with open(os.path.join(folder, "pages.txt"), encoding="utf-8") as source, \
        open(os.path.join(folder, "lines.txt"), "w", encoding="utf-8", newline="\n") as file:
    for line in source:
        if budget <= 0:
            break
        if line != "\n":
            file.write(line)
            budget -= len(line.encode())
source = "../shared/corpora/pages.jsonl.gz" if os.path.exists(corpus) else "TrainingData/documents"
with open(os.path.join(folder, "about.json"), "w") as file:
    json.dump({"pages": count, "source": source, "originals": len(pages)}, file)
