"""Polygons and boundary lines of the United States from the TopoJSON file of npm `us-atlas`.

Everything is worked out on the file's own integer grid, so that neighbours share the very same points; degrees
appear only at the end. A *segment* is the sorted pair of the grid points that it joins.
"""
import collections
import itertools
import json
import math

USPS = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC", "12": "FL",
    "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY", "22": "LA", "23": "ME",
    "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT", "31": "NE", "32": "NV", "33": "NH",
    "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI",
    "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI",
    "56": "WY", "60": "AS", "66": "GU", "69": "MP", "72": "PR", "78": "VI",
}


def read_atlas(text):
    """TopoJSON text to {"states": areas, "counties": areas, "degrees": function, "notes": lines of text}.

    Areas are sorted by geoid; each is a dict of geoid, name, state (USPS code) and polygons, a list of lists of
    rings, the outer ring first. Rings are open lists of grid points, outer ones anticlockwise, holes clockwise.
    An area of which the atlas keeps no polygon is left out and noted.
    """
    topology = json.loads(text)
    arcs = [decoded_arc(arc) for arc in topology["arcs"]]
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]

    def degrees(point):
        return point[0] * scale[0] + translate[0], point[1] * scale[1] + translate[1]

    atlas = {"degrees": degrees, "notes": []}
    for name in ("states", "counties"):
        areas = sorted((decoded_area(geometry, arcs) for geometry in topology["objects"][name]["geometries"]),
                       key=lambda area: area["geoid"])
        atlas[name] = [area for area in areas if area["polygons"]]
        empty = [f"{area['geoid']} {area['name']}" for area in areas if not area["polygons"]]
        atlas["notes"].append(f"{name}: {len(atlas[name])}; without a shape in the atlas: {', '.join(empty) or 'none'}")
    return atlas


def state_boxes(atlas):
    """{USPS code: (west, south, east, north) in degrees} of the states."""
    boxes = {}
    for area in atlas["states"]:
        lons, lats = zip(*(atlas["degrees"](p) for polygon in area["polygons"] for ring in polygon for p in ring))
        boxes[area["state"]] = min(lons), min(lats), max(lons), max(lats)
    return boxes


def decoded_arc(steps):
    """Delta-coded steps to grid points."""
    return list(itertools.accumulate((tuple(step) for step in steps), lambda p, d: (p[0] + d[0], p[1] + d[1])))


def decoded_area(geometry, arcs):
    """One TopoJSON geometry to an area as read_atlas() describes it."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    decoded = (decoded_polygon(rings, arcs) for rings in polygons)
    return {"geoid": geometry["id"], "name": geometry["properties"]["name"], "state": USPS[geometry["id"][:2]],
            "polygons": [polygon for polygon in decoded if polygon]}


def decoded_polygon(ring_arcs, arcs):
    """Rings of arc numbers to rings of grid points; an empty list if the outer ring enclosed nothing."""
    rings = [without_spikes(joined_arcs(numbers, arcs)) for numbers in ring_arcs]
    if not rings[0]:
        return []
    return [wound(ring, is_outer=number == 0) for number, ring in enumerate(rings) if ring]


def joined_arcs(numbers, arcs):
    """The points of a ring, those where arcs meet repeated; ~n stands for arc n backwards."""
    points = []
    for number in numbers:
        points += arcs[number] if number >= 0 else arcs[~number][::-1]
    return points


def without_spikes(ring):
    """The ring without repeated points and without lines that go out and straight back; [] if nothing is left.

    The atlas was simplified after it was cut into arcs, which left arcs of no length and lines run over twice.
    """
    kept = []
    for point in ring:
        if len(kept) > 1 and kept[-2] == point:
            kept.pop()
        elif not kept or kept[-1] != point:
            kept.append(point)
    while len(kept) > 2:  # the same, where the end of the list meets its start
        if kept[0] in kept[-2:]:
            kept.pop()
        elif kept[1] == kept[-1]:
            kept.pop(0)
        else:
            break
    return kept if len(kept) > 2 else []


def wound(ring, is_outer):
    """The ring turned anticlockwise if it is an outer one, else clockwise."""
    doubled_area = sum(p[0] * q[1] - q[0] * p[1] for p, q in closed_pairs(ring))
    return ring if (doubled_area > 0) == is_outer else ring[::-1]


def closed_pairs(ring):
    """Each point of an open ring with the next, and the last with the first."""
    return zip(ring, ring[1:] + ring[:1])


def segment_owners(areas, key):
    """{segment: set of area[key] of the areas that it bounds}."""
    owners = collections.defaultdict(set)
    for area in areas:
        for ring in itertools.chain.from_iterable(area["polygons"]):
            for p, q in closed_pairs(ring):
                owners[min(p, q), max(p, q)].add(area[key])
    return owners


def boundary_lines(atlas):
    """{"county_lines" | "state_lines" | "coast_lines": list of lines}, lines being lists of grid points."""
    counties, states = segment_owners(atlas["counties"], "geoid"), segment_owners(atlas["counties"], "state")
    segments = {
        "county_lines": [s for s in counties if len(counties[s]) > 1 and len(states[s]) == 1],
        "state_lines": [s for s in counties if len(states[s]) > 1],
        "coast_lines": [s for s in counties if len(counties[s]) == 1],
    }
    return {layer: stitched(found, atlas["degrees"]) for layer, found in segments.items()}


def stitched(segments, degrees):
    """Segments to as few long lines as may be: where they meet, those that run straightest are joined in pairs."""
    meeting = collections.defaultdict(list)
    for p, q in sorted(segments):
        meeting[p].append(q)
        meeting[q].append(p)
    onward = {}
    for point, others in meeting.items():
        for a, b in straightest_pairs(point, others, degrees):
            onward[a, point] = b
            onward[b, point] = a
    loose_ends = [(p, q) for p in sorted(meeting) for q in sorted(meeting[p]) if (q, p) not in onward]
    lines, used = [], set()
    for p, q in loose_ends + sorted(segments):  # what is left after the open lines are closed loops
        if (min(p, q), max(p, q)) not in used:
            lines.append(followed(p, q, onward, used))
    return lines


def straightest_pairs(point, others, degrees):
    """Disjoint pairs of the neighbours of a point, those first whose lines through it turn least."""
    x, y = degrees(point)
    away = {}
    for other in others:
        dx, dy = degrees(other)[0] - x, degrees(other)[1] - y
        length = math.sqrt(dx * dx + dy * dy)
        away[other] = dx / length, dy / length
    pairs = sorted(itertools.combinations(sorted(others), 2),
                   key=lambda ab: (away[ab[0]][0] * away[ab[1]][0] + away[ab[0]][1] * away[ab[1]][1], ab))
    free = set(others)
    for a, b in pairs:
        if a in free and b in free:
            free -= {a, b}
            yield a, b


def followed(p, q, onward, used):
    """The line that begins with the points p, q; its segments are added to `used`."""
    line = [p, q]
    used.add((min(p, q), max(p, q)))
    while (line[-2], line[-1]) in onward:
        after = onward[line[-2], line[-1]]
        segment = min(line[-1], after), max(line[-1], after)
        if segment in used:
            break
        used.add(segment)
        line.append(after)
    return line
