# SPDX-License-Identifier: Apache-2.0
"""Runs the checks over finished output sets and prints one table; see README.md."""

import argparse
import json
import re
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import cache
import check_arg
import check_catalogue
import check_cloud_init
import check_component_facts
import check_components
import check_editors
import check_index
import check_kubeadm_fields
import check_kubeadm_load
import check_kubeadm_phases
import check_netplan
import check_policies
import check_provider
import check_readers
import check_run_sheets
import check_stages
import controls
import outputs
import tools

CHECKS = (check_index, check_arg, check_stages, check_readers, check_provider, check_kubeadm_load,
          check_kubeadm_fields, check_kubeadm_phases, check_catalogue, check_cloud_init, check_netplan, check_run_sheets,
          check_editors)
# They need programs that take half an hour to build.
FULL_CHECKS = (check_components, check_component_facts, check_policies)


@dataclass(frozen=True)
class Row:
    """One line of the table; seconds are None where the line above counts them."""

    name: str
    cases: int
    outcomes: list
    seconds: Optional[float]

    @property
    def failed(self):
        return sum(not outcome.passed for outcome in self.outcomes)


def main():
    arguments = _arguments()
    start = time.monotonic()
    try:
        installed = tools.install(arguments.full)
    except cache.ToolMissing as missing:
        print(f"conformance: {missing}", file=sys.stderr)
        return 2
    print(f"tools ready in {time.monotonic() - start:.1f} s")

    if arguments.self_test:
        sets = []
    else:
        if not arguments.outputs.is_dir() or not (sets := outputs.find(arguments.outputs)):
            print(f"conformance: no output sets in {arguments.outputs}; `./mvnw verify` makes them", file=sys.stderr)
            return 2

    rows = []
    with tempfile.TemporaryDirectory(prefix="farstead-controls-") as scratch:
        for check in CHECKS + (FULL_CHECKS if arguments.full else ()):
            rows += _rows(check, sets, installed, Path(scratch), arguments.full)
    return _report(rows, arguments.full)


def _arguments():
    parser = argparse.ArgumentParser(prog="src/conformance/run", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--fast", action="store_true", help="every check over every output set, then the controls")
    what.add_argument("--full", action="store_true",
                      help="as --fast, with all four minor versions; fails while not-run.md has entries")
    what.add_argument("--self-test", action="store_true", help="the samples and the controls alone")
    parser.add_argument("--outputs", type=Path, default=cache.TOP / "golden" / "target" / "outputs",
                        help="folder with one output set a sub-folder (default: golden/target/outputs)")
    return parser.parse_args()


def _rows(check, sets, installed, scratch, full):
    """The check's row over the real sets and its row over the samples and the controls, from one run."""
    start = time.monotonic()
    if sets and hasattr(check, "subjects"):
        sets = check.subjects()
    mistakes = controls.build(check, scratch)
    samples = controls.samples(check)
    by_case = defaultdict(list)
    for outcome in check.run([*sets, *samples, *(control.output_set for control in mistakes)], installed):
        by_case[outcome.case].append(outcome)

    on_samples = [outcome for sample in samples for outcome in by_case[sample.case]]
    judged = [*(on_samples or [outputs.Outcome("(samples)", "-", ("nothing was checked",))]),
              *(controls.judge(control, by_case[control.output_set.case]) for control in mistakes)]
    seconds = time.monotonic() - start
    refused = f"{check.NAME}: mistakes refused, samples accepted"
    if not sets:
        return [Row(refused, len(mistakes) + len(samples), judged, seconds)]
    concerned = [output_set for output_set in sets if _concerns(check, output_set) or by_case[output_set.case]]
    found = [outcome for output_set in sets for outcome in by_case[output_set.case]]
    found += _empty(check, concerned, by_case)
    if full and not concerned:
        found.append(outputs.Outcome("-", "-", ("no case is about what this check looks at",)))
    return [Row(f"{check.NAME}: {check.TITLE}", len(concerned), found, seconds),
            Row(refused, len(mistakes) + len(samples), judged, None)]


def _concerns(check, output_set):
    """A check is about every case unless it says by itself what it is about."""
    return check.concerns(output_set) if hasattr(check, "concerns") else True


def _empty(check, sets, by_case):
    """A case in which a check finds nothing fails unless cases.json says why that is right."""
    allowed = {entry["case"] for entry in
               json.loads((cache.HERE / "cases.json").read_text(encoding="utf-8"))["nothingToCheck"]
               if entry["check"] == check.NAME and entry["reason"]}
    for output_set in sets:
        if not by_case[output_set.case] and output_set.case not in allowed:
            yield outputs.Outcome(output_set.case, "-", ("the check found nothing and cases.json gives no reason",))
        if by_case[output_set.case] and output_set.case in allowed:
            yield outputs.Outcome(output_set.case, "-", ("cases.json says there is nothing to check, but there is",))
    for case in sorted(allowed - {output_set.case for output_set in sets}):
        yield outputs.Outcome(case, "-", ("cases.json names a case that is not there",))


def _report(rows, full):
    for row in rows:
        for outcome in row.outcomes:
            for fault in outcome.faults:
                print(f"{row.name.split(':')[0]}: {outcome.case}: {outcome.subject}: {fault}")
    width = max(len(row.name) for row in rows)
    print(f"{'check':<{width}}  cases  checked  passed  failed  seconds")
    for row in rows:
        print(f"{row.name:<{width}}  {row.cases:>5}  {len(row.outcomes):>7}  {len(row.outcomes) - row.failed:>6}"
              f"  {row.failed:>6}  {'' if row.seconds is None else format(row.seconds, '.1f'):>7}".rstrip())
    not_run = re.findall(r"^## (.+)$", (cache.HERE / "not-run.md").read_text(encoding="utf-8"), re.MULTILINE)
    for title in not_run:
        print(f"not run: {title} (not-run.md)")
    failed = sum(row.failed for row in rows)
    passed = sum(len(row.outcomes) for row in rows) - failed
    print(f"{passed} passed, {failed} failed")
    if full and not_run:
        print(f"the full form fails: {len(not_run)} not run")
    return 1 if failed or (full and not_run) else 0


if __name__ == "__main__":
    sys.exit(main())
