# SPDX-License-Identifier: Apache-2.0
"""The kubeadm provider: the preview shows for each role the documents below /opt/kubeadm and, where a proxy is set, the
environment file of the kubelet and the drop-in of containerd."""

import hashlib
import json
import re
import subprocess
from pathlib import PurePosixPath

import yaml

import sites
import versions

RESOLVED = "/run/systemd/resolve/resolv.conf"
# github.com/spectrocloud/CanvOS v4.4.12 and v4.5.15, Earthfile: the provider that goes into the image of an agent.
PROVIDERS = {"v4.4.12": "v4.4.1", "v4.5.15": "v4.5.5"}


def compare(output_set, site, role, pack, tools):
    folder = f"sites/{site}/preview/{role}/"
    written = {"/" + file.removeprefix(folder): output_set.text(file)
               for file in output_set.files if file.startswith(folder)}
    event = sites.event(output_set, site, role, pack)
    minor, agent = version(output_set, site)
    if agent not in PROVIDERS:
        raise sites.Refused(f"the kubeadm provider of agent {agent} is not known here")
    event["release"] = PROVIDERS[agent]
    event["resolved"] = any(RESOLVED in text for path, text in written.items() if path.startswith("/opt/"))
    answer = ask([{"render": event}], minor, tools)[0]
    if answer["faults"]:
        raise sites.Refused(f"the provider ends: {'; '.join(answer['faults'])}")
    # Without a proxy the provider writes its two proxy files empty; a preview may leave empty files out.
    node = {path: text for path, text in answer["files"].items() if text or path in written}
    return list(_differences(node, {path: filled(text) for path, text in written.items()}))


def filled(text):
    """The text with the bootstrap token and the certificate key for which a preview shows a text in angle brackets,
    derived as the provider does from the text that a preview shows for the cluster token."""
    def value(match):
        return f"{match[1]}{token if match[2] == 'token' else key}"
    whole = hashlib.sha256(sites.TOKEN.encode()).hexdigest()
    token = f"{whole[-6:]}.{whole[:16]}"
    key = hashlib.sha256(token.encode()).hexdigest()
    return re.sub(r"""^([ -]*(token|certificateKey): )(["']?)<[^<>]*>\3$""", value, text, flags=re.MULTILINE)


def ask(questions, minor, tools):
    """kubeadm of the nearest minor version that is built: the fast form has not all four."""
    done = subprocess.run([tools.kubeadm[nearest(minor, tools)]], text=True, capture_output=True, check=True,
                          input="".join(json.dumps(question) + "\n" for question in questions))
    return [json.loads(line) for line in done.stdout.splitlines()]


def nearest(minor, tools):
    """The newest built minor version that is not newer, else the oldest: kubeadm takes its own minor or one older."""
    exact = [built for built in tools.kubeadm if built == minor]
    newer = sorted((built for built in tools.kubeadm if _number(built) > _number(minor)), key=_number)
    return (exact or newer or sorted(tools.kubeadm, key=_number)[-1:])[0]


def _number(minor):
    return int(minor.split(".")[1])


def version(output_set, site):
    """Minor version of Kubernetes and release of the agent, from the image build arguments of the site's profile."""
    image = versions.image(output_set, versions.profile(output_set, site))
    return versions.minor(image["K8S_VERSION"]), image["PE_VERSION"]


def _differences(node, written):
    for path in sorted(node.keys() | written.keys()):
        if path not in written:
            yield f"{path} is written on the node and not in the preview"
        elif path not in node:
            yield f"{path} is in the preview and not written on the node"
        elif PurePosixPath(path).suffix == ".yaml":
            yield from sites.differences(path, documents(path, node[path]), documents(path, written[path]))
        else:
            yield from sites.differences(path, node[path].splitlines(), written[path].splitlines())


def documents(path, text):
    """Documents by kind, without what is unset."""
    try:
        found = [document for document in yaml.safe_load_all(text) if document is not None]
    except (yaml.YAMLError, ValueError) as fault:
        raise sites.Refused(f"{path}: {fault}") from fault
    by_kind = {document.get("kind"): _set(document) for document in found}
    if len(by_kind) != len(found):
        raise sites.Refused(f"{path} holds two documents of one kind")
    return by_kind


def _set(value, place=""):
    """A value without empty members. Go prints fields that are unset and not optional as empty texts, empty maps and
    zero durations; which fields those are differs with the library version that the provider was built with."""
    if not isinstance(value, dict):
        return value
    members = {key: _set(item, key) for key, item in value.items()}
    unset = (None, "", {}, "0s") + ((0, "0") if place in ("logging", "json", "text") else ())
    return {key: item for key, item in members.items()
            if not any(type(item) is type(nothing) and item == nothing for nothing in unset)}
