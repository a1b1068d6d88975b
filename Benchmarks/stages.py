#!/usr/bin/env python3
"""Counts samples by stage.

usage: perf script -F ip,sym,dso --show-mmap-events | stages.py PROGRAM
"""
import collections, os, re, shutil, subprocess, sys

STAGES = [
    ("Sources/PageText/", "paragraphs (PageText)"),
    ("Sources/Masthead/Features/", "labels: features"),
    ("Sources/Masthead/Decoding/", "labels: decoding"),
    ("Sources/Masthead/Model/", "labels: look-up in the model"),
    ("Sources/NaiveBayes/", "arithmetic (NaiveBayes)"),
    ("Sources/Masthead/Matching/", "outlet profile: matching"),
    ("Sources/Masthead/Outlet/", "outlet profile: rest"),
    ("Sources/Masthead/Stance/", "markers"),
    ("Sources/Masthead/", "rest of the library"),
    ("Sources/MastheadCommand/Input/", "input"),
    ("Sources/MastheadCommand/Output/", "output"),
    ("Sources/", "rest of the command"),
]
LIBRARIES = [("libswiftCore", "Swift library"), ("libswift", "Swift library, other"),
             ("libFoundation", "Foundation"), ("libc.", "libc: memory, copying"),
             ("libdispatch", "Dispatch"), ("ld-linux", "loading the program")]

program = os.path.realpath(sys.argv[1])
maps, places, libraries = [], collections.Counter(), collections.Counter()
for line in sys.stdin:
    mapped = re.search(r"PERF_RECORD_MMAP2 .*\[0x([0-9a-f]+)\(0x([0-9a-f]+)\) @ (?:0x)?([0-9a-f]+) .* (/\S+)$", line)
    if mapped:
        start, size, offset = (int(mapped[n], 16) for n in (1, 2, 3))
        if os.path.realpath(mapped[4]) == program:
            maps.append((start, start + size, offset))
        continue
    sample = re.match(r"\s*([0-9a-f]+) .*\((.*)\)$", line)
    if not sample:
        continue
    address = int(sample[1], 16)
    if os.path.realpath(sample[2]) == program:
        found = [address - low + offset for low, high, offset in maps if low <= address < high]
        if found:
            places[found[0]] += 1
    else:
        libraries[sample[2]] += 1

swift = shutil.which("swiftc")
beside = os.path.join(os.path.dirname(os.path.realpath(swift)), "llvm-symbolizer") if swift else ""
symbolizer = beside if os.path.exists(beside) else "llvm-symbolizer"
# The text of the program is mapped at its address in the file.
order = list(places)
# Of code that was put into another function, the innermost comes first.
blocks = subprocess.run([symbolizer, "--obj=" + program, "--no-demangle"],
                        input="\n".join(map(hex, order)), capture_output=True, text=True).stdout.split("\n\n")
stages, files = collections.Counter(), collections.Counter()
for place, block in zip(order, blocks):
    count = places[place]
    # Code of the Swift library that was compiled into ours belongs to who called it.
    own = next((l for l in block.split("\n")[1::2] if "/Sources/" in l), None)
    if own is None:
        stages["Swift library, compiled into the program"] += count
        continue
    name = own[own.index("/Sources/") + 1:].split(":")[0]
    files[name] += count
    stages[next(title for part, title in STAGES if name.startswith(part))] += count
for library, count in libraries.items():
    base = os.path.basename(library)
    stages[next((title for part, title in LIBRARIES if base.startswith(part)), base)] += count

total = max(sum(stages.values()), 1)
print(f"{total} samples\n\n| stage | time, % |\n|---|---|")
for name, count in stages.most_common():
    print(f"| {name} | {100 * count / total:.1f} |")
print("\n| file | time, % |\n|---|---|")
for name, count in files.most_common(15):
    print(f"| `{name}` | {100 * count / total:.1f} |")
