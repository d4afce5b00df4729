# SPDX-License-Identifier: Apache-2.0
"""The project's catalogues of Kubernetes facts as plain JSON, by name."""

import json
from functools import cache as remembered

from cache import TOP
from outputs import OutputSet

FOLDER = TOP / "schemas/src/main/resources/dev/farstead/schemas/catalogue"


@remembered
def _read(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@remembered
def config_keys(flavor):
    """Keys of config.yaml by name and alias; those of RKE2 stand in a catalogue of their own."""
    facts = {}
    for fact in _read(f"{flavor}-config-keys")["keys"]:
        for name in (fact["name"], *fact.get("aliases", ())):
            facts[name] = fact
    return facts


@remembered
def arguments(component):
    """Arguments by name."""
    return {fact["name"]: fact for fact in _read("component-arguments")["components"][component]["arguments"]}


@remembered
def feature_gates():
    return {fact["name"]: fact for fact in _read("feature-gates")["gates"]}


@remembered
def admission_plugins():
    return {fact["name"]: fact for fact in _read("admission-plugins")["plugins"]}


def subjects():
    """For checks of the catalogues themselves."""
    return [OutputSet("(catalogue)", FOLDER)]


def samples():
    """Mistakes are made in copies of the catalogues: what is complete can't be small."""
    return [OutputSet("(sample catalogue)", FOLDER)]


def in_minor(fact, minor):
    """Whether the last patch of a minor version has it, of which the real programs are built."""
    return present(fact, f"{minor}.999")


def present(fact, version, command="server"):
    """Whether a version has it. `since` holds the first version of each minor that got it, `until` the last minor that
    had it; under `agent` stand those of the agent where they differ."""
    fact = {**fact, **(fact["agent"] if command == "agent" else {})}
    wanted = _numbers(version)
    if "until" in fact and wanted[:2] > _numbers(fact["until"])[:2]:
        return False
    starts = [_numbers(since) for since in fact.get("since", ())]
    same = [start for start in starts if start[:2] == wanted[:2]]
    return not starts or (wanted >= same[0] if same else min(starts)[:2] < wanted[:2])


def until(fact, key, minor):
    """What holds in a minor version: `…Until` holds, by the last minor that had it, what held before; None where nothing is stated."""
    earlier = fact.get(f"{key}Until", {})
    for last in sorted(earlier, key=_numbers):
        if _numbers(minor)[:2] <= _numbers(last)[:2]:
            return earlier[last]
    return fact.get(key)


def lacked(gate, component, version):
    """Whether a component does not have a gate that others of the version have; `lackedBy` holds the last such minor."""
    last = gate.get("lackedBy", {}).get(component)
    return last is not None and _numbers(version)[:2] <= _numbers(last)[:2]


def _numbers(version):
    """Major, minor and patch; a minor version alone stands for its first patch."""
    parts = [int(part) for part in version.lstrip("v").split("+")[0].split("-")[0].split(".")]
    return tuple((parts + [0])[:3])
