# SPDX-License-Identifier: Apache-2.0
"""What a golden case expects to be found, read from its findings.txt."""

import re
from dataclasses import dataclass

HEADER = re.compile(r"^(error|warning|note)\[([A-Z0-9]+-\d+)]: ")
PLACE = re.compile(r"^ *--> (.+):(\d+):(\d+)$")
MARK = re.compile(r"^ *\| ( *)(\^+)")


@dataclass(frozen=True)
class Finding:
    """One finding: lines count from 0, columns in UTF-16 from 0, as editors count."""

    severity: str
    code: str
    file: str
    line: int
    start: int
    end: int

    def __str__(self):
        return f"{self.code} at {self.file}:{self.line + 1}:{self.start + 1}"


def read(path, texts):
    """The findings of a file that have a place, given the text of each file that they name."""
    if not path.is_file():
        return []
    found = []
    for block in re.split(r"\n(?=(?:error|warning|note)\[)", path.read_text(encoding="utf-8")):
        lines = block.splitlines()
        header = HEADER.match(lines[0])
        places = [place for line in lines if (place := PLACE.match(line))]
        marks = [mark for line in lines if (mark := MARK.match(line))]
        if not header or not places or not marks:
            continue
        file, line, column = places[0].group(1), int(places[0].group(2)) - 1, int(places[0].group(3)) - 1
        text = texts[file].splitlines()[line]
        found.append(Finding(header.group(1), header.group(2), file, line, _units(text[:column]),
                             _units(text[:column + len(marks[0].group(2))])))
    return found


def _units(text):
    return len(text.encode("utf-16-le")) // 2
