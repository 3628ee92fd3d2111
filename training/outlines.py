"""Makes the outlines that `entente map` draws on: report/src/main/resources/org/entente/report/map/outlines.txt.

    python3 training/outlines.py countries-50m.json report/src/main/resources/org/entente/report/map/outlines.txt

The input is `countries-50m.json` of the npm package world-atlas (2.0.2, ISC licence): Natural Earth's
admin 0 countries, 1:50 million, version 4.1, public domain, as TopoJSON. Borders that two countries share
are one arc there and stay so: they are simplified once and still fit.

Visvalingam's way of simplifying (The Cartographic Journal 30, 1993): the point that makes the smallest
triangle with its neighbours goes first, until the smallest is as large as AREA. Islands smaller than ISLAND go, except
for the largest of a country. Coordinates are rounded to 0.01 degrees. Needs nothing but Python 3.
"""

import heapq
import json
import math
import sys

AREA = 0.005  # square degrees, at the equator's scale
ISLAND = 0.02


def decode(topology):
    sx, sy = topology["transform"]["scale"]
    tx, ty = topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x += dx
            y += dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def triangle(a, b, c):
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    return area * math.cos(math.radians(b[1]))


def simplify(points, least):
    """Keeps both ends; of a ring at least two points between them, so that it stays one."""
    n = len(points)
    keep = 4 if points[0] == points[-1] else 2
    before = list(range(-1, n - 1))
    after = list(range(1, n + 1))
    alive = [True] * n
    heap = [(triangle(*points[i - 1 : i + 2]), i) for i in range(1, n - 1)]
    now = {i: area for area, i in heap}
    heapq.heapify(heap)
    left = n
    while heap and left > keep:
        area, i = heapq.heappop(heap)
        if not alive[i] or now[i] != area:
            continue
        if area >= least:
            break
        alive[i] = False
        left -= 1
        b, a = before[i], after[i]
        after[b], before[a] = a, b
        for j in (b, a):
            if 0 < j < n - 1:
                now[j] = max(area, triangle(points[before[j]], points[j], points[after[j]]))
                heapq.heappush(heap, (now[j], j))
    return [p for p, lives in zip(points, alive) if lives]


def ring_area(ring, arcs):
    points = []
    for index in ring:
        points += arcs[index] if index >= 0 else arcs[~index][::-1]
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:])) / 2
    return abs(area) * math.cos(math.radians(points[0][1]))


def number(value):
    """Zigzag, then five bits a character from the lowest, as in Google's encoded polylines."""
    value = value << 1 if value >= 0 else ~(value << 1)
    out = ""
    while value >= 0x20:
        out += chr((0x20 | value & 0x1F) + 63)
        value >>= 5
    return out + chr(value + 63)


def encode(points):
    out = []
    x = y = 0
    for i, (lon, lat) in enumerate(points):
        nx, ny = round(lon * 100), round(lat * 100)
        if i == 0 or (nx, ny) != (x, y):
            out.append(number(nx - x) + number(ny - y))
            x, y = nx, ny
    return "".join(out)


def main(source, target):
    topology = json.load(open(source, encoding="utf-8"))
    arcs = list(decode(topology))
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        if geometry["type"] is None:
            continue
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = sorted((ring for part in parts for ring in part), key=lambda r: -ring_area(r, arcs))
        rings = rings[:1] + [r for r in rings[1:] if ring_area(r, arcs) >= ISLAND]
        countries.append((geometry["properties"]["name"], rings))
    countries.sort()
    numbers = {}
    for _, rings in countries:
        for ring in rings:
            for index in ring:
                numbers.setdefault(index if index >= 0 else ~index, len(numbers))
    lines = [
        "# Countries, after Natural Earth 1:50m (public domain, naturalearthdata.com); made by training/outlines.py",
        "# First the arcs, a line each: longitude and latitude in 0.01 degrees, as an encoded polyline. Then, after an",
        "# empty line, the countries: name, then rings of arcs, ~ before one that is walked from its end.",
    ]
    points = 0
    for index in numbers:
        arc = simplify(arcs[index], AREA)
        points += len(arc)
        lines.append(encode(arc))
    lines.append("")
    for name, rings in countries:
        shown = [",".join(str(numbers[i]) if i >= 0 else "~" + str(numbers[~i]) for i in ring) for ring in rings]
        lines.append(name + "\t" + ";".join(shown))
    with open(target, "w", encoding="utf-8", newline="\n") as out:
        out.write("\n".join(lines) + "\n")
    print(f"{len(countries)} countries, {len(numbers)} arcs, {points} points")


if __name__ == "__main__":
    main(*sys.argv[1:])
