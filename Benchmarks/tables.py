"""Tables of Markdown."""
import math


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def slope(points):
    """The slope of a straight line through the logarithms of the last three points. The time of the
    first, which is that of the start, is taken off; what is below the clock's tick is left out."""
    start = points[0][1]
    pairs = [(math.log(size), math.log(time - start)) for size, time, _ in points[-3:]
             if time - start >= 0.005]
    if len(pairs) < 2:
        return float("nan")
    mean_x = sum(x for x, _ in pairs) / len(pairs)
    mean_y = sum(y for _, y in pairs) / len(pairs)
    across = sum((x - mean_x) ** 2 for x, _ in pairs)
    return sum((x - mean_x) * (y - mean_y) for x, y in pairs) / across


def curve(name, unit, points):
    rows = [[f"{size:,}", f"{time:.3f}", f"{memory:.0f}"] for size, time, memory in points]
    return (f"\n### {name}\n\n" + table([unit, "user, s", "peak, MB"], rows)
            + f"\nSlope {slope(points):.2f}.\n".replace("nan", "not to be told from the start"))
