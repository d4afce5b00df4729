# SPDX-License-Identifier: Apache-2.0
"""Negative controls: a sample with one mistake each, which the check it belongs to must refuse for the right reason.
controls/<check>.json lists them: name, sample (store where it says none), file, what to replace by what, and parts of
the faults' texts."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from cache import HERE
from outputs import Outcome, OutputSet

SAMPLES = HERE / "samples"


@dataclass(frozen=True)
class Control:
    """One mistake and what the check has to say about it."""

    output_set: OutputSet
    because: tuple


def samples(check) -> list:
    """A check that looks at something else than output sets brings samples of its own."""
    if hasattr(check, "samples"):
        return check.samples()
    return [OutputSet(f"(sample {folder.name})", folder) for folder in sorted(getattr(check, "SAMPLES", SAMPLES).iterdir())
            if folder.is_dir()]


def build(check, scratch: Path) -> list:
    """The controls of one check, each as a changed copy of a sample below the scratch folder."""
    controls = []
    roots = {sample.case: sample.root for sample in samples(check)}
    for entry in json.loads((HERE / "controls" / f"{check.NAME}.json").read_text(encoding="utf-8")):
        root = scratch / check.NAME / entry["name"]
        shutil.copytree(roots[f"(sample {entry.get('sample', 'store')})"], root)
        file = root / entry["file"]
        text = file.read_text(encoding="utf-8")
        if text.count(entry["replace"]) != 1:
            raise ValueError(f"control {check.NAME}/{entry['name']}: the text to replace must stand once in {entry['file']}")
        file.write_text(text.replace(entry["replace"], entry["by"]), encoding="utf-8")
        controls.append(Control(OutputSet(f"(control {entry['name']})", root), tuple(entry["because"])))
    if not controls:
        raise ValueError(f"check {check.NAME} has no negative control")
    return controls


def judge(control: Control, outcomes: list) -> Outcome:
    """Passed where the mistake was refused for all its reasons and for no other."""
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    if not faults:
        said = ["was accepted"]
    else:
        said = [f"was not refused for this reason: {part}" for part in control.because
                if not any(part in fault for fault in faults)]
        said += [f"was refused for another reason: {fault}" for fault in faults
                 if not any(part in fault for part in control.because)]
    return Outcome(control.output_set.case, "refused", tuple(said))
