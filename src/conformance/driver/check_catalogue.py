# SPDX-License-Identifier: Apache-2.0
"""Keys, component arguments, feature gates and admission plug-ins of every K3s, RKE2 and PXK-E configuration are those
of its exact version, by the project's catalogues, which are read here as plain JSON and not by the compiler's code."""

import re

import catalogue
import component_arguments
import kubeadm
import sites
import versions
from outputs import Outcome, at

NAME = "catalogue"
TITLE = "keys, arguments, gates and plug-ins exist in the exact version"


def run(sets, tools):
    for output_set in sets:
        for file in component_arguments.files(output_set):
            yield Outcome(output_set.case, file.path, tuple(_faults(output_set, file)))


def _faults(output_set, file):
    try:
        version = versions.of_file(output_set, file.path)
        if file.flavor == "kubeadm":
            yield from _of_kubeadm(kubeadm.documents(file.path, output_set.text(file.path)), version)
        else:
            yield from _of_rancher(sites.parsed(output_set, file.path), file.flavor, file.command, version)
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
    for component, arguments in component_arguments.of_rancher(config, flavor):
        yield from _of_component(component, arguments, version, flavor)


def _of_kubeadm(documents, version):
    for component, arguments in component_arguments.of_kubeadm(documents):
        yield from _of_component(component, arguments, version, "kubeadm")
    gates = at(documents, "KubeletConfiguration", "featureGates") or {}
    yield from _gates("kubelet", list(gates), version, "kubeadm")


def _of_component(component, arguments, version, flavor):
    facts = catalogue.arguments(component)
    for name, value in arguments.items():
        name = name.removeprefix("--")
        fact = facts.get(name)
        if fact is None or fact.get("build", flavor) != flavor:
            yield f"{component} has no argument {name}"
        elif not catalogue.present(fact, version):
            yield f"{component} {version} has no argument {name}"
        elif name == "feature-gates":
            yield from _gates(component, re.findall(r"([^=,]+)=[^,]*", str(value)), version, flavor)
        elif name in ("enable-admission-plugins", "disable-admission-plugins", "admission-control"):
            yield from _plugins([plugin for plugin in str(value).split(",") if plugin], version)


def _gates(component, gates, version, flavor):
    facts = catalogue.feature_gates()
    for gate in gates:
        if (gate not in facts or not catalogue.present(facts[gate], version)
                # K3s runs all components in one process.
                or flavor != "k3s" and catalogue.lacked(facts[gate], component, version)):
            yield f"{component} {version} has no feature gate {gate}"


def _plugins(plugins, version):
    facts = catalogue.admission_plugins()
    for plugin in plugins:
        if plugin not in facts or not catalogue.present(facts[plugin], version):
            yield f"kube-apiserver {version} has no admission plug-in {plugin}"
