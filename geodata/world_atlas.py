"""Land, coasts and boundaries of the world from the TopoJSON file of npm `world-atlas` (Natural Earth, 1:50 million).

The package has taken away the cuts that Natural Earth makes at the 180th meridian: its rings run over it. Here they are cut
again, so that every edge runs straight in degrees, as users of GeoPackages expect.
"""
import collections
import json

import us_atlas

POLE_DEG = 90.0


def read_world(text):
    """TopoJSON text of countries-50m.json to {"land": polygons, "country_lines": lines, "coast_lines": lines}.

    Polygons are lists of open rings, the outer one first; rings and lines are lists of (lon, lat) in degrees.
    """
    topology = json.loads(text)
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [[(x * scale[0] + translate[0], y * scale[1] + translate[1]) for x, y in us_atlas.decoded_arc(arc)]
            for arc in topology["arcs"]]
    owners = collections.Counter(arc for geometry in topology["objects"]["countries"]["geometries"]
                                 for arc in set(arcs_of(geometry)))
    found = {"country_lines": [arcs[n] for n in sorted(owners) if owners[n] > 1],
             "coast_lines": [arcs[n] for n in sorted(owners) if owners[n] == 1]}
    lines = {name: [piece for arc in some for piece in cut_line(arc)] for name, some in found.items()}
    land = topology["objects"]["land"]["geometries"][0]
    rings = [[[p for n in ring for p in joined(arcs, n)] for ring in polygon] for polygon in land["arcs"]]
    return {"land": [piece for polygon in rings for piece in cut_polygon(polygon)], **lines}


def arcs_of(geometry):
    """The numbers of all arcs of a country, whichever way they run."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [n if n >= 0 else ~n for polygon in polygons for ring in polygon for n in ring]


def joined(arcs, number):
    """An arc's points but for the last, which is the next arc's first."""
    return (arcs[number] if number >= 0 else arcs[~number][::-1])[:-1]


def unwrapped(points):
    """The points with longitudes that run on over the 180th meridian, the short way from each to the next."""
    out = points[:1]
    for before, point in zip(points, points[1:]):
        east = point[0] - before[0]
        east -= 360.0 * round(east / 360.0) if abs(east) > 180.0 else 0.0
        out.append((out[-1][0] + east, point[1]))
    return out


def cut_polygon(rings):
    """A polygon that may run over the 180th meridian, or round a pole, to polygons between -180 and 180 degrees."""
    closed = []
    for ring in rings:
        run = unwrapped(ring + ring[:1])
        if abs(run[-1][0] - run[0][0]) > 180.0:  # it goes round the pole that it is nearer to
            pole = POLE_DEG if sum(lat for _, lat in ring) > 0 else -POLE_DEG
            closed.append(run + [(run[-1][0], pole), (run[0][0], pole)])
        else:
            closed.append(run[:-1])
    pieces = []
    for turn in (-360.0, 0.0, 360.0):
        cut = [cut_ring([(lon + turn, lat) for lon, lat in ring]) for ring in closed]
        if cut[0]:
            pieces.append([us_atlas.wound(ring, number == 0) for number, ring in enumerate(cut) if ring])
    return pieces


def cut_ring(ring):
    """What of a ring lies between -180 and 180 degrees (Sutherland and Hodgman); [] if nothing does."""
    for sign in (1.0, -1.0):
        kept = []
        for a, b in zip(ring[-1:] + ring[:-1], ring):
            past_a, past_b = sign * a[0] - 180.0, sign * b[0] - 180.0
            if (past_a <= 0.0) != (past_b <= 0.0):
                share = past_a / (past_a - past_b)
                kept.append((sign * 180.0, a[1] + (b[1] - a[1]) * share))
            if past_b <= 0.0:
                kept.append(b)
        ring = kept
    ring = [p for before, p in zip(ring[-1:] + ring[:-1], ring) if p != before]
    return ring if len({lon for lon, _ in ring}) > 1 and len(ring) > 2 else []


def cut_line(points):
    """A line to the parts that do not run over or along the 180th meridian."""
    parts, part = [], points[:1]
    for a, b in zip(points, points[1:]):
        if abs(a[0]) >= 179.9999 and abs(b[0]) >= 179.9999:
            parts.append(part)
            part = [b]
        elif abs(b[0] - a[0]) > 180.0:
            side = 180.0 if a[0] > 0.0 else -180.0
            beyond = b[0] + 2.0 * side
            lat = a[1] + (b[1] - a[1]) * (side - a[0]) / (beyond - a[0]) if beyond != a[0] else a[1]
            parts += [part + [(side, lat)]]
            part = [(-side, lat), b]
        else:
            part.append(b)
    parts.append(part)
    without_repeats = ([p for i, p in enumerate(part) if i == 0 or p != part[i - 1]] for part in parts)
    return [part for part in without_repeats if len(part) > 1]
