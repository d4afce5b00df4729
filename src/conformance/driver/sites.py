# SPDX-License-Identifier: Apache-2.0
"""What a Kubernetes provider is told about a site, built from what is delivered: the pack's values, the cluster request
and the hosts' user-data; and what the previews of the site show."""

import ipaddress

import yaml

from outputs import at, parse

TOKEN = "<chosen by the management plane>"
ROLES = {"init": "init", "control-plane": "controlplane", "worker": "worker"}
PROXY_KEYS = {"HTTP_PROXY": "httpProxy", "HTTPS_PROXY": "httpsProxy", "NO_PROXY": "noProxy"}


class Refused(Exception):
    """The provider ends, jq ends, or a file that the event is made from is not as it should be."""


def of_pack(output_set, pack):
    """Sites of profiles with that Kubernetes pack, in order."""
    profiles = {file.split("/")[1] for file in output_set.matching(f"profiles/*/cluster-profile/k8s-{pack}.yaml")}
    if not profiles:
        return
    for file in output_set.matching("sites/*/cluster.yaml"):
        try:
            its = profile(output_set, parsed(output_set, file))
        except Refused:
            its = None  # the site is kept: what is wrong with its request is found while it is looked at
        if its is None or its in profiles:
            yield file.split("/")[1]


def roles(output_set, site):
    return sorted({file.split("/")[3] for file in output_set.files if file.startswith(f"sites/{site}/preview/")})


def event(output_set, site, role, pack):
    """The part of the event that all providers share."""
    request = parsed(output_set, f"sites/{site}/cluster.yaml")
    host = at(request, "spec", "cloudConfig", "controlPlaneEndpoint", "host")
    if not isinstance(host, str):
        raise Refused("cluster.yaml has no spec.cloudConfig.controlPlaneEndpoint.host")
    its = profile(output_set, request)
    network = _network(output_set, site, its)
    env = {name: network[key] for name, key in PROXY_KEYS.items() if network.get(key)}
    return {"role": ROLES[role], "token": TOKEN, "host": host, "env": env,
            "config": _cluster_config(output_set, request, its, pack)}


def profile(output_set, request):
    """The one profile of the set, or that which the request names."""
    profiles = sorted({file.split("/")[1] for file in output_set.matching("profiles/*/cluster-profile/profile.yaml")})
    named = [entry.get("name") for entry in at(request, "spec", "profiles") or []]
    found = profiles if len(profiles) == 1 else [profile for profile in profiles if profile in named]
    if len(found) != 1:
        raise Refused(f"cluster.yaml names the profiles {named}, the set has {profiles}")
    return found[0]


def _cluster_config(output_set, request, profile, pack):
    """cluster.config of the pack; a site's own pack values, where the request holds them, replace the profile's."""
    file = f"profiles/{profile}/cluster-profile/k8s-{pack}.yaml"
    values = parsed(output_set, file)
    for entry in at(request, "spec", "profiles") or []:
        for override in entry.get("packValues") or []:
            if override.get("name") == pack:
                file, values = "cluster.yaml", parse(override["values"])
    config = at(values, "cluster", "config")
    if not isinstance(config, str):
        raise Refused(f"{file}: cluster.config is not text")
    return config


def _network(output_set, site, profile):
    """stylus.site.network of the site's hosts over that of the installer; all hosts must agree on the proxy."""
    installers = output_set.matching(f"profiles/{profile}/installer/*/user-data")
    staging = at(parsed(output_set, installers[0]), "stylus", "site", "network") if installers else {}
    merged = [{**(staging or {}), **(at(host, "stylus", "site", "network") or {})}
              for host in _hosts(output_set, site)]
    proxies = [{key: network.get(key) for key in PROXY_KEYS.values()} for network in merged]
    if not merged or any(proxy != proxies[0] for proxy in proxies):
        raise Refused(f"the hosts differ in their proxy: {proxies}")
    return merged[0]


def _hosts(output_set, site):
    return [parsed(output_set, file) for file in output_set.matching(f"sites/{site}/hosts/*/cidata/user-data")]


def node_address(output_set, site, written_env):
    """What stands for the address that the provider reads from the machine it runs on.

    It takes the first IPv4 interface address, with its prefix length, so each host has its own. The preview of a role
    may show that of any host of the site or, where a host gets its address later, a text in angle brackets.
    """
    addresses, open_address = [], False
    for host in _hosts(output_set, site):
        interfaces = (at(host, "stylus", "site", "network", "interfaces") or {}).values()
        static = [interface for interface in interfaces if interface.get("ipAddress")]
        addresses += [_with_prefix(interface) for interface in static]
        open_address |= not static
    parts = written_env.get("NO_PROXY", "").split(",")
    shown = parts[3] if len(parts) > 3 else ""
    if shown in addresses or (open_address and shown.startswith("<") and shown.endswith(">")):
        return shown
    return addresses[0] if addresses else "<address of the host>"


def _with_prefix(interface):
    address, mask = interface["ipAddress"], interface.get("mask")
    return ipaddress.ip_interface(f"{address}/{mask}" if mask and "/" not in address else address).with_prefixlen


def parsed(output_set, file):
    if not output_set.path(file).is_file():
        raise Refused(f"{file} is missing")
    try:
        return parse(output_set.text(file))
    except (yaml.YAMLError, ValueError) as fault:
        raise Refused(f"{file}: {fault}") from fault


def lines(text):
    """KEY=value lines as a map; the empty map stands for no file."""
    return dict(line.partition("=")[::2] for line in text.splitlines() if line)


def differences(name, node, preview, place=""):
    """Differences of values and of types: True is not 1, and 1 is not "1"."""
    if isinstance(node, dict) and isinstance(preview, dict):
        for key in sorted(node.keys() | preview.keys(), key=str):
            here = f"{place}/{key}"
            if key not in preview:
                yield f"{name} at {here}: {node[key]!r} on the node, not in the preview"
            elif key not in node:
                yield f"{name} at {here}: {preview[key]!r} in the preview, not on the node"
            else:
                yield from differences(name, node[key], preview[key], here)
    elif isinstance(node, list) and isinstance(preview, list) and len(node) == len(preview):
        for number, (item, other) in enumerate(zip(node, preview)):
            yield from differences(name, item, other, f"{place}/{number}")
    elif type(node) is not type(preview) or node != preview:
        yield f"{name} at {place}: {node!r} on the node, {preview!r} in the preview"
