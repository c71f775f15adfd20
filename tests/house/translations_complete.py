"""Every text of the source that is spoken has a translation in every catalogue, with as many places to fill."""

import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ["SPREADMAP_SOURCE_DIR"])
KEYWORDS = ["text", "text_in:1c,2", "filled", "counted:1,2", "noted"]


def messages(po):
    """{(context, text): [translations]} of a .po or .pot file without comments and wrapped lines, as msgcat --no-wrap gives it."""
    plain = subprocess.run(["msgcat", "--no-wrap", "-"], input=po, capture_output=True,
                           text=True, check=True).stdout
    found = {}
    for block in plain.split("\n\n"):
        if "#, fuzzy" in block or "#~" in block:
            continue
        read = lambda key: [eval(text) for text in re.findall(rf'^{key} (".*")$', block, re.M)]  # noqa: S307: our own quoted strings
        text = read("msgid")
        if text and text[0]:
            context = (read("msgctxt") or [""])[0]
            found[(context, text[0])] = (read("msgid_plural"), read(r"msgstr(?:\[\d\])?"))
    return found


def main():
    sources = sorted(str(file) for pattern in ("*.cpp", "*.h") for file in (SOURCE / "src").rglob(pattern))
    template = subprocess.run(
        ["xgettext", "--language=C++", "--from-code=UTF-8", "--keyword", *[f"--keyword={word}" for word in KEYWORDS], "--output=-", *sources],
        capture_output=True, text=True, check=True).stdout
    wanted = messages(template)
    faults = [] if len(wanted) > 50 else ["the search for texts finds nothing any more"]
    catalogues = sorted((SOURCE / "assets/translations").glob("*.po"))
    if not catalogues:
        faults.append("there are no catalogues")
    for catalogue in catalogues:
        there = messages(catalogue.read_text())
        for key, (plural, _) in wanted.items():
            _, translations = there.get(key, ([], []))
            if not translations or not all(translations):
                faults.append(f"{catalogue.name}: {key[1]!r} is not translated; ./dev translations lists it")
            places = {text.count("{}") for text in (key[1], *plural)}
            for translation in translations:
                if translation and translation.count("{}") not in places:
                    faults.append(f"{catalogue.name}: {translation!r} has not as many places as {key[1]!r}")
        for key in there.keys() - wanted.keys():
            faults.append(f"{catalogue.name}: {key[1]!r} is spoken nowhere; ./dev translations takes it out")
    print("\n".join(faults) or f"{len(wanted)} texts in {len(catalogues)} catalogues")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
