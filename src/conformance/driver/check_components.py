# SPDX-License-Identifier: Apache-2.0
"""The components' own flag sets, of the minor version of the site, parse every argument that a configuration passes to them:
an unknown flag, a value of another type and an unknown feature gate are refused as at their start."""

from functools import cache as remembered

import component_arguments
import components
import kubeadm
import sites
import versions
from outputs import Outcome

NAME = "components"
TITLE = "the components' own flag sets take every argument"
# They are no part of Kubernetes' own module.
FOREIGN = ("etcd", "etcd-file", "kube-cloud-controller-manager")


def run(sets, tools):
    # Each is asked in a process of its own, since feature gates are set for a whole process.
    refusals = remembered(components.refusals)
    for output_set in sets:
        for file in component_arguments.files(output_set):
            yield Outcome(output_set.case, file.path, tuple(_faults(output_set, file, tools, refusals)))


def _faults(output_set, file, tools, refusals):
    try:
        programs = tools.components[versions.minor(versions.of_file(output_set, file.path))]
        if file.flavor == "kubeadm":
            passed = component_arguments.of_kubeadm(kubeadm.documents(file.path, output_set.text(file.path)))
        else:
            passed = component_arguments.of_rancher(sites.parsed(output_set, file.path), file.flavor)
        for component, arguments in passed:
            if arguments and component not in FOREIGN:
                words = [f"--{name.removeprefix('--')}={value}" for name, value in arguments.items()]
                yield from (f"{component}: {said}" for said in refusals(programs / component, *words))
    except sites.Refused as refused:
        yield str(refused)
