# SPDX-License-Identifier: Apache-2.0
"""Reads the YAML files named on standard input, one path a line, with PyYAML and prints one line of typed JSON for
each, in the form of go/typed."""

import datetime
import json
import struct
import sys

import yaml


def node(value):
    if value is None:
        return ["null"]
    if isinstance(value, str):
        return ["str", value]
    if isinstance(value, bool):
        return ["bool", value]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        return ["float", struct.pack(">d", value).hex()]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return ["time", value.isoformat()]
    if isinstance(value, list):
        return ["list", [node(item) for item in value]]
    if isinstance(value, dict):
        return ["map", [[node(key), node(item)] for key, item in value.items()]]
    return [type(value).__name__, repr(value)]


def main():
    for line in sys.stdin:
        answer = {"path": line.rstrip("\n"), "docs": []}
        try:
            with open(answer["path"], "rb") as file:
                answer["docs"] = [node(document) for document in yaml.safe_load_all(file)]
        # ValueError covers the invalid dates and numbers that PyYAML's constructors meet.
        except (yaml.YAMLError, ValueError, OSError) as fault:
            answer["error"] = str(fault)
        print(json.dumps(answer))


if __name__ == "__main__":
    main()
