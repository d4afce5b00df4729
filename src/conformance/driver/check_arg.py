# SPDX-License-Identifier: Apache-2.0
"""Both readers of each .arg, bash and Earthly's library, see the same values, and they name the image that the
cluster profile's OS pack names."""

import json
import subprocess

import yaml

from outputs import Outcome, at, parse

NAME = "arg"
TITLE = ".arg: bash and Earthly's reader agree, and the OS pack names the image built"

# bash starts with an empty environment and an empty PATH: what the file runs by mistake is not found, and `set -e`
# ends the shell. Names are compared before and after, so every name that the file sets is seen.
SOURCE_SCRIPT = r"""
set -eu
PATH=/nonexistent
before=" $(compgen -v | while read -r name; do printf '%s ' "$name"; done)"
source "$1"
for name in $(compgen -v); do
  case "$before" in *" $name "*) continue ;; esac
  [ "$name" = before ] || [ "$name" = name ] || printf '%s=%s\0' "$name" "${!name}"
done
"""

# CanvOS tags what it builds $IMAGE_REGISTRY/$IMAGE_REPO:$K8S_DISTRIBUTION-$K8S_VERSION-$PE_VERSION-$CUSTOM_TAG
# (github.com/spectrocloud/CanvOS v4.4.12, Earthfile).
IMAGE_PARTS = ("IMAGE_REGISTRY", "IMAGE_REPO", "K8S_DISTRIBUTION", "K8S_VERSION", "PE_VERSION", "CUSTOM_TAG")


def run(sets, tools):
    subjects = [(output_set, file) for output_set in sets
                for file in output_set.matching("profiles/*/installer/*/.arg")]
    earthly = _earthly(tools, [output_set.path(file) for output_set, file in subjects])
    for (output_set, file), answer in zip(subjects, earthly, strict=True):
        faults = []
        values, complaint = _bash(tools, output_set.path(file))
        if complaint:
            faults.append(f"bash: {complaint}")
        elif answer.get("error"):
            faults.append(f"Earthly's reader: {answer['error']}")
        else:
            faults += _differences(values, answer["values"])
            faults += _image(output_set, file, values)
        yield Outcome(output_set.case, file, tuple(faults))


def _bash(tools, path):
    done = subprocess.run([tools.bash, "--noprofile", "--norc", "-c", SOURCE_SCRIPT, "bash", str(path)], env={},
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        return {}, f"exit {done.returncode}: {done.stderr.strip()}"
    return dict(item.split("=", 1) for item in done.stdout.split("\0") if item), None


def _earthly(tools, paths):
    done = subprocess.run([tools.go_programs / "argread"], input="".join(f"{path}\n" for path in paths),
                          capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _differences(bash, earthly):
    for name in sorted(bash.keys() | earthly.keys()):
        if bash.get(name) != earthly.get(name):
            yield f"{name} is {bash.get(name)!r} to bash and {earthly.get(name)!r} to Earthly"


def _image(output_set, file, values):
    profile = file.split("/")[1]
    pack = f"profiles/{profile}/cluster-profile/os-edge-native-byoi.yaml"
    if pack not in output_set.files:
        return
    missing = [name for name in IMAGE_PARTS if not values.get(name)]
    if missing:
        yield f"names no image: {', '.join(missing)} missing"
        return
    registry, repository, *tag = (values[name] for name in IMAGE_PARTS)
    built = f"{registry}/{repository}:{'-'.join(tag)}"
    try:
        named = at(parse(output_set.text(pack)), "options", "system.uri")
    except (yaml.YAMLError, ValueError) as fault:
        named = f"nothing: {fault}"
    if named != built:
        yield f"builds {built} but {pack} names {named}"
