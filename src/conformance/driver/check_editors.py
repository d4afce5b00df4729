# SPDX-License-Identifier: Apache-2.0
"""yaml-language-server, with which editors show YAML, holds the specifications of the golden cases against the editor
schema, and offers what the schema has."""

import json
import os
import re
from functools import cache

import yaml

import editor_schema
import findings
from cache import HERE, TOP
from language_server import LanguageServer
from outputs import Outcome, OutputSet

NAME = "editors"
TITLE = "yaml-language-server 1.25.0 shows each fault of one document, and offers every value and text"
SAMPLES = HERE / "editors" / "samples"
OFFERED = "(what is offered)"
NOTHING_WRONG = "where nothing is wrong"

SCHEMAS = TOP / "schemas" / "src" / "main" / "resources" / "dev" / "farstead" / "schemas"
SCHEMA = SCHEMAS / "editor" / "editor.json"
DATA = HERE / "data" / "editors.json"
PAGE = TOP / "src" / "guide" / "figures" / "editors.md"
SERVER = "\n## In the server\n"


def subjects():
    """The golden cases, which hold the examples too, and the schema itself."""
    cases = [OutputSet(f"{case.parent.name}.{case.name}", case)
             for case in sorted((TOP / "golden" / "cases").glob("*/*")) if case.is_dir()]
    return [*cases, OutputSet(OFFERED, SCHEMA.parent)]


def run(sets, tools):
    folders = {f"s{number}": output_set for number, output_set in enumerate(sets)}
    schemas = {folder: _schema(output_set) for folder, output_set in folders.items()}
    texts = {f"{folder}/{name}": text for folder, output_set in folders.items()
             for name, text in specs(output_set).items()}
    counted = {output_set.case: [] for output_set in sets}
    with LanguageServer(tools.node, tools.language_server, schemas) as server:
        diagnostics = server.diagnostics(texts)
        for folder, output_set in folders.items():
            for outcome in _judged(output_set, folder, diagnostics):
                counted[output_set.case].append(outcome)
                yield outcome
            if (output_set.root / "editor.json").is_file():
                for outcome in _offered(output_set, folder, server):
                    counted[output_set.case].append(outcome)
                    yield outcome
    if OFFERED in counted:
        yield Outcome(OFFERED, PAGE.relative_to(TOP).as_posix(), tuple(_page_faults(sets, counted, tools)))


def _page_faults(sets, counted, tools):
    """The second part of the figures page; GUIDE=update rewrites it, except where CI is set."""
    version = _read(tools.language_server / "package.json")["version"]
    real = [output_set for output_set in sets if TOP / "golden" in output_set.root.parents]
    texts = {output_set.case: specs(output_set) for output_set in real}
    known = [(output_set.case, finding) for output_set in real
             for finding in _known(output_set, texts[output_set.case])]
    differs = {(entry["case"], entry["code"]) for entry in _read(DATA)["differs"]}
    asked = [outcome.subject.split()[0] for outcome in counted[OFFERED]]
    wrong = sum(NOTHING_WRONG in fault for output_set in real for outcome in counted[output_set.case]
                for fault in outcome.faults)
    part = f"""{SERVER}
What yaml-language-server {version} makes of it, over its protocol: `src/conformance/run --fast` opens every specification of the golden
cases, which are the examples too. Where it shows a fault elsewhere, or not at all, `src/conformance/data/editors.json` says why.

| | |
|---|---|
| specifications opened | {sum(map(len, texts.values()))} |
| faults that an editor can know | {len(known)} |
| of them shown at their range | {sum((case, finding.code) not in differs for case, finding in known)} |
| diagnostics where nothing is wrong | {wrong} |
| keys whose text is shown | {asked.count("hover")} |
| axes whose values are offered | {asked.count("values")} |
| snippets that are what they say once inserted | {asked.count("snippet")} |
"""
    page = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else SERVER
    if os.environ.get("GUIDE") == "update" and "CI" not in os.environ:
        PAGE.write_text(page[:page.index(SERVER)] + part, encoding="utf-8")
    elif not page.endswith(part):
        yield "it says something else; `GUIDE=update src/conformance/run --fast` rewrites it"


