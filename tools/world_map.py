#!/usr/bin/env python3
"""world_map.py countries-110m.json world.bin: packs the coasts and borders of the whole world.

The lines are those of Natural Earth (naturalearthdata.com, 1:110 million, public domain) in the edition of the npm package
`world-atlas` 2.0.2, which knows the arcs that countries share:

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python3 tools/world_map.py package/countries-110m.json crates/griot-history/assets/world.bin

An arc of two countries is a border, an arc of one is a coast. The file is a run of unsigned LEB128 numbers: how many units
a degree has; then for borders and again for coasts, how many paths there are; for each path how many points it has, and
for each point its longitude and latitude in units, told as the difference from the point before it in the file (the
first from nought) and folded so that small differences of either sign are small numbers: 0, -1, 1, -2, 2 …
`crates/griot-history/src/map/world.rs` reads it. Needs Python and nothing else.
"""
import json, sys
from collections import Counter

UNITS = 40


def arcs(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def uses(topology):
    """How many countries each arc bounds."""
    bounded = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        rings = {"Polygon": country["arcs"], "MultiPolygon": sum(country["arcs"], [])}[country["type"]]
        bounded.update({arc if arc >= 0 else ~arc for ring in rings for arc in ring})
    return bounded


def whole(points):
    """The runs of a path between which it leaves the map at one side and comes in at the other."""
    run = []
    for lon, lat in points:
        if run and abs(lon - run[-1][0]) > 180:
            yield run
            run = []
        run.append((lon, lat))
    yield run


def in_units(run):
    points = []
    for lon, lat in run:
        point = (round(lon * UNITS), round(lat * UNITS))
        if not points or points[-1] != point:
            points.append(point)
    return points


def joined(paths):
    """Paths that go on where another ends, as one: an arc ends wherever three countries meet."""
    paths = [list(path) for path in paths]
    starts = {}
    for path in paths:
        starts.setdefault(path[0], []).append(path)
    gone, out = set(), []
    for path in paths:
        if id(path) in gone:
            continue
        gone.add(id(path))
        while True:
            following = [it for it in starts.get(path[-1], []) if id(it) not in gone]
            if not following:
                break
            gone.add(id(following[0]))
            path = path + following[0][1:]
        out.append(path)
    return out


def number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def main():
    topology = json.load(open(sys.argv[1]))
    bounded = uses(topology)
    kinds = {True: [], False: []}
    for index, arc in enumerate(arcs(topology)):
        if bounded[index]:
            kinds[bounded[index] > 1] += [path for path in map(in_units, whole(arc)) if len(path) > 1]
    out = bytearray(number(UNITS))
    last = (0, 0)
    for is_border in (True, False):
        paths = joined(kinds[is_border])
        out += number(len(paths))
        for path in paths:
            out += number(len(path))
            for point in path:
                for now, before in zip(point, last):
                    step = now - before
                    out += number(2 * step if step >= 0 else -2 * step - 1)
                last = point
        print("borders" if is_border else "coasts", len(paths), "paths", sum(map(len, paths)), "points")
    open(sys.argv[2], "wb").write(out)
    print(len(out), "bytes")


main()
