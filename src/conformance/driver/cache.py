# SPDX-License-Identifier: Apache-2.0
"""Where the installed programs are, and how one is run while they are installed."""

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
TOP = HERE.parent.parent
CACHE = TOP / ".conformance"


class ToolMissing(Exception):
    """A program that the checks need can't be had here; the text says what to install."""


def run(command, failure, **options):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, **options)
    if done.returncode != 0:
        raise ToolMissing(f"{failure}\n$ {' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout
