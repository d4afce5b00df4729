# SPDX-License-Identifier: Apache-2.0
"""The catalogues of component arguments, feature gates and admission plug-ins hold what the components of each minor version have:
every one and no other, with its type, its default and whether it is deprecated."""

import json

import catalogue
import components
from cache import HERE
from outputs import Outcome

NAME = "component-facts"
TITLE = "the catalogues hold what the components have, and nothing else"
subjects, samples = catalogue.subjects, catalogue.samples

# The type of each kind of flag: what its text looks like, not how the component keeps it.
TYPES = {
    "bool": "boolean", "duration": "duration",
    "int": "integer", "int32": "integer", "int64": "integer", "uint": "integer", "Level": "integer",
    "float32": "decimal", "float64": "decimal",
    "string": "text", "ip": "text", "ipport": "text", "portRange": "text", "port-range": "text", "version": "text",
    "LocalMode": "text", "ProxyMode": "text",
    "stringSlice": "list", "stringArray": "list", "namedCertKey": "list", "pattern=N,...": "list", "moduleSpec": "list",
    "[]v1.Taint": "list", "reserved-memory": "list",
    "mapStringString": "map", "mapStringBool": "map", "stringToString": "map", "colonSeparatedMultimapStringString": "map",
}
STAGES = {"ALPHA": "alpha", "BETA": "beta", "": "ga", "DEPRECATED": "deprecated"}
DATA = json.loads((HERE / "data" / "components.json").read_text(encoding="utf-8"))


def run(sets, tools):
    listings = {minor: {program.name: components.listing(program) for program in sorted(folder.iterdir())}
                for minor, folder in tools.components.items()}
    for output_set in sets:
        arguments = json.loads(output_set.text("component-arguments.json"))["components"]
        gates = json.loads(output_set.text("feature-gates.json"))["gates"]
        plugins = json.loads(output_set.text("admission-plugins.json"))["plugins"]
        for minor, of_minor in listings.items():
            for component, listing in of_minor.items():
                faults = [*_of_flags(minor, arguments[component]["arguments"], component, listing["flags"]),
                          *_of_gates(minor, gates, component, listing["gates"])]
                if "plugins" in listing:
                    faults += _of_plugins(minor, plugins, listing["plugins"])
                yield Outcome(output_set.case, f"{component} {minor}", tuple(faults))


def _of_flags(minor, facts, component, flags):
    # What K3s alone has is not in Kubernetes' own module, and what only cloud providers bring is not built.
    facts = {fact["name"]: fact for fact in facts
             if catalogue.in_minor(fact, minor) and fact.get("build") != "k3s" and fact["name"] not in DATA["notBuilt"]}
    flags = {name: flag for name, flag in flags.items() if name not in DATA["notListed"]}
    yield from _members(f"argument of {component}", facts, flags)
    for name in sorted(facts.keys() & flags.keys()):
        fact, flag = facts[name], flags[name]
        if TYPES.get(flag["type"]) != fact["type"]:
            yield f"{name} is {fact['type']} in the catalogue and {flag['type']} in {component}"
        if _deprecated(fact, minor) != flag["deprecated"]:
            yield f"{name} is {'not ' if flag['deprecated'] else ''}deprecated in the catalogue, and in {component} the other way round"
        default = catalogue.until(fact, "default", minor)
        if default is not None and default != flag["default"].strip("[]"):
            yield f"{name} has the default {default} in the catalogue and {flag['default']} in {component}"


def _of_gates(minor, facts, component, gates):
    facts = {fact["name"]: fact for fact in facts if catalogue.in_minor(fact, minor) and not catalogue.lacked(fact, component, minor)}
    yield from _members(f"feature gate of {component}", facts, gates)
    for name in sorted(facts.keys() & gates.keys()):
        states = facts[name]["states"]
        state = states[max((key for key in states if _number(key) <= _number(minor)), key=_number)]
        listed = (state["stage"], state.get("on", False), state.get("locked", False))
        there = (STAGES[gates[name]["stage"]], gates[name]["on"], gates[name]["locked"])
        if listed != there:
            yield f"{name} is {listed} in the catalogue and {there} in {component}"


def _of_plugins(minor, facts, plugins):
    facts = {fact["name"]: fact for fact in facts if catalogue.in_minor(fact, minor)}
    yield from _members("admission plug-in", facts, plugins)
    for name in sorted(facts.keys() & plugins.keys()):
        if facts[name].get("on", False) != plugins[name]:
            yield f"{name} is {'on' if plugins[name] else 'off'} by default, and the other way round in the catalogue"


def _members(what, facts, there):
    yield from (f"the catalogue has the {what} {name}, which is not there" for name in sorted(facts.keys() - there.keys()))
    yield from (f"the catalogue lacks the {what} {name}" for name in sorted(there.keys() - facts.keys()))


def _deprecated(fact, minor):
    last = fact.get("deprecatedUntil", minor)
    return "deprecated" in fact and _number(fact["deprecated"]) <= _number(minor) <= _number(last)


def _number(minor):
    return tuple(map(int, minor.split(".")))
