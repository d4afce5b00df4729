# SPDX-License-Identifier: Apache-2.0
"""What the k3s provider makes of the cluster section on a node, by role, equals the preview.

The preview shows for each role the merged config.yaml and, where a proxy is set, the environment file of the unit.
The event is built here from what is delivered: the pack's values, the cluster request and the hosts' user-data.
"""

import ipaddress
import json
import shlex
import subprocess
import tempfile
from pathlib import Path

import yaml

from outputs import Outcome, at, parse

NAME = "k3s"
TITLE = "the provider's files for each role, merged by jq, equal the preview"

TOKEN = "<chosen by the management plane>"
PACK = "edge-k3s"
ROLES = {"init": "init", "control-plane": "controlplane", "worker": "worker"}
UNITS = {"init": "k3s", "control-plane": "k3s", "worker": "k3s-agent"}
PROXY_KEYS = {"HTTP_PROXY": "httpProxy", "HTTPS_PROXY": "httpsProxy", "NO_PROXY": "noProxy"}
CONFIG_FOLDER = "/etc/rancher/k3s/config.d"
# Later files win by jq's `+`: lists append, texts run together, two Booleans are an error. In our words, what the
# provider's stage runs (github.com/kairos-io/provider-k3s v4.5.1, pkg/provider/provider.go).
MERGE = "reduce (.[] | to_entries[]) as $entry ({}; .[$entry.key] += $entry.value)"


def run(sets, tools):
    for output_set in sets:
        for site in _sites(output_set):
            roles = _roles(output_set, site)
            if "init" not in roles:
                yield Outcome(output_set.case, f"sites/{site}/preview/init", ("is missing",))
            for role in roles:
                subject = f"sites/{site}/preview/{role}"
                try:
                    faults = _compare(output_set, site, role, tools)
                except _Refused as refused:
                    faults = [str(refused)]
                yield Outcome(output_set.case, subject, tuple(faults))


class _Refused(Exception):
    """The provider ends, jq ends, or a file that the event is made from is not as it should be."""


def _sites(output_set):
    """Sites of profiles with the K3s pack."""
    with_k3s = {file.split("/")[1] for file in output_set.matching(f"profiles/*/cluster-profile/k8s-{PACK}.yaml")}
    if not with_k3s:
        return []
    return [file.split("/")[1] for file in output_set.matching("sites/*/cluster.yaml")]


def _roles(output_set, site):
    return sorted({file.split("/")[3] for file in output_set.files if file.startswith(f"sites/{site}/preview/")})


def _compare(output_set, site, role, tools):
    if role not in ROLES:
        return [f"no such role: {role}"]
    folder = f"sites/{site}/preview/{role}"
    written_config = _parsed(output_set, f"{folder}/etc/rancher/k3s/config.yaml")
    written_env = _environment(output_set, folder, UNITS[role])

    event = _event(output_set, site, role)
    event["nodeAddress"] = _node_address(output_set, site, written_env)
    rendered = _render(event, tools)
    config = _merge(rendered, tools)
    env = _lines(rendered.get(f"/etc/default/{UNITS[role]}", ""))
    return [*_differences("config.yaml", config, written_config),
            *_differences(f"/etc/default/{UNITS[role]}", env, written_env)]


def _event(output_set, site, role):
    request = _parsed(output_set, f"sites/{site}/cluster.yaml")
    host = at(request, "spec", "cloudConfig", "controlPlaneEndpoint", "host")
    if not isinstance(host, str):
        raise _Refused("cluster.yaml has no spec.cloudConfig.controlPlaneEndpoint.host")
    profile = _profile(output_set, request)
    network = _network(output_set, site, profile)
    env = {name: network[key] for name, key in PROXY_KEYS.items() if network.get(key)}
    return {"role": ROLES[role], "token": TOKEN, "host": host, "env": env,
            "config": _cluster_config(output_set, request, profile)}


def _profile(output_set, request):
    """The one profile of the set, or that which the request names."""
    profiles = sorted({file.split("/")[1] for file in output_set.matching("profiles/*/cluster-profile/profile.yaml")})
    named = [entry.get("name") for entry in at(request, "spec", "profiles") or []]
    found = profiles if len(profiles) == 1 else [profile for profile in profiles if profile in named]
    if len(found) != 1:
        raise _Refused(f"cluster.yaml names the profiles {named}, the set has {profiles}")
    return found[0]


