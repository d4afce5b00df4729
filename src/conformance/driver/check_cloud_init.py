# SPDX-License-Identifier: Apache-2.0
"""cloud-init of two Debian releases takes the files of hosts without the agent."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nocloud
from outputs import Outcome

NAME = "cloud-init"
TITLE = "cloud-init 22.4 and 25.1 take the files of hosts without the agent"

concerns = nocloud.concerns

# 22.4 has no schema for a network-config and is asked what it makes of the file instead, with netplan as its renderer
# and, as it does itself, without a `network` key around it.
UNDERSTANDS = """
import sys, yaml
from cloudinit.net import netplan, network_state
try:
    config = yaml.safe_load(open(sys.argv[1]))
    network_state.parse_net_config_data(config.get("network", config), renderer=netplan.Renderer())
except Exception as fault:
    sys.exit(f"cloud-init makes nothing of it: {fault}")
"""


def run(sets, tools):
    subjects = [(output_set, folder, name) for output_set in sets for folder in nocloud.folders(output_set)
                for name in ("user-data", "meta-data", "network-config")]
    with ThreadPoolExecutor() as pool:
        faults = pool.map(lambda subject: tuple(_faults(*subject, tools)), subjects)
        for (output_set, folder, name), found in zip(subjects, faults, strict=True):
            yield Outcome(output_set.case, f"{folder}/{name}", found)


def _faults(output_set, folder, name, tools):
    file = output_set.path(f"{folder}/{name}")
    if not file.is_file():
        yield "is missing"
        return
    if name == "meta-data":
        if not isinstance((nocloud.read(file) or {}).get("instance-id"), str):
            yield "has no instance-id, without which cloud-init's NoCloud source does not take the medium"
        return
    for tree in tools.debian:
        with tree.scratch() as scratch:
            copy = scratch / name
            copy.write_bytes(file.read_bytes())
            done = tree.run(*_command(tree, name, tree.inside(copy)))
        if done.returncode != 0 or "Traceback" in done.stderr:
            said = " ".join(f"{done.stdout} {done.stderr}".split())
            yield f"Debian {tree.release}: {said.replace(str(Path(tree.inside(copy)).parent), '')}"


def _command(tree, name, path):
    if name == "user-data":
        return "cloud-init", "schema", "--config-file", path
    if tree.release == "bookworm":
        return "python3", "-c", UNDERSTANDS, path
    return "cloud-init", "schema", "--config-file", path, "--schema-type", "network-config"
