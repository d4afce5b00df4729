# SPDX-License-Identifier: Apache-2.0
"""The API server's own code, of the minor version of the site, loads every audit policy and admission configuration that an output
carries, with what it says of plug-ins, strictly."""

import re
import tempfile
from functools import cache as remembered
from pathlib import Path

import yaml

import components
import sites
import versions
from outputs import Outcome

NAME = "policies"
TITLE = "the API server loads every audit policy and admission configuration"

KINDS = {"audit.k8s.io/v1": "Policy", "apiserver.config.k8s.io/v1": "AdmissionConfiguration"}


def concerns(output_set):
    """A file for the API server is named where an argument of it is."""
    return any(re.search(r"audit-policy-file|admission-control-config-file", output_set.text(file))
               for file in output_set.yaml_files())


def run(sets, tools):
    refused = remembered(_refused)
    for output_set in sets:
        for file in output_set.yaml_files():
            documents = list(_documents(output_set.text(file)))
            if documents:
                yield Outcome(output_set.case, file, tuple(_faults(output_set, file, documents, tools, refused)))


def _faults(output_set, file, documents, tools, refused):
    try:
        program = tools.components[versions.minor(versions.of_file(output_set, file))] / "kube-apiserver"
        for kind, text in documents:
            yield from refused(program, kind, text)
    except sites.Refused as fault:
        yield str(fault)


def _documents(text):
    """Kind and text of each document that a text is or carries in texts of its own."""
    try:
        values = list(yaml.safe_load_all(text))
    except (yaml.YAMLError, ValueError):
        return  # a text of another kind; that every file is YAML is for the check of the readers
    for value in values:
        if isinstance(value, dict) and value.get("apiVersion") in KINDS:
            yield KINDS[value["apiVersion"]], text
        else:
            yield from _carried(value)


def _carried(value):
    if isinstance(value, str) and "\n" in value:
        yield from _documents(value)
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _carried(item)


def _refused(program, kind, text):
    with tempfile.TemporaryDirectory(prefix="farstead-policy-") as scratch:
        file = Path(scratch) / "file.yaml"
        file.write_text(text, encoding="utf-8")
        said = components.refusals(program, "load", kind, file)
    return tuple(f"{kind}: {line.replace(str(file), 'the file')}" for line in said)
