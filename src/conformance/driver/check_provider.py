# SPDX-License-Identifier: Apache-2.0
"""What the Kubernetes provider makes of the cluster section on a node, by role, equals the preview."""

import kubeadm
import rancher
import sites
from outputs import Outcome

NAME = "provider"
TITLE = "the provider's files for each role equal the preview (K3s, RKE2, PXK-E)"

COMPARE = {"edge-k3s": rancher.compare, "edge-rke2": rancher.compare, "edge-k8s": kubeadm.compare}


def run(sets, tools):
    for output_set in sets:
        for file in output_set.matching("profiles/*/cluster-profile/k8s-*.yaml"):
            pack = file.rsplit("/k8s-", 1)[1].removesuffix(".yaml")
            if pack not in COMPARE:
                yield Outcome(output_set.case, file, (f"no provider is known for the pack {pack}",))
        for pack, compare in COMPARE.items():
            for site in sites.of_pack(output_set, pack):
                yield from _site(output_set, site, pack, compare, tools)


def _site(output_set, site, pack, compare, tools):
    roles = sites.roles(output_set, site)
    if "init" not in roles:
        yield Outcome(output_set.case, f"sites/{site}/preview/init", ("is missing",))
    for role in roles:
        try:
            faults = compare(output_set, site, role, pack, tools) if role in sites.ROLES else [f"no such role: {role}"]
        except sites.Refused as refused:
            faults = [str(refused)]
        yield Outcome(output_set.case, f"sites/{site}/preview/{role}", tuple(faults))
