# SPDX-License-Identifier: Apache-2.0
"""netplan of two Debian releases makes systemd-networkd's files of each network-config of a host without the agent."""

import yaml

import nocloud
from outputs import Outcome

NAME = "netplan"
TITLE = "netplan 0.106 and 1.1 generate from the network-config of hosts without the agent"

concerns = nocloud.concerns


def run(sets, tools):
    for output_set in sets:
        for folder in nocloud.folders(output_set):
            file = output_set.path(f"{folder}/network-config")
            if file.is_file():
                faults = [fault for tree in tools.debian for fault in _faults(tree, file)]
                yield Outcome(output_set.case, f"{folder}/network-config", tuple(faults))


def _faults(tree, file):
    with tree.scratch() as scratch:
        folder = scratch / "etc" / "netplan"
        folder.mkdir(parents=True)
        # cloud-init writes what it was given below `network`, which is how netplan wants it.
        config = nocloud.read(file)
        if isinstance(config, dict) and "network" not in config:
            config = {"network": config}
        target = folder / "50-cloud-init.yaml"
        target.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
        target.chmod(0o600)
        done = tree.run("netplan", "generate", "--root-dir", tree.inside(scratch))
        made = [path for path in scratch.glob("run/systemd/network/*") if path.is_file()]
    # Newer netplan also says that it is not on a running machine.
    lines = done.stderr.splitlines()
    errors = [line for line in lines if "Error" in line or "rror:" in line] or lines
    if done.returncode != 0:
        yield f"Debian {tree.release}: {' '.join(errors).replace(tree.inside(scratch), '')}"
    elif not made:
        yield f"Debian {tree.release}: nothing is generated"
