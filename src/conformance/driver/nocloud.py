# SPDX-License-Identifier: Apache-2.0
"""The folders with cloud-init's files of hosts without the agent."""

import yaml

from outputs import parse


def concerns(output_set):
    """Hosts without the agent have their files below rootfs/ too, so a missing nocloud/ is seen."""
    return bool(folders(output_set))


def folders(output_set):
    hosts = {"/".join(file.split("/")[:4]) for file in output_set.files
             if file.startswith("sites/") and file.split("/")[4:5] in (["rootfs"], ["nocloud"])}
    return [f"{host}/nocloud" for host in sorted(hosts)]


def read(file):
    """The document, or nothing where it is no YAML: the readers of that check say so."""
    try:
        return parse(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError):
        return None