def _schema(output_set):
    own = output_set.root / "editor.json"
    return own if own.is_file() else SCHEMA


def specs(output_set):
    """The texts of the specifications of a case by name."""
    settings = output_set.root / "case.yaml"
    named = (yaml.safe_load(settings.read_text(encoding="utf-8")) or {}).get("specs", "spec") \
        if settings.is_file() else "spec"
    folder = output_set.root / named
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(folder.rglob("*")) if file.suffix in (".yaml", ".json")}


def _known(output_set, texts):
    """The expected faults that an editor can know: those of the syntax, of the structure, and of axes within one document."""
    within, patterns = _codes()
    return [finding for finding in findings.read(output_set.root / "findings.txt", texts)
            if finding.severity == "error"
            and (finding.code in within | patterns or re.match(r"SPEC-0|YAML-", finding.code))]


@cache
def _codes():
    axes = {axis["name"]: axis["kind"] for axis in _read(SCHEMAS / "axes" / "axes.json")["axes"]}
    within = {constraint["code"] for constraint in _read(SCHEMAS / "axes" / "constraints.json")["constraints"]
              if constraint["severity"] == "error"
              and len({axes[axis] for part in ("when", "then") for axis in constraint[part]}) == 1}
    patterns = {pattern["code"] for pattern in _read(SCHEMAS / "structure" / "patterns.json").values()
                if "code" in pattern}
    return within, patterns


def _read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def _judged(output_set, folder, diagnostics):
    """Each fault that an editor can know has a diagnostic at its range, and there are no others."""
    within, _ = _codes()
    texts = specs(output_set)
    known = _known(output_set, texts)
    excused = {(entry["code"], entry["file"]) for entry in _read(DATA)["differs"] if entry["case"] == output_set.case}
    unused = set(excused)
    for file in texts:
        shown = diagnostics[f"{folder}/{file}"]
        here = [finding for finding in known if finding.file == file]
        faults = []
        for finding in here:
            at = [diagnostic for diagnostic in shown if _covers(diagnostic["range"], finding)]
            if (finding.code, file) in excused:
                unused.discard((finding.code, file))
                if at:
                    faults.append(f"{finding} is shown at its range, and data/editors.json says that it is not")
            elif not at:
                faults.append(f"{finding} is not shown at its range: {_places(shown)}")
            elif finding.code in within and not any(finding.code in diagnostic["message"] for diagnostic in at):
                faults.append(f"{finding} is shown without its code")
        if not here:
            faults += [f"shown at {_place(diagnostic)}, {NOTHING_WRONG}: {diagnostic['message']}"
                       for diagnostic in shown]
        elif not any(finding.code.startswith("YAML-") or (finding.code, file) in excused for finding in here):
            faults += [f"shown at {_place(diagnostic)}, {NOTHING_WRONG}: {diagnostic['message']}"
                       for diagnostic in shown if not any(_covers(diagnostic["range"], finding) for finding in here)]
        yield Outcome(output_set.case, file, tuple(faults))
    for code, file in sorted(unused):
        yield Outcome(output_set.case, file, (f"data/editors.json names {code}, which is not expected here",))


def _covers(shown, finding):
    start, end = shown["start"], shown["end"]
    return ((start["line"], start["character"]) <= (finding.line, finding.start)
            and (finding.line, finding.end) <= (end["line"], end["character"]))


def _places(diagnostics):
    return "; ".join(f"{_place(diagnostic)} {diagnostic['message']}" for diagnostic in diagnostics) or "nothing is"


def _place(diagnostic):
    start = diagnostic["range"]["start"]
    return f"{start['line'] + 1}:{start['character'] + 1}"


