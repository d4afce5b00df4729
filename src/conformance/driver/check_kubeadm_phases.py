# SPDX-License-Identifier: Apache-2.0
"""The catalogue of kubeadm's fields names every phase that its init and join can skip, and no other, in each minor version of which the
form of the run has kubeadm built."""

import json

import catalogue
import kubeadm
from outputs import Outcome

NAME = "kubeadm-phases"
TITLE = "the catalogue names the phases that kubeadm can skip, and nothing else"
SECTIONS = ("initConfiguration", "joinConfiguration")
subjects, samples = catalogue.subjects, catalogue.samples


def run(sets, tools):
    there = {minor: kubeadm.ask([{"phases": True}], minor, tools)[0]["phases"] for minor in tools.kubeadm}
    for output_set in sets:
        facts = json.loads(output_set.text("kubeadm-fields.json"))["phases"]
        for minor, phases in there.items():
            for section in SECTIONS:
                listed = {fact["name"] for fact in facts
                          if fact["section"] == section and catalogue.in_minor(fact, minor)}
                yield Outcome(output_set.case, f"{section} {minor}", tuple(_faults(listed, set(phases[section]))))


def _faults(listed, real):
    yield from (f"the catalogue has the phase {name}, which is not there" for name in sorted(listed - real))
    yield from (f"the catalogue lacks the phase {name}" for name in sorted(real - listed))
