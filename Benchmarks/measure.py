#!/usr/bin/env python3
"""Runs masthead and its peers side by side and writes what they took.

usage: measure.py DATA PEERS MASTHEAD STATIC RESULTS

The programs take turns, round after round, so that what else the machine does hits all of them
alike. What counts is the user time of the processor: on a busy machine the time of day says nothing.
"""
import json, os, platform, statistics, subprocess, sys, time

from tables import curve, table
from workloads import STARTS, curves, pairs, programs, startups

data, peers, masthead, static, results = sys.argv[1:6]
ROUNDS = int(os.environ.get("MASTHEAD_ROUNDS", "5"))
STREAM = 1e6 * float(os.environ.get("MASTHEAD_STREAM_MB", "1000"))
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")


# A process of its own that starts a program, small because the peak of memory of a child is at least
# what its parent had when it started it.
STARTER = """
import json, os, sys, time
start = time.monotonic()
null = os.open(os.devnull, os.O_RDWR)
child = os.fork()
if child == 0:
    for number in range(3): os.dup2(null, number)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(child, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime, used.ru_stime,
                  time.monotonic() - start, used.ru_maxrss / 1000]))
"""


def run(arguments, folder=None):
    """User and system seconds, seconds of the clock, and the peak of memory in MB."""
    answer = subprocess.run([sys.executable, "-I", "-S", "-c", STARTER, *arguments], check=True,
                            capture_output=True, env=ENVIRONMENT, cwd=folder)
    status, user, system, clock, memory = json.loads(answer.stdout)
    # 1 is an answer of 'clean': no article.
    if status not in (0, 1):
        sys.exit(f"benchmark: failed with {status}: {arguments[:8]}")
    return {"user": user, "system": system, "clock": clock, "memory": memory}


def rounds(works):
    """The results of each work, by name, all works taking turns."""
    found = {work.name: [] for work in works}
    for number in range(ROUNDS):
        for work in works if number % 2 == 0 else reversed(works):
            found[work.name].append(run(work.arguments, work.folder))
    return found


def median(runs, key):
    return statistics.median(r[key] for r in runs)


def spread(runs, key):
    """Half the distance between the quartiles in percent of the median."""
    values = sorted(r[key] for r in runs)
    if len(values) < 3 or median(runs, key) == 0:
        return 0
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return 50 * (high - low) / median(runs, key)


def version(arguments):
    try:
        return subprocess.run(arguments, capture_output=True, text=True).stdout.split("\n")[0]
    except OSError:
        return "none"


def text_of(path):
    try:
        with open(path) as file:
            return file.read().strip()
    except OSError:
        return ""


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((l.split(":")[1].strip() for l in file if l.startswith("model name")), "?")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return [["machine", f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} "
                        f"{platform.release()}"],
            ["load when it began", f"{load:.1f} processes"],
            ["commit", version(["git", "describe", "--always", "--dirty"])],
            ["masthead", version([masthead, "--version"])],
            ["Swift", version(["swift", "--version"])],
            ["wc", version(["wc", "--version"])],
            ["fastText", text_of(f"{peers}/fasttext.version") or "none"],
            ["scikit-learn", text_of(f"{peers}/sklearn.version") or "none"]]


