# SPDX-License-Identifier: Apache-2.0
"""The components' own flag sets, of the minor version of the site, parse every argument that a configuration passes to them:
an unknown flag, a value of another type and an unknown feature gate are refused as at their start."""

import subprocess
from functools import cache as remembered

import component_arguments
import kubeadm
import sites
from outputs import Outcome

NAME = "components"
TITLE = "the components' own flag sets take every argument"

# Of these the flag sets are no part of Kubernetes' own module, or of none.
ELSEWHERE = {"etcd", "kube-cloud-controller-manager"}


def run(sets, tools):
    for output_set in sets:
        for file in component_arguments.files(output_set):
            yield Outcome(output_set.case, file.path, tuple(_faults(output_set, file, tools)))


def _faults(output_set, file, tools):
    try:
        minor = ".".join(component_arguments.version(output_set, file).lstrip("v").split(".")[:2])
        if file.flavor == "kubeadm":
            passed = component_arguments.of_kubeadm(kubeadm.documents(file.path, output_set.text(file.path)))
        else:
            passed = component_arguments.of_rancher(sites.parsed(output_set, file.path), file.flavor)
        for component, arguments in passed:
            if arguments and component not in ELSEWHERE:
                words = tuple(f"--{name.removeprefix('--')}={value}" for name, value in arguments.items())
                yield from _refused(tools.components[minor] / component, words)
    except sites.Refused as refused:
        yield str(refused)


@remembered
def _refused(program, words):
    """What the component says. Each is asked in a process of its own, since feature gates are set for a whole process."""
    answer = subprocess.run([program, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        return (f"{program.name} ended with {answer.returncode}: {' '.join(answer.stderr.split())[:300]}",)
    return tuple(f"{program.name}: {line}" for line in answer.stdout.splitlines())
