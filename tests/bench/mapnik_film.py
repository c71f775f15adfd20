"""Frames a second of the same film by Mapnik: base map cached, each frame's marks drawn on it, PNG level 1, to files. No furniture, no labels.

/usr/bin/python3 tests/bench/mapnik_film.py FRAMES

Debian's python3-mapnik belongs to Debian's own interpreter. Prints the rate, and how many marks the last frame had.
"""

import csv
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import mapnik

GEODATA = Path(__file__).resolve().parents[2] / "geodata"
WIDTH_PX, HEIGHT_PX = 1920, 1080
FILM_FRAMES = 300
FIRST, LAST = date(2018, 3, 1), date(2020, 12, 31)
ALBERS = "+proj=aea +lat_0=37.5 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +datum=NAD83 +units=m +no_defs"


def styled(world, name, symbolizer, expression=None):
    rule = mapnik.Rule()
    rule.symbols.append(symbolizer)
    if expression:
        rule.filter = mapnik.Expression(expression)
    style = mapnik.Style()
    style.rules.append(rule)
    world.append_style(name, style)


def add_base(world, layer, symbolizer):
    source = mapnik.Layer(layer)
    source.srs = "+proj=longlat +datum=NAD83 +no_defs"
    source.datasource = mapnik.CreateDatasource({"type": "ogr", "file": str(GEODATA / "us.gpkg"), "layer": layer})
    styled(world, layer, symbolizer)
    source.styles.append(layer)
    world.layers.append(source)


def line(colour, width_px):
    symbolizer = mapnik.LineSymbolizer()
    symbolizer.stroke = mapnik.Color(colour)
    symbolizer.stroke_width = width_px
    return symbolizer


def base_map():
    world = mapnik.Map(WIDTH_PX, HEIGHT_PX, ALBERS)
    world.background = mapnik.Color("#0b0e18")
    land = mapnik.PolygonSymbolizer()
    land.fill = mapnik.Color("#16192a")
    add_base(world, "states", land)
    add_base(world, "county_lines", line("#1c2138", 0.6))
    add_base(world, "state_lines", line("#3b4670", 1.0))
    world.zoom_to_box(mapnik.Box2d(-2.5e6, -1.5e6, 2.5e6, 1.5e6))
    image = mapnik.Image(WIDTH_PX, HEIGHT_PX)
    mapnik.render(world, image)
    return image, world.envelope()


def marks(world):
    """Every agency with a day, once, by that day."""
    context = mapnik.Context()
    context.push("day")
    source = mapnik.MemoryDatasource()
    days = []
    with open(GEODATA / "ring" / "agencies.csv", newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file)):
            if len(row["active_since"]) != len("2019-08-27") or not row["lat"]:
                continue
            feature = mapnik.Feature(context, number + 1)
            feature["day"] = (date.fromisoformat(row["active_since"]) - FIRST).days
            feature.geometry = mapnik.Geometry.from_wkt(f"POINT({row['lon']} {row['lat']})")
            source.add_feature(feature)
            days.append(feature["day"])
    layer = mapnik.Layer("marks")
    layer.srs = "+proj=longlat +datum=NAD83 +no_defs"
    layer.datasource = source
    layer.styles.append("marks")
    world.layers.append(layer)
    return days


def dot():
    symbolizer = mapnik.MarkersSymbolizer()
    symbolizer.fill = mapnik.Color("#ffb14e")
    symbolizer.stroke = mapnik.Color("#0b0e18")
    symbolizer.width = mapnik.Expression("9")
    symbolizer.height = mapnik.Expression("9")
    symbolizer.allow_overlap = True
    symbolizer.ignore_placement = True
    return symbolizer


def main():
    frames = int(sys.argv[1])
    base, extent = base_map()
    world = mapnik.Map(WIDTH_PX, HEIGHT_PX, ALBERS)
    days = marks(world)
    length = (LAST - FIRST).days
    # About the day on which the program's own claim is measured: 405 agencies, 27 August 2019.
    begin = round((date(2019, 8, 27) - FIRST) / timedelta(days=length) * FILM_FRAMES) - frames // 2
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        for index in range(frames):
            day = (begin + index) * length / FILM_FRAMES
            world.remove_style("marks") if index else None
            styled(world, "marks", dot(), f"[day] <= {day}")
            world.zoom_to_box(extent)
            image = mapnik.Image(WIDTH_PX, HEIGHT_PX)
            image.composite(base, mapnik.CompositeOp.src, 1.0, 0, 0)
            mapnik.render(world, image)
            image.save(f"{folder}/{index:04}.png", "png32:z=1")
        took_s = time.perf_counter() - started
    print(f"{frames / took_s:.2f} {sum(each <= day for each in days)}")


if __name__ == "__main__":
    main()
