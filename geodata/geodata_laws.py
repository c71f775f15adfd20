"""What must hold in us.gpkg and world.gpkg, checked on the files as they were written."""
import collections
import math

from osgeo import ogr

EARTH_KM = 6371.0088
AREA_TOLERANCE = 0.001
LINE_LAYERS = ("county_lines", "state_lines", "coast_lines")


def broken_laws(path):
    """One line of text for each law that us.gpkg breaks."""
    package = ogr.Open(path)
    return [*ring_faults(package), *area_faults(package), *line_faults(package)]


# All land is some 149 million km2; Natural Earth leaves out Antarctica's ice shelves (1.5) and the Caspian Sea (0.4).
WORLD_LAND_KM2 = 146e6, 148e6


def broken_world_laws(path):
    """One line of text for each law that world.gpkg breaks."""
    package = ogr.Open(path)
    land_km2 = sum(ring_km2(ring) for _, ring, _ in rings_of(package.GetLayer("land")))
    if not WORLD_LAND_KM2[0] < land_km2 < WORLD_LAND_KM2[1]:
        yield f"the land is {land_km2 / 1e6:.1f} million km2"
    for _, ring, _ in rings_of(package.GetLayer("land")):
        if len(ring) < 4 or ring[0] != ring[-1] or any(abs(lon) > 180 or abs(lat) > 90 for lon, lat in ring):
            yield "a ring is open or leaves the globe"
    for name in ("country_lines", "coast_lines"):
        for feature in package.GetLayer(name):
            edges = [edge for line in feature.GetGeometryRef() for edge in edges_of(line.GetPoints())]
            if any(abs(q[0] - p[0]) > 180 for p, q in edges):
                yield f"{name}: a line runs round the globe"
            if any(abs(p[0]) >= 180 and abs(q[0]) >= 180 for p, q in edges):
                yield f"{name}: a line runs along the 180th meridian"


def rings_of(layer):
    """(feature, ring as a list of points, whether it is an outer one) of each ring in a layer of MultiPolygons."""
    for feature in layer:
        for polygon in feature.GetGeometryRef():
            for number in range(polygon.GetGeometryCount()):
                yield feature, polygon.GetGeometryRef(number).GetPoints(), number == 0


def ring_faults(package):
    """Rings are closed, repeat no point in a row, and outer ones run anticlockwise."""
    for name in ("states", "counties"):
        for feature, ring, is_outer in rings_of(package.GetLayer(name)):
            repeats = any(p == q for p, q in zip(ring, ring[1:]))
            if len(ring) < 4 or ring[0] != ring[-1] or repeats or (ring_km2(ring) > 0) != is_outer:
                yield f"{name} {feature['geoid']}: a ring is open, repeats a point or runs the wrong way"


def ring_km2(ring):
    """Area enclosed on a sphere, positive if anticlockwise; edges run straight in longitude and sine of latitude."""
    doubled = sum(math.radians(q[0] - p[0]) * (2 + math.sin(math.radians(p[1])) + math.sin(math.radians(q[1])))
                  for p, q in zip(ring, ring[1:]))
    return -doubled / 2 * EARTH_KM ** 2


def area_faults(package):
    """The counties of a state together are as large as the state."""
    km2 = {name: collections.Counter() for name in ("states", "counties")}
    for name, sums in km2.items():
        for feature, ring, _ in rings_of(package.GetLayer(name)):
            sums[feature["geoid"][:2]] += ring_km2(ring)
    for geoid, area in km2["states"].items():
        if abs(km2["counties"][geoid] - area) > AREA_TOLERANCE * area:
            yield f"state {geoid}: {area:.0f} km2, but its counties {km2['counties'][geoid]:.0f} km2"


def line_faults(package):
    """The lines are the boundaries, each stretch once, and none runs along the 180th meridian."""
    edges = {name: {edge for _, ring, _ in rings_of(package.GetLayer(name)) for edge in edges_of(ring)}
             for name in ("states", "counties")}
    drawn = {name: [edge for feature in package.GetLayer(name) for line in feature.GetGeometryRef()
                    for edge in edges_of(line.GetPoints())] for name in LINE_LAYERS}
    every = sum(drawn.values(), [])
    if len(every) != len(set(every)):
        yield "a boundary is drawn twice"
    if set(every) != edges["counties"]:
        yield "the lines are not the boundaries of the counties"
    if set(drawn["state_lines"] + drawn["coast_lines"]) != edges["states"]:
        yield "state_lines and coast_lines are not the boundaries of the states"
    if any(abs(p[0]) >= 180 and abs(q[0]) >= 180 for p, q in every):
        yield "a line runs along the 180th meridian"


def edges_of(points):
    """The edges of a line or ring, each as its sorted pair of points."""
    return [(min(p, q), max(p, q)) for p, q in zip(points, points[1:])]
