# SPDX-License-Identifier: Apache-2.0
"""Asks the programs below go/components."""

import json
import subprocess


def refusals(program, *arguments):
    """What a component says against its arguments: its own words, nothing where it takes them."""
    answer = subprocess.run([program, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        return (f"it ended with {answer.returncode}: {' '.join(answer.stderr.split())[:300]}",)
    return tuple(answer.stdout.splitlines())


def listing(program):
    """Its flags, feature gates and admission plug-ins."""
    answer = subprocess.run([program, "list"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    return json.loads(answer.stdout)
