#!/usr/bin/python3
"""Makes standard_time.csv from the tz database as Debian's package tzdata has it (/usr/share/zoneinfo).

    make_standard_time.py            writes standard_time.csv beside this file
"""
import csv
import datetime
import pathlib
import re

ZONEINFO = pathlib.Path("/usr/share/zoneinfo")
# As zic takes them, and tzdata.zi has them: cut as short as they stay apart.
MONTHS = {"Ja": 1, "F": 2, "Mar": 3, "Ap": 4, "May": 5, "Jun": 6, "Jul": 7, "Au": 8, "S": 9, "O": 10, "N": 11, "D": 12}


def main():
    until = ends_of_local_mean_time((ZONEINFO / "tzdata.zi").read_text())
    rows = []
    for line in (ZONEINFO / "zone1970.tab").read_text().splitlines():
        if line.startswith("#"):
            continue
        countries, coordinates, zone = line.split("\t")[:3]
        lat, lon = degrees(coordinates)
        if zone in until:
            area, place = zone.split("/", 1)
            rows.append([until[zone], place.replace("_", " "), area, countries.split(",")[0], zone, f"{lon:.4f}", f"{lat:.4f}"])
    out = pathlib.Path(__file__).resolve().parent / "standard_time.csv"
    with out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("first_day name area country zone lon lat".split())
        writer.writerows(sorted(rows))


def degrees(coordinates):
    """ISO 6709 (+4230+00131, or with seconds) to latitude and longitude."""
    parts = re.fullmatch(r"([+-])(\d\d)(\d\d)(\d\d)?([+-])(\d{3})(\d\d)(\d\d)?", coordinates).groups()
    angle = lambda sign, d, m, s: (int(d) + int(m) / 60 + int(s or 0) / 3600) * (-1 if sign == "-" else 1)
    return angle(*parts[:4]), angle(*parts[4:])


def ends_of_local_mean_time(text):
    """{zone: the day on which local mean time ended there, as precisely as the source has it: year, month or day}."""
    ends = {}
    for line in text.splitlines():
        fields = line.split()
        if fields[:1] == ["Z"] and fields[4] == "LMT" and len(fields) > 5:
            ends[fields[1]] = date_of(fields[5:], fields[2])
    return ends


def date_of(until, offset):
    """An UNTIL field as zic reads it, in the zone's own time, to a date cut to what is known."""
    year = until[0]
    if len(until) == 1:
        return year
    month = MONTHS[until[1]]
    if len(until) == 2:
        return f"{year}-{month:02}"
    day = datetime.date(int(year), month, int(until[2]))
    if len(until) > 3 and until[3].endswith("u"):  # universal time: the local day may be another
        clock = seconds(until[3][:-1]) + seconds(offset)
        day += datetime.timedelta(days=clock // 86400)
    return day.isoformat()


def seconds(text):
    sign = -1 if text.startswith("-") else 1
    h, m, s = (text.lstrip("-").split(":") + ["0", "0"])[:3]
    return sign * (int(h) * 3600 + int(m) * 60 + int(s))


if __name__ == "__main__":
    main()
