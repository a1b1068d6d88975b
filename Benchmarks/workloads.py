"""What is measured."""
import glob, os, subprocess
from dataclasses import dataclass


@dataclass
class Work:
    name: str
    arguments: list
    # The file whose size counts.
    measured: str
    folder: str = None


@dataclass
class Pair:
    ours: str
    theirs: str
    target: float
    key: str = "user"


@dataclass
class Point:
    size: int
    arguments: list


@dataclass
class Curve:
    name: str
    unit: str
    points: list


# So many that the clock of the processor, which ticks in milliseconds, can tell.
STARTS = 20

pairs = [
    Pair("clean, text", "wc -w, text", 1.0),
    Pair("clean, JSON Lines", "wc -w, JSON Lines", 1.0),
    Pair("label, text", "wc -w, text", 0.4),
    Pair("label with profile and markers", "wc -w, JSON Lines", 0.4),
    Pair("clean, the peers' lines", "fastText", 10),
    Pair("clean, the peers' lines", "scikit-learn", 40),
    Pair("clean, JSON Lines, 2 threads", "clean, JSON Lines", 1.7, "clock"),
    Pair("label with profile and markers, 2 threads", "label with profile and markers", 1.7, "clock"),
    Pair("clean, many files, 2 threads", "clean, many files", 1.7, "clock"),
]


def programs(data, peers, masthead):
    text, records, lines = (f"{data}/{n}" for n in ("pages.txt", "pages.jsonl", "lines.txt"))
    many = sorted(os.listdir(f"{data}/many"))
    total = f"{data}/many.txt"
    with open(total, "wb") as file:
        for name in many:
            with open(f"{data}/many/{name}", "rb") as one:
                file.write(one.read())
    works = [
        Work("wc -w, text", ["wc", "-w", text], text),
        Work("wc -w, JSON Lines", ["wc", "-w", records], records),
        Work("clean, text", [masthead, "clean", "-j", "1", text], text),
        Work("clean, JSON Lines", [masthead, "clean", "-j", "1", "-f", "jsonl", records], records),
        # A text of many pages is read in windows, which have neither profile nor markers.
        Work("label, text", [masthead, "label", "-j", "1", "-f", "tsv", text], text),
        Work("label with profile and markers",
             [masthead, "label", "-j", "1", "-f", "jsonl", records], records),
        Work("clean, JSON Lines, 2 threads",
             [masthead, "clean", "-j", "2", "-f", "jsonl", records], records),
        Work("label with profile and markers, 2 threads",
             [masthead, "label", "-j", "2", "-f", "jsonl", records], records),
        Work("clean, many files", [masthead, "clean", "-j", "1", "-f", "jsonl", *many], total,
             folder=f"{data}/many"),
        Work("clean, many files, 2 threads",
             [masthead, "clean", "-j", "2", "-f", "jsonl", *many], total, folder=f"{data}/many"),
        Work("clean, the peers' lines", [masthead, "clean", "-j", "1", lines], lines),
    ]
    if os.path.exists(f"{peers}/fasttext.bin"):
        works.append(Work("fastText", [f"{peers}/fasttext", "predict", f"{peers}/fasttext.bin", lines],
                          lines))
    if os.path.exists(f"{peers}/sklearn.pickle"):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "naive_bayes.py")
        works.append(Work("scikit-learn", [f"{peers}/python/bin/python", script, "predict",
                                           f"{peers}/sklearn.pickle", lines], lines))
    return works


def startups(masthead, static):
    def work(name, command):
        return Work(name, ["sh", "-c", f"for i in $(seq {STARTS}); do {command}; done"], "")

    works = [work("true", "/bin/true"), work("masthead --version", f"{masthead} --version")]
    if os.path.exists(static):
        page = "Documentation/examples/page.txt"
        works += [work("masthead --version, static", f"{static} --version"),
                  work("masthead clean page.txt, static", f"{static} clean {page}")]
    return works


def curves(data, masthead):
    """The growth curves, one after the other; each makes its files and takes them away."""
    most = int(float(os.environ.get("MASTHEAD_CURVE_MB", "256")) * 1e6)
    scratch = f"{data}/curve"
    with open(f"{data}/pages.txt", "rb") as file:
        block = file.read(32_000_000)

    def point(size, arguments, pieces):
        with open(scratch, "wb") as file:
            for piece in pieces:
                file.write(piece)
        return Point(size, arguments + [scratch])

    def text(size):
        for start in range(0, size, len(block)):
            yield block[:min(len(block), size - start)]

    def steps(first, last, factor):
        while first <= last:
            yield first
            first *= factor

    clean = [masthead, "clean", "-j", "1", "-i", "text"]
    label = [masthead, "label", "-j", "1", "-f", "tsv", "-i", "jsonl"]
    yield Curve("Bytes of text, `clean`", "bytes",
                (point(n, clean, text(n)) for n in steps(1 << 10, most, 8)))
    yield Curve("Bytes of a single line, `clean`", "bytes",
                (point(n, clean, (p.replace(b"\n", b" ") for p in text(n)))
                 for n in steps(1 << 13, most, 8)))
    yield Curve("Paragraphs of a page, `label`", "paragraphs",
                (point(n, label, [b'{"text":"', b"Ein Satz steht hier, und er ist lang.\\n" * n, b'"}\n'])
                 for n in steps(1, min(most // 38, 1_000_000), 10)))
    yield Curve("Words of a paragraph, `label`", "words",
                (point(n, label, [b'{"paragraphs":[{"text":"', b"Wort " * n, b'"}]}\n'])
                 for n in steps(1, min(most // 5, 10_000_000), 10)))
    yield Curve("Empty lines, `clean`", "lines",
                (point(n, clean, [b"\n" * n]) for n in steps(1_000, min(most, 10_000_000), 10)))
    yield Curve("Bytes of the model, `label` on 4 MB", "bytes", list(models(data, masthead)))
    os.remove(scratch)


def models(data, masthead):
    """Models of a part of the training data, each four times as much as the one before."""
    folder = f"{data}/models"
    sample = f"{data}/sample.jsonl"
    with open(f"{data}/pages.jsonl", "rb") as source, open(sample, "wb") as file:
        while file.tell() < 4_000_000 and (line := source.readline()):
            file.write(line)
    for keep in (64, 16, 4, 1):
        subprocess.run(["rm", "-rf", folder], check=True)
        subprocess.run(["cp", "-r", "TrainingData", folder], check=True)
        table = f"{folder}/counts/labels.tsv"
        with open(table, encoding="utf-8") as file:
            lines = file.read().splitlines()
        terms = ("words\t", "bigrams\t", "affixes\t", "phrases\t")
        kept = [line for number, line in enumerate(lines)
                if not line.startswith(terms) or number % keep == 0]
        with open(table, "w", encoding="utf-8") as file:
            file.write("\n".join(kept) + "\n")
        for name in glob.glob(f"{folder}/documents/*/*.jsonl"):
            with open(name, "rb") as file:
                documents = file.readlines()
            with open(name, "wb") as file:
                file.writelines(documents[::keep])
        model = f"{data}/model"
        subprocess.run([masthead, "train", folder, "--force", "-o", model], check=True,
                       stderr=subprocess.DEVNULL)
        yield Point(os.path.getsize(model), [masthead, "label", "-j", "1", "-f", "jsonl", "-m", model,
                                             sample])
