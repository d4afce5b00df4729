# SPDX-License-Identifier: Apache-2.0
"""The commands that people copy from a run-sheet: bash takes each block and calls, with exactly the words that a person reads, the
programs that the block names and no other."""

import re
import shlex
import subprocess
import tempfile
from pathlib import Path

from outputs import Outcome

NAME = "run-sheets"
TITLE = "bash calls what run-sheets name, with the words that stand there"

BLOCK = re.compile(r"^(`{3,})sh\n(.*?)^\1$", re.MULTILINE | re.DOTALL)

# What stands between the commands of a line.
OPERATORS = {"(", ")", "&&", ";", "|"}

# What the reader sets beforehand. Each stands for its own name here, so that the words that bash sees are those that a person reads.
VARIABLES = ("PALETTE_API_KEY", "PALETTE_ENDPOINT", "PROJECT_ID", "PROFILE_ID")

# Commands of bash itself.
BUILTINS = {"cd", "umask"}

# Each program is this script under another name: it writes its name, its words and a line break, each ended by NUL, to a file of its
# process, since the programs of a pipe run at once and bash writes each line by itself.
STUB = """#!{bash}
printf '%s\\0' "${{0##*/}}" "$@" $'\\n' >>"$CALLS/$BASHPID"
"""


def run(sets, tools):
    known = {}  # what was said of a block that stands in many run-sheets and does not depend on its folder
    for output_set in sets:
        for file in output_set.matching("*/*/run-sheet.md"):
            faults = []
            blocks = [match.group(2) for match in BLOCK.finditer(output_set.text(file))]
            if not blocks:
                faults.append("no block of commands")
            for block in blocks:
                key = (output_set.path(file).parent, block) if "cd " in block else block
                if key not in known:
                    known[key] = _block(tools, output_set.path(file).parent, block)
                faults += known[key]
            yield Outcome(output_set.case, file, tuple(faults))


def _block(tools, folder, block):
    try:
        expected = sorted(call for line in block.replace("\\\n", "").splitlines() for call in _calls(line))
    except ValueError as fault:
        return [f"no commands: {fault}: {block!r}"]
    with tempfile.TemporaryDirectory(prefix="farstead-run-sheet-") as scratch:
        calls = Path(scratch, "calls")
        calls.mkdir()
        programs = Path(scratch, "bin")
        programs.mkdir()
        # A path can't be put on PATH; bash finds it as a function.
        functions = ""
        for name in {call[0] for call in expected}:
            if "/" in name:
                functions += f"{name}() {{ printf '%s\\0' {shlex.quote(name)} \"$@\" $'\\n' >>\"$CALLS/$BASHPID\"; }}\n"
            else:
                Path(programs, name).write_text(STUB.format(bash=tools.bash), encoding="utf-8")
                Path(programs, name).chmod(0o755)
        done = subprocess.run(
            [tools.bash, "--noprofile", "--norc", "-c", f"set -eu\nset -o pipefail\n{functions}{block}"], cwd=folder,
            env={"PATH": str(programs), "CALLS": str(calls), **{name: "$" + name for name in VARIABLES}},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode != 0 or done.stderr:
            return [f"bash: exit {done.returncode}: {' '.join(done.stderr.split())}"]
        seen = sorted(call for file in calls.iterdir() for call in _recorded(file.read_text(encoding="utf-8")))
    return [] if seen == expected else [f"bash calls {seen}, and the block reads {expected}"]


def _calls(line):
    """The commands of a line as a person reads them: words, quoted or not, and a comment behind `#`."""
    if re.search(r"[$`]", re.sub(r"'[^']*'|\$(?:" + "|".join(VARIABLES) + r")\b", "", line)):
        raise ValueError("bash puts something in the place of a part")
    words = shlex.shlex(line, posix=True, punctuation_chars="();|&")
    words.whitespace_split = True
    call = []
    for word in [*words, ";"]:
        if word in OPERATORS:
            if call and call[0] not in BUILTINS:
                yield call
            call = []
        else:
            call.append(word)


def _recorded(text):
    for record in text.split("\0\n\0"):
        if record:
            yield record.split("\0")
