# SPDX-License-Identifier: Apache-2.0
"""The stage engine's own loader takes every step of each user-data and each pack, with no key that it ignores."""

import json
import subprocess

from cache import HERE
from outputs import Outcome

NAME = "stages"
TITLE = "yip v1.10.0 loads every step, strictly, of user-data and pack stages"


def run(sets, tools):
    rules = json.loads((HERE / "data" / "user-data.json").read_text(encoding="utf-8"))
    root_keys = {key for group in rules["rootKeys"] for key in group["keys"]}
    stage_names = {name + suffix for name in rules["stages"]["names"] for suffix in rules["stages"]["suffixes"]}

    subjects = []
    for output_set in sets:
        subjects += [(output_set, file, False) for file in user_data(output_set)]
        subjects += [(output_set, file, True) for file in packs_with_stages(output_set)]
    questions = "".join(json.dumps({"path": str(output_set.path(file)), "pack": pack}) + "\n"
                        for output_set, file, pack in subjects)
    done = subprocess.run([tools.go_programs / "yipcheck"], input=questions, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]

    for (output_set, file, pack), answer in zip(subjects, answers, strict=True):
        faults = [" ".join(fault.split()) for fault in answer["faults"]]
        if not pack:
            faults += [f"root key {key} is not in our list" for key in answer["rootKeys"] or []
                       if key not in root_keys]
        faults += [f"no stage is called {name}" for name in answer["steps"] or {} if name not in stage_names]
        yield Outcome(output_set.case, file, tuple(faults))


def user_data(output_set):
    return (output_set.matching("profiles/*/installer/*/user-data")
            + output_set.matching("sites/*/hosts/*/cidata/user-data"))


def packs_with_stages(output_set):
    """A values file is told from profile.yaml by its name; one that is no YAML is kept, for the loader to refuse."""
    for file in output_set.matching("profiles/*/cluster-profile/*.yaml"):
        if not file.endswith("/profile.yaml") and "\nstages:" in "\n" + output_set.text(file):
            yield file
