# SPDX-License-Identifier: Apache-2.0
"""index.json lists every file of the set and no other, so no file can escape the other checks by its absence."""

from outputs import Outcome

NAME = "index"
TITLE = "index.json lists the files that are there"


def run(sets, tools):
    for output_set in sets:
        there = set(output_set.files) - {"index.json"}
        try:
            listed = set(output_set.index_entries()) - {"index.json"}
        except (OSError, ValueError) as fault:
            yield Outcome(output_set.case, "index.json", (f"can't be read: {fault}",))
            continue
        for file in sorted(there | listed):
            faults = []
            if file not in listed:
                faults.append("is written but not listed in index.json")
            if file not in there:
                faults.append("is listed in index.json but not written")
            yield Outcome(output_set.case, file, tuple(faults))