def stream():
    """Whether a stream with one bad record in a thousand gives the same rows on two threads, through
    a pipe, as on one, and marks the bad ones and no other. The pages come again and again until the
    stream is long enough."""
    damaged, rows = f"{data}/damaged.jsonl", [f"{data}/rows{n}" for n in (1, 2)]
    count = bad = 0
    with open(f"{data}/pages.jsonl", "rb") as source, open(damaged, "wb") as file:
        for line in source:
            count += 1
            if count % 1000 == 7:
                bad += 1
                line = line[:len(line) // 2] + b"\n"
            file.write(line)
    size = os.path.getsize(damaged)
    times = max(1, round(STREAM / size))
    peaks = []
    for threads, name in zip("12", rows):
        # The peak of a shell is that of the largest program that it ran.
        used = run(["bash", "-c", 'for ((i = $5; i > 0; i--)); do cat "$1"; done | '
                    '"$2" clean -i jsonl -f jsonl -j "$3" > "$4"',
                    "stream", damaged, masthead, threads, name, str(times)])
        peaks.append(used["memory"])
    same = subprocess.run(["cmp", "-s", *rows]).returncode == 0
    with open(rows[0], "rb") as file:
        marked = [b'"error":' in line[:200] for line in file]
    right = len(marked) == count * times and all(
        m == (n % count % 1000 == 6) for n, m in enumerate(marked))
    for name in (damaged, *rows):
        os.remove(name)
    return (f"\n## Stream\n\n{size * times / 1e6:.0f} MB of JSON Lines through a pipe, {count * times} records, "
            f"{bad * times} of them "
            f"cut off: {'the same bytes' if same else '**other bytes**'} on one thread and on two, "
            f"with {peaks[0]:.0f} and {peaks[1]:.0f} MB of memory at most; "
            f"{'those and no others are marked' if right else '**the marks are wrong**'}.\n")


def main():
    about = json.loads(text_of(f"{data}/about.json"))
    facts = machine()
    sections = [
        "# Results\n\nWritten by `Benchmarks/run`; see `Documentation/benchmarks.md` for what is "
        "measured and how.\n\n",
        table(["", ""], facts),
        f"\n{about['pages']} pages composed from {about['originals']} of `{about['source']}`; "
        f"{ROUNDS} rounds.\n",
    ]
    missing = text_of(f"{peers}/missing")
    if missing:
        sections.append(f"\nLeft out:\n\n```text\n{missing}\n```\n")
    works = programs(data, peers, masthead)
    found = rounds(works)
    rows = []
    for work in works:
        runs = found[work.name]
        size = os.path.getsize(work.measured)
        user = median(runs, "user")
        rows.append([work.name, f"{size / 1e6:.0f}", f"{user:.2f}", f"± {spread(runs, 'user'):.0f} %",
                     f"{size / 1e6 / user:.0f}" if user else "–",
                     f"{median(runs, 'system'):.2f}", f"{median(runs, 'memory'):.0f}"])
    sections.append("\n## Programs\n\n" + table(
        ["program", "input, MB", "user, s", "spread", "MB/s", "system, s", "peak, MB"], rows))

    rows = []
    for pair in pairs:
        if pair.ours not in found or pair.theirs not in found:
            rows.append([pair.ours, pair.theirs, "–", f"{pair.target:g}", "not measured"])
            continue
        # Rounds are compared one by one, then the middle one is taken.
        ratios = [theirs[pair.key] / max(ours[pair.key], 1e-3)
                  for ours, theirs in zip(found[pair.ours], found[pair.theirs])]
        ratio = statistics.median(ratios)
        rows.append([pair.ours, pair.theirs, f"{ratio:.2f} ({min(ratios):.2f}–{max(ratios):.2f})",
                     f"{pair.target:g}", "yes" if ratio >= pair.target else "no"])
    sections.append("\n## Ratios\n\nHow many times as fast the first is as the second, both on the same "
                    "bytes: median of the rounds, lowest and highest. User time, save for two cores, "
                    "which are compared by the clock.\n\n" + table(
                        ["program", "against", "ratio", "target", "reached"], rows))

    starts = rounds(startups(masthead, static))
    times = {name: (median(runs, "user") + median(runs, "system")) / STARTS
             for name, runs in starts.items()}
    rows = [[name, f"{1000 * time:.2f}", f"{time / max(times['true'], 1e-5):.1f}"]
            for name, time in times.items()]
    sections.append(f"\n## Start-up\n\nUser and system time of {STARTS} starts, divided by {STARTS}.\n\n"
                    + table(["program", "ms", "× `true`"], rows))

    sections.append(stream())
    sections.append("\n## Growth\n\nThe slope is that of the logarithm of time against that of size, over the "
                    "last three points, less the time of the first point: 1 is linear.\n")
    for one in curves(data, masthead):
        points = []
        for point in one.points:
            best = min((run(point.arguments) for _ in range(1 + ROUNDS // 5)),
                       key=lambda r: r["user"])
            points.append((point.size, best["user"], best["memory"]))
        sections.append(curve(one.name, one.unit, points))
    with open(results, "w", encoding="utf-8") as file:
        file.write("".join(sections))


main()
