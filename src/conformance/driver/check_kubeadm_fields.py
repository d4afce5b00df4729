# SPDX-License-Identifier: Apache-2.0
"""The catalogue of kubeadm's fields holds every field of its configuration and of the kubelet's, and no other, with the kind of its
value, in each minor version of which the form of the run has kubeadm built."""

import json

import catalogue
import kubeadm
from outputs import Outcome

NAME = "kubeadm-fields"
TITLE = "the catalogue holds the fields that kubeadm and the kubelet have, and nothing else"
SECTIONS = ("clusterConfiguration", "initConfiguration", "joinConfiguration", "kubeletConfiguration")
subjects, samples = catalogue.subjects, catalogue.samples


def run(sets, tools):
    there = {minor: kubeadm.ask([{"fields": True}], minor, tools)[0]["fields"] for minor in tools.kubeadm}
    for output_set in sets:
        sections = json.loads(output_set.text("kubeadm-fields.json"))["fields"]
        for minor, fields in there.items():
            for section in SECTIONS:
                listed = dict(_listed([found for found in sections if found["name"] == section], minor))
                real = {path: kind for path, kind in fields.items() if path.split(".")[0] == section}
                yield Outcome(output_set.case, f"{section} {minor}", tuple(_faults(listed, real)))


def _listed(facts, minor, prefix=""):
    """Kind by dotted path."""
    for fact in facts:
        if catalogue.in_minor(fact, minor):
            yield prefix + fact["name"], catalogue.until(fact, "type", minor)
            yield from _listed(fact.get("fields", ()), minor, f"{prefix}{fact['name']}.")


def _faults(listed, real):
    yield from (f"the catalogue has {path}, which is not there" for path in sorted(listed.keys() - real.keys()))
    yield from (f"the catalogue lacks {path}, {real[path]}" for path in sorted(real.keys() - listed.keys()))
    yield from (f"{path} is {listed[path]} in the catalogue and {real[path]} there"
                for path in sorted(listed.keys() & real.keys()) if listed[path] != real[path])
