# SPDX-License-Identifier: Apache-2.0
"""Five YAML readers, two of them of YAML 1.1, see the same values with the same types in every YAML output and in the
YAML documents that outputs carry as text."""

import json
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

from cache import HERE
from outputs import Outcome

NAME = "readers"
TITLE = "SnakeYAML, PyYAML, go-yaml v2 and v3, js-yaml read every YAML output alike"


def run(sets, tools):
    with tempfile.TemporaryDirectory(prefix="farstead-readers-") as scratch:
        subjects = []
        for output_set in sets:
            for file in output_set.yaml_files():
                subjects.append((output_set, file, output_set.path(file)))
                for place, text in carried(output_set.text(file)):
                    copy = Path(scratch) / f"{len(subjects)}.yaml"
                    copy.write_text(text, encoding="utf-8")
                    subjects.append((output_set, f"{file} at {place}", copy))
        paths = [path for _, _, path in subjects]
        with ThreadPoolExecutor() as pool:
            answers = dict(pool.map(lambda reader: (reader[0], _read(reader[1], paths)), commands(tools).items()))
        for number, (output_set, subject, _) in enumerate(subjects):
            seen = {reader: lines[number] for reader, lines in answers.items()}
            yield Outcome(output_set.case, subject, tuple(_disagreements(seen)))


def commands(tools):
    """Each reader is started once and takes all paths on its standard input."""
    return {
        "SnakeYAML 2.7": [tools.java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", tools.snakeyaml,
                          HERE / "java" / "ReadYaml.java"],
        "PyYAML": [tools.python, "-B", HERE / "driver" / "read_yaml.py"],
        "go-yaml v2": [tools.go_programs / "yamlread2"],
        "go-yaml v3": [tools.go_programs / "yamlread3"],
        "js-yaml": [tools.node, HERE / "js" / "read.mjs", tools.node_modules],
    }


def carried(text):
    """YAML that a file carries as text: a pack's cluster.config, a pack's values, the content of a YAML file that a
    stage writes. A file that can't be read carries none; the readers say so themselves."""
    try:
        document = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return
    yield from _carried(document, ())


def _carried(value, place):
    if isinstance(value, dict):
        for key, item in value.items():
            here = (*place, str(key))
            if isinstance(item, str):
                if here == ("cluster", "config") or key == "values" or (
                        key == "content" and str(value.get("path")).endswith((".yaml", ".yml"))):
                    yield ".".join(here), item
                    yield from ((f"{'.'.join(here)}.{inner}", text) for inner, text in carried(item))
            else:
                yield from _carried(item, here)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _carried(item, (*place, str(number)))


def _read(command, paths):
    done = subprocess.run(command, input="".join(f"{path}\n" for path in paths), capture_output=True, text=True,
                          check=False)
    lines = done.stdout.splitlines()
    if done.returncode != 0 or len(lines) != len(paths):
        raise RuntimeError(f"reader {command} ended with {done.returncode} after {len(lines)} of {len(paths)} files\n"
                           f"{done.stderr}")
    return [json.loads(line) for line in lines]


def _disagreements(seen):
    for reader, answer in seen.items():
        if answer.get("error"):
            yield f"{reader}: {'; '.join(line.strip() for line in answer['error'].splitlines())}"
    # PyYAML stands for the others: where all agree with it, they agree with each other.
    documents = {reader: _sorted(["list", answer["docs"] or [["null"]]]) for reader, answer in seen.items()
                 if not answer.get("error")}
    if "PyYAML" not in documents:
        return
    model = documents.pop("PyYAML")
    for reader, read in documents.items():
        difference = _first_difference(model, read, "")
        if difference:
            place, left, right = difference
            yield f"at {place or 'the root'}: {left} to PyYAML, {right} to {reader}"


def _sorted(node):
    if node[0] == "list":
        return ["list", [_sorted(item) for item in node[1]]]
    if node[0] == "map":
        return ["map", sorted(([_sorted(key), _sorted(item)] for key, item in node[1]), key=lambda pair: str(pair[0]))]
    return node


def _first_difference(left, right, place):
    """Where two nodes differ first, with a short form of both; None where they are equal."""
    if left == right:
        return None
    if left[0] == right[0] == "list" and len(left[1]) == len(right[1]):
        children = [(str(number), pair) for number, pair in enumerate(zip(left[1], right[1]))]
    elif left[0] == right[0] == "map" and [key for key, _ in left[1]] == [key for key, _ in right[1]]:
        children = [(str(key[-1]), (item, other)) for (key, item), (_, other) in zip(left[1], right[1])]
    else:
        return place, json.dumps(left)[:80], json.dumps(right)[:80]
    for name, (item, other) in children:
        difference = _first_difference(item, other, f"{place}/{name}")
        if difference:
            return difference
    return None
