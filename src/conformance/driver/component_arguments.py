# SPDX-License-Identifier: Apache-2.0
"""What the configurations of an output set pass to the components of Kubernetes."""

from dataclasses import dataclass

import catalogue
import sites
from outputs import at

PACKS = {"edge-k3s": "k3s", "edge-rke2": "rke2", "edge-k8s": "kubeadm"}
# The map of arguments in a kubeadm configuration, by the component that takes them.
EXTRA_ARGS = {
    "kube-apiserver": ("ClusterConfiguration", "apiServer", "extraArgs"),
    "kube-controller-manager": ("ClusterConfiguration", "controllerManager", "extraArgs"),
    "kube-scheduler": ("ClusterConfiguration", "scheduler", "extraArgs"),
    "etcd": ("ClusterConfiguration", "etcd", "local", "extraArgs"),
}
NODE_ARGS = [(kind, "nodeRegistration", "kubeletExtraArgs") for kind in ("InitConfiguration", "JoinConfiguration")]


@dataclass(frozen=True)
class File:
    """A configuration of K3s, RKE2 or kubeadm."""

    path: str
    flavor: str

    @property
    def command(self):
        """The program of K3s or RKE2 that reads it."""
        return "agent" if self.path.split("/")[3] == "worker" else "server"


def files(output_set):
    """The previews of each role, and the files of hosts without the agent."""
    for pack, flavor in PACKS.items():
        for site in sites.of_pack(output_set, pack):
            below = "opt/kubeadm/*.yaml" if flavor == "kubeadm" else f"etc/rancher/{flavor}/config.yaml"
            for path in output_set.matching(f"sites/{site}/preview/*/{below}"):
                yield File(path, flavor)
    for path in output_set.matching("sites/*/hosts/*/rootfs/etc/rancher/*/config.yaml"):
        yield File(path, path.split("/")[-2])


def of_rancher(config, flavor):
    """Component and arguments by name, of a configuration of K3s or RKE2."""
    facts = catalogue.config_keys(flavor)
    for key, value in (config or {}).items():
        fact = facts.get(key.removesuffix("+"))
        if fact is not None and fact.get("component"):
            items = value if isinstance(value, list) else [value]
            yield fact["component"], dict(str(item).partition("=")[::2] for item in items)


def of_kubeadm(documents):
    """Component and arguments by name, of the documents of a kubeadm configuration."""
    for component, place in EXTRA_ARGS.items():
        yield component, at(documents, *place) or {}
    for place in NODE_ARGS:
        yield "kubelet", at(documents, *place) or {}
