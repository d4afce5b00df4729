# SPDX-License-Identifier: Apache-2.0
"""What an editor schema says, and documents in which all of it stands."""

import json
import re
from dataclasses import dataclass

import yaml

ROOT = "apiVersion: farstead/v1alpha1\nkind: {kind}\n"


@dataclass(frozen=True)
class Key:
    """A key in a document: where it stands, and the schema of its value."""

    kind: str
    path: tuple
    schema: dict
    line: int
    character: int
    value_line: int
    value_character: int

    def __str__(self):
        return f"{self.kind} {'.'.join(map(str, self.path))}"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def kinds(schema):
    """The schema of each kind of document."""
    for part in schema["allOf"]:
        kind = part["if"]["properties"]["kind"]["const"]
        properties = {**schema["properties"], **part["then"]["properties"]}
        yield kind, {**schema, "properties": properties}


def documents(schema):
    """Texts with every key of every kind, and the keys of each. Of an object that takes one key, each text has another."""
    for kind, root in kinds(schema):
        seen = set()
        for turn in range(_turns(root)):
            text = yaml.safe_dump(_value(root, turn, kind), sort_keys=False, allow_unicode=True, width=10_000)
            keys = [key for key in _keys(kind, yaml.compose(text), root, ()) if key.path not in seen]
            seen.update(key.path for key in keys)
            yield kind, text, keys


def _turns(schema):
    own = len(schema["properties"]) if schema.get("maxProperties") == 1 else 1
    return max([own, *(_turns(part) for part in _parts(schema))])


def _parts(schema):
    yield from schema.get("properties", {}).values()
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield schema[key]


def _value(schema, turn, kind):
    if "properties" in schema:
        keys = list(schema["properties"])
        if schema.get("maxProperties") == 1:
            keys = [keys[turn % len(keys)]]
        return {key: kind if key == "kind" else _value(schema["properties"][key], turn, kind) for key in keys}
    if isinstance(schema.get("additionalProperties"), dict):
        return {"any": _value(schema["additionalProperties"], turn, kind)}
    if "items" in schema:
        return [_value(schema["items"], turn, kind)]
    if "enum" in schema:
        return schema["enum"][0]
    return schema.get("examples", ["any"])[0]


def _keys(kind, node, schema, path):
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            inner = schema.get("properties", {}).get(name.value)
            step = name.value
            if inner is None and isinstance(schema.get("additionalProperties"), dict):
                inner, step = schema["additionalProperties"], "*"
            if inner is not None:
                here = (*path, step)
                yield Key(kind, here, inner, name.start_mark.line, name.start_mark.column,
                          value.start_mark.line, value.start_mark.column)
                yield from _keys(kind, value, inner, here)
    elif isinstance(node, yaml.SequenceNode) and "items" in schema:
        for item in node.value:
            yield from _keys(kind, item, schema["items"], (*path, "[]"))


def snippets(schema):
    """Where snippets are offered: the text up to there, the schema that has them."""
    if schema.get("defaultSnippets"):
        yield "", schema
    for kind, root in kinds(schema):
        yield from _snippets(root, ROOT.format(kind=kind), "", ())


def _snippets(schema, text, indent, path):
    for key, inner in schema.get("properties", {}).items():
        if len(path) or key == "spec":
            yield from _below(inner, f"{text}{indent}{key}:", indent, (*path, key))
    if isinstance(schema.get("additionalProperties"), dict):
        yield from _below(schema["additionalProperties"], f"{text}{indent}any:", indent, (*path, "*"))


def _below(schema, text, indent, path):
    inner = indent + "  "
    scalar = "object" not in schema.get("type", ()) and "array" not in schema.get("type", ())
    if schema.get("defaultSnippets"):
        yield text + (" " if scalar else f"\n{inner}"), schema
    if "items" in schema:
        items = schema["items"]
        if items.get("defaultSnippets"):
            yield f"{text}\n{inner}- ", items
        # The first key of an item stands after its hyphen.
        for key, value in items.get("properties", {}).items():
            yield from _below(value, f"{text}\n{inner}- {key}:", inner + "  ", (*path, "[]", key))
    else:
        yield from _snippets(schema, f"{text}\n", inner, path)


def filled(text):
    """A snippet as it stands once it was inserted and nothing filled in."""
    return re.sub(r"\$\{\d+:([^}]*)}|\$\d+", r"\1", text).replace("\\$", "$").replace("\\}", "}")