def _cluster_config(output_set, request, profile):
    """cluster.config of the pack; a site's own pack values, where the request holds them, replace the profile's."""
    file = f"profiles/{profile}/cluster-profile/k8s-{PACK}.yaml"
    values = _parsed(output_set, file)
    for entry in at(request, "spec", "profiles") or []:
        for override in entry.get("packValues") or []:
            if override.get("name") == PACK:
                file, values = "cluster.yaml", parse(override["values"])
    config = at(values, "cluster", "config")
    if not isinstance(config, str):
        raise _Refused(f"{file}: cluster.config is not text")
    return config


def _network(output_set, site, profile):
    """stylus.site.network of the site's hosts over that of the installer; all hosts must agree on the proxy."""
    installers = output_set.matching(f"profiles/{profile}/installer/*/user-data")
    staging = at(_parsed(output_set, installers[0]), "stylus", "site", "network") if installers else {}
    merged = [{**(staging or {}), **(at(host, "stylus", "site", "network") or {})}
              for host in _hosts(output_set, site)]
    proxies = [{key: network.get(key) for key in PROXY_KEYS.values()} for network in merged]
    if not merged or any(proxy != proxies[0] for proxy in proxies):
        raise _Refused(f"the hosts differ in their proxy: {proxies}")
    return merged[0]


def _hosts(output_set, site):
    return [_parsed(output_set, file) for file in output_set.matching(f"sites/{site}/hosts/*/cidata/user-data")]


def _node_address(output_set, site, written_env):
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


def _render(event, tools):
    done = subprocess.run([tools.go_programs / "k3srender"], input=json.dumps(event), capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise _Refused(f"the provider ends: {' '.join(done.stderr.split())}")
    return json.loads(done.stdout)


def _merge(rendered, tools):
    """jq over the files, in a scratch folder, in the order in which a shell lists them."""
    with tempfile.TemporaryDirectory(prefix="farstead-k3s-") as scratch:
        for path, content in rendered.items():
            if path.startswith(f"{CONFIG_FOLDER}/"):
                (Path(scratch) / Path(path).name).write_text(content, encoding="utf-8")
        done = subprocess.run([tools.bash, "-c", f"{shlex.quote(tools.jq)} -s {shlex.quote(MERGE)} ./*.yaml"],
                              cwd=scratch, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise _Refused(f"the merge ends: {done.stderr.strip()}")
    return json.loads(done.stdout)


def _parsed(output_set, file):
    if not output_set.path(file).is_file():
        raise _Refused(f"{file} is missing")
    try:
        return parse(output_set.text(file))
    except (yaml.YAMLError, ValueError) as fault:
        raise _Refused(f"{file}: {fault}") from fault


def _environment(output_set, folder, unit):
    files = [file for file in output_set.files if file.startswith(f"{folder}/etc/default/")]
    if not files:
        return {}
    if files != [f"{folder}/etc/default/{unit}"]:
        raise _Refused(f"only etc/default/{unit} belongs to this role, found {files}")
    return _lines(output_set.text(files[0]))


def _lines(text):
    """KEY=value lines as a map; the empty map stands for no file."""
    return dict(line.split("=", 1) for line in text.splitlines() if line)


def _differences(name, node, preview, place=""):
    """Differences of values and of types: True is not 1, and 1 is not "1"."""
    if isinstance(node, dict) and isinstance(preview, dict):
        for key in sorted(node.keys() | preview.keys(), key=str):
            here = f"{place}/{key}"
            if key not in preview:
                yield f"{name} at {here}: {node[key]!r} on the node, not in the preview"
            elif key not in node:
                yield f"{name} at {here}: {preview[key]!r} in the preview, not on the node"
            else:
                yield from _differences(name, node[key], preview[key], here)
    elif isinstance(node, list) and isinstance(preview, list) and len(node) == len(preview):
        for number, (item, other) in enumerate(zip(node, preview)):
            yield from _differences(name, item, other, f"{place}/{number}")
    elif type(node) is not type(preview) or node != preview:
        yield f"{name} at {place}: {node!r} on the node, {preview!r} in the preview"