def _offered(output_set, folder, server):
    """Every key shows its text, every axis offers its values, and every snippet is what it says once inserted."""
    schema = editor_schema.read(output_set.root / "editor.json")
    axes = _axes(output_set)
    for number, (kind, text, keys) in enumerate(editor_schema.documents(schema)):
        name = f"{folder}/every-key-{kind}-{number}.yaml"
        server.open(name, text)
        for key in keys:
            yield Outcome(output_set.case, f"hover {key}", tuple(_hover_faults(server, name, key)))
            axis = axes.pop((kind, ".".join(key.path)), None)
            if axis is not None:
                yield Outcome(output_set.case, f"values of {key}", tuple(_value_faults(server, name, key, axis)))
    for kind, path in axes:
        yield Outcome(output_set.case, f"values of {kind} {path}", ("the schema has no such key",))
    for number, (text, holder) in enumerate(editor_schema.snippets(schema)):
        yield from _inserted(output_set, f"{folder}/snippet-{number}.yaml", text, holder, server)


def _axes(output_set):
    own = output_set.root / "axes.json"
    axes = _read(own if own.is_file() else SCHEMAS / "axes" / "axes.json")["axes"]
    return {(axis["kind"], axis["path"]): [value["value"] for value in axis["values"] if not value.get("absent")]
            for axis in axes}


def _hover_faults(server, name, key):
    shown = server.hover(name, key.line, key.character + 1)
    for part in ("title", "markdownDescription"):
        if not key.schema.get(part):
            yield f"it has no {part}"
        elif key.schema[part] not in shown:
            yield f"its {part} is not shown"


def _value_faults(server, name, key, values):
    if "properties" in key.schema:
        # Which key is there says the value; of an axis that asks whether there is any, the key itself does.
        if values != ["present"] and list(key.schema["properties"]) != values:
            yield f"its keys are {list(key.schema['properties'])}, {values} are the values of the axis"
        return
    offered = {item["label"]: _text(item) for item in server.complete(name, key.value_line, key.value_character)}
    if sorted(offered) != sorted(values):
        yield f"{sorted(offered)} are offered, {sorted(values)} are the values of the axis"
    texts = dict(zip(map(_yaml, key.schema.get("enum", ())), key.schema.get("markdownEnumDescriptions", ())))
    texts.update((snippet["label"], snippet["description"]) for snippet in key.schema.get("defaultSnippets", ()))
    yield from (f"{label} is offered without its text" for label, text in offered.items()
                if not text or text != texts.get(label))


def _yaml(value):
    return json.dumps(value) if isinstance(value, bool) else value


def _text(item):
    documentation = item.get("documentation")
    return documentation["value"] if isinstance(documentation, dict) else documentation


def _inserted(output_set, name, text, holder, server):
    server.open(name, text)
    lines = text.split("\n")
    offered = {item["label"]: item for item in server.complete(name, len(lines) - 1, len(lines[-1]))}
    for snippet in holder["defaultSnippets"]:
        subject = f"snippet {snippet['label']} after {lines[-2] if len(lines) > 1 else 'nothing'}"
        item = offered.get(snippet["label"])
        if item is None:
            yield Outcome(output_set.case, subject, ("it is not offered",))
            continue
        indent = re.match(" *", lines[-1]).group()
        inserted = item["textEdit"]["newText"] if "textEdit" in item else item["insertText"]
        after = text + editor_schema.filled(inserted).lstrip("\n").replace("\n", f"\n{indent}")
        faults = [] if _text(item) == snippet["description"] else ["it is offered without its text"]
        expected = yaml.safe_load(editor_schema.filled(_plain(snippet["body"])))
        got = _last(yaml.safe_load(after))
        if expected not in got:
            faults.append(f"it becomes {json.dumps(got[-1])[:300]}")
        yield Outcome(output_set.case, subject, tuple(faults))


def _plain(body):
    """A body as YAML: texts stand in it as they are inserted."""
    if isinstance(body, dict):
        return "{" + ", ".join(f"{key}: {_plain(value)}" for key, value in body.items()) + "}"
    if isinstance(body, list):
        return "[" + ", ".join(map(_plain, body)) + "]"
    return json.dumps(body) if not isinstance(body, str) or not body.startswith('"') else body


def _last(value):
    """The values that end where the document ends, outermost first."""
    values = [value]
    while isinstance(values[-1], (dict, list)) and values[-1]:
        last = values[-1]
        values.append(list(last.values())[-1] if isinstance(last, dict) else last[-1])
    return values
