# SPDX-License-Identifier: Apache-2.0
"""Keys, component arguments, feature gates and admission plug-ins of every K3s, RKE2 and PXK-E configuration are those
of its exact version, by the project's catalogues, which are read here as plain JSON and not by the compiler's code."""

import re

import catalogue
import kubeadm
import sites
from outputs import Outcome, at

NAME = "catalogue"
TITLE = "keys, arguments, gates and plug-ins exist in the exact version"

PACKS = {"edge-k3s": "k3s", "edge-rke2": "rke2", "edge-k8s": "kubeadm"}
# The map of arguments in a kubeadm configuration, by the component that takes them.
EXTRA_ARGS = {
    "kube-apiserver": ("ClusterConfiguration", "apiServer", "extraArgs"),
    "kube-controller-manager": ("ClusterConfiguration", "controllerManager", "extraArgs"),
    "kube-scheduler": ("ClusterConfiguration", "scheduler", "extraArgs"),
}
NODE_ARGS = [(kind, "nodeRegistration", "kubeletExtraArgs") for kind in ("InitConfiguration", "JoinConfiguration")]


def run(sets, tools):
    for output_set in sets:
        for pack, flavor in PACKS.items():
            for site in sites.of_pack(output_set, pack):
                for file in _previews(output_set, site, flavor):
                    yield Outcome(output_set.case, file, tuple(_faults(output_set, site, flavor, file)))
        for file in output_set.matching("sites/*/hosts/*/rootfs/etc/rancher/*/config.yaml"):
            yield Outcome(output_set.case, file, tuple(_of_host(output_set, file)))


def _previews(output_set, site, flavor):
    below = "opt/kubeadm/*.yaml" if flavor == "kubeadm" else f"etc/rancher/{flavor}/config.yaml"
    return output_set.matching(f"sites/{site}/preview/*/{below}")


def _faults(output_set, site, flavor, file):
    try:
        version = kubeadm.versions(output_set, site)["K8S_VERSION"]
        if flavor == "kubeadm":
            yield from _of_kubeadm(kubeadm.documents(file, output_set.text(file)), version)
        else:
            command = "agent" if file.split("/")[3] == "worker" else "server"
            yield from _of_rancher(sites.parsed(output_set, file), flavor, command, version)
    except sites.Refused as refused:
        yield str(refused)


def _of_host(output_set, file):
    """A host without the agent: there is no image, so its version stands in index.json alone."""
    flavor = file.split("/")[-2]
    try:
        version = output_set.kubernetes_version(file.split("/")[1])
        if version is None:
            yield "index.json does not say which version of Kubernetes the host runs"
            return
        yield from _of_rancher(sites.parsed(output_set, file), flavor, "server", version)
    except sites.Refused as refused:
        yield str(refused)


def _of_rancher(config, flavor, command, version):
    facts = catalogue.config_keys(flavor)
    for key, value in (config or {}).items():
        fact = facts.get(key.removesuffix("+"))
        if fact is None:
            yield f"{flavor} has no key {key}"
        # RKE2 hands workers the whole configuration, so keys of the server alone are no fault there; nor are they in the
        # configuration of a host without the agent, which may be either.
        elif not catalogue.present(fact, version, command if "agent" in fact else "server"):
            yield f"{flavor} {version} has no key {key}"
        elif fact.get("component"):
            items = value if isinstance(value, list) else [value]
            arguments = dict(str(item).partition("=")[::2] for item in items)
            yield from _of_component(fact["component"], arguments, version, flavor)


def _of_kubeadm(documents, version):
    for component, place in EXTRA_ARGS.items():
        yield from _of_component(component, at(documents, *place) or {}, version, "kubeadm")
    for place in NODE_ARGS:
        yield from _of_component("kubelet", at(documents, *place) or {}, version, "kubeadm")
    gates = at(documents, "KubeletConfiguration", "featureGates") or {}
    yield from _gates("kubelet configuration", list(gates), version)


def _of_component(component, arguments, version, flavor):
    facts = catalogue.arguments(component)
    if facts is None:
        return
    for name, value in arguments.items():
        name = name.removeprefix("--")
        fact = facts.get(name)
        if fact is None or fact.get("build", flavor) != flavor:
            yield f"{component} has no argument {name}"
        elif not catalogue.present(fact, version):
            yield f"{component} {version} has no argument {name}"
        elif name == "feature-gates":
            yield from _gates(component, re.findall(r"([^=,]+)=[^,]*", str(value)), version)
        elif name in ("enable-admission-plugins", "disable-admission-plugins", "admission-control"):
            yield from _plugins([plugin for plugin in str(value).split(",") if plugin], version)


def _gates(where, gates, version):
    facts = catalogue.feature_gates()
    for gate in gates:
        if gate not in facts or not catalogue.present(facts[gate], version):
            yield f"{where} {version} has no feature gate {gate}"


def _plugins(plugins, version):
    facts = catalogue.admission_plugins()
    for plugin in plugins:
        if plugin not in facts or not catalogue.present(facts[plugin], version):
            yield f"kube-apiserver {version} has no admission plug-in {plugin}"
