# SPDX-License-Identifier: Apache-2.0
"""The K3s and RKE2 providers: the preview shows for each role the merged config.yaml and, where a proxy is set, the
environment file of the unit."""

import json
import shlex
import subprocess
import tempfile
from pathlib import Path

import sites

FLAVORS = {"edge-k3s": "k3s", "edge-rke2": "rke2"}
UNITS = {
    "k3s": {"init": "k3s", "control-plane": "k3s", "worker": "k3s-agent"},
    "rke2": {"init": "rke2-server", "control-plane": "rke2-server", "worker": "rke2-agent"},
}
# Later files win by jq's `+`: lists append, texts run together, two Booleans are an error. In our words, what the
# providers' stages run (github.com/kairos-io/provider-k3s v4.5.1, pkg/provider/provider.go;
# github.com/kairos-io/provider-rke2 v4.5.1, main.go).
MERGE = "reduce (.[] | to_entries[]) as $entry ({}; .[$entry.key] += $entry.value)"


def compare(output_set, site, role, pack, tools):
    flavor = FLAVORS[pack]
    unit = UNITS[flavor][role]
    folder = f"sites/{site}/preview/{role}"
    written_config = sites.parsed(output_set, f"{folder}/etc/rancher/{flavor}/config.yaml")
    written_env = _environment(output_set, folder, unit)

    event = sites.event(output_set, site, role, pack)
    event["flavor"] = flavor
    event["nodeAddress"] = sites.node_address(output_set, site, written_env)
    rendered = _render(event, tools)
    config = _merge(rendered, f"/etc/rancher/{flavor}/config.d", tools)
    env = sites.lines(rendered.get(f"/etc/default/{unit}", ""))
    return [*sites.differences("config.yaml", config, written_config),
            *sites.differences(f"/etc/default/{unit}", env, written_env)]


def _render(event, tools):
    done = subprocess.run([tools.go_programs / "rancherrender"], input=json.dumps(event), capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        raise sites.Refused(f"the provider ends: {' '.join(done.stderr.split())}")
    return json.loads(done.stdout)


def _merge(rendered, folder, tools):
    """jq over the files, in a scratch folder, in the order in which a shell lists them."""
    with tempfile.TemporaryDirectory(prefix="farstead-rancher-") as scratch:
        for path, content in rendered.items():
            if path.startswith(f"{folder}/"):
                (Path(scratch) / Path(path).name).write_text(content, encoding="utf-8")
        done = subprocess.run([tools.bash, "-c", f"{shlex.quote(tools.jq)} -s {shlex.quote(MERGE)} ./*.yaml"],
                              cwd=scratch, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise sites.Refused(f"the merge ends: {done.stderr.strip()}")
    return json.loads(done.stdout)


def _environment(output_set, folder, unit):
    files = [file for file in output_set.files if file.startswith(f"{folder}/etc/default/")]
    if not files:
        return {}
    if files != [f"{folder}/etc/default/{unit}"]:
        raise sites.Refused(f"only etc/default/{unit} belongs to this role, found {files}")
    return sites.lines(output_set.text(files[0]))
