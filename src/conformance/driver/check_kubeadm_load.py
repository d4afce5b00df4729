# SPDX-License-Identifier: Apache-2.0
"""kubeadm itself loads, strictly decodes, completes and validates every document that a preview shows below
/opt/kubeadm, in the minor version of the site where the form of the run has it built."""

import tempfile
from collections import defaultdict
from pathlib import Path

import kubeadm
import sites
from outputs import Outcome

NAME = "kubeadm-load"
TITLE = "kubeadm takes every document of PXK-E sites, strictly"

PACK = "edge-k8s"
# The kinds that each file must hold at least, for the first node and for those that join.
REQUIRED = {
    ("kubeadm.yaml", True): {"ClusterConfiguration", "InitConfiguration"},
    ("kubeadm.yaml", False): {"JoinConfiguration"},
    ("cluster-config.yaml", True): {"ClusterConfiguration"},
    ("cluster-config.yaml", False): {"ClusterConfiguration"},
    ("kubelet-config.yaml", True): {"KubeletConfiguration"},
    ("kubelet-config.yaml", False): {"KubeletConfiguration"},
}


def concerns(output_set):
    return bool(output_set.matching(f"profiles/*/cluster-profile/k8s-{PACK}.yaml"))


def run(sets, tools):
    by_minor = defaultdict(list)
    for output_set in sets:
        for site in sites.of_pack(output_set, PACK):
            try:
                minor, _ = kubeadm.version(output_set, site)
            except sites.Refused as refused:
                yield Outcome(output_set.case, f"sites/{site}", (str(refused),))
                continue
            by_minor[minor] += [(output_set, file) for file in
                                output_set.matching(f"sites/{site}/preview/*/opt/kubeadm/*.yaml")]
    for minor, subjects in sorted(by_minor.items()):
        with tempfile.TemporaryDirectory(prefix="farstead-kubeadm-") as scratch:
            questions = []
            for number, (output_set, file) in enumerate(subjects):
                copy = Path(scratch) / f"{number}.yaml"
                copy.write_text(kubeadm.filled(output_set.text(file)), encoding="utf-8")
                questions.append({"load": str(copy)})
            answers = kubeadm.ask(questions, minor, tools)
        for (output_set, file), answer in zip(subjects, answers, strict=True):
            faults = [" ".join(fault.split()) for fault in answer["faults"]]
            role, name = file.split("/")[3], file.rsplit("/", 1)[1]
            missing = REQUIRED.get((name, role == "init"), set()) - set(answer.get("kinds") or ())
            faults += [f"holds no {kind}" for kind in sorted(missing)]
            yield Outcome(output_set.case, file, tuple(faults))
