# SPDX-License-Identifier: Apache-2.0
"""The API server's own code, of the minor version of the site, loads every audit policy and admission configuration that an output
carries, with what it says of plug-ins, strictly."""

import re
import subprocess
import tempfile
from functools import cache as remembered
from pathlib import Path

import yaml

import sites
from outputs import Outcome

NAME = "policies"
TITLE = "the API server loads every audit policy and admission configuration"

KINDS = {"audit.k8s.io/v1": "Policy", "apiserver.config.k8s.io/v1": "AdmissionConfiguration"}


def concerns(output_set):
    """A file for the API server is named where an argument of it is."""
    return any(re.search(r"audit-policy-file|admission-control-config-file", output_set.text(file))
               for file in output_set.yaml_files())


def run(sets, tools):
    for output_set in sets:
        for file in output_set.yaml_files():
            try:
                documents = list(_documents(yaml.safe_load_all(output_set.text(file))))
            except (yaml.YAMLError, ValueError):
                continue  # the check of the readers says so
            if documents:
                yield Outcome(output_set.case, file, tuple(_faults(output_set, file, documents, tools)))


def _faults(output_set, file, documents, tools):
    try:
        program = tools.components[_minor(output_set, file)] / "kube-apiserver"
        for kind, text in documents:
            yield from _refused(program, kind, text)
    except sites.Refused as refused:
        yield str(refused)


def _documents(value):
    """Kind and text of each document in a value, which other documents may carry as text."""
    if isinstance(value, str):
        try:
            inner = yaml.safe_load(value) if "\n" in value else None
        except (yaml.YAMLError, ValueError):
            return
        if isinstance(inner, dict) and inner.get("apiVersion") in KINDS:
            yield KINDS[inner["apiVersion"]], value
        elif isinstance(inner, (dict, list)):
            yield from _documents(inner)
    elif isinstance(value, dict):
        if value.get("apiVersion") in KINDS:
            yield KINDS[value["apiVersion"]], yaml.safe_dump(value)
        else:
            yield from _documents(list(value.values()))
    elif value is not None and not isinstance(value, (bool, int, float)) and hasattr(value, "__iter__"):
        for item in value:
            yield from _documents(item)


def _minor(output_set, file):
    """That of the profile whose file it is or whose site has it; without the agent there is no image, and index.json names it."""
    folder, name = file.split("/")[:2]
    if folder == "sites":
        without_image = output_set.kubernetes_version(name)
        if without_image is not None:
            return _of(without_image)
        name = sites.profile(output_set, sites.parsed(output_set, f"sites/{name}/cluster.yaml"))
    for arguments in output_set.matching(f"profiles/{name}/installer/*/.arg"):
        found = re.search(r"^K8S_VERSION=[\"']?([0-9.]+)", output_set.text(arguments), re.MULTILINE)
        if found:
            return _of(found[1])
    raise sites.Refused("nothing names the version of Kubernetes")


def _of(version):
    return ".".join(version.lstrip("v").split(".")[:2])


@remembered
def _refused(program, kind, text):
    with tempfile.TemporaryDirectory(prefix="farstead-policy-") as scratch:
        file = Path(scratch) / "file.yaml"
        file.write_text(text, encoding="utf-8")
        answer = subprocess.run([program, "load", kind, file], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        return (f"{program.name} ended with {answer.returncode}: {' '.join(answer.stderr.split())[:300]}",)
    return tuple(f"{kind}: {line.replace(str(file), 'the file')}" for line in answer.stdout.splitlines())
