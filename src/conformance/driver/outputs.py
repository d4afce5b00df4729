# SPDX-License-Identifier: Apache-2.0
"""Finished output sets, and what a check says about them."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import yaml

YAML_NAMES = {"user-data", "meta-data", "network-config"}
YAML_MEDIA_TYPES = ("yaml", "cloud-config")


@dataclass(frozen=True)
class Outcome:
    """What one check says of one file (or, where several files are one question, of that question)."""

    case: str
    subject: str
    faults: tuple = ()

    @property
    def passed(self):
        return not self.faults


@dataclass(frozen=True)
class OutputSet:
    """One golden case's outputs: a folder with index.json, profiles/ and sites/."""

    case: str
    root: Path

    @cached_property
    def files(self):
        """Every file, as paths relative to the root, in order."""
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file())

    def matching(self, pattern):
        """Files of the set by pattern, relative to the root; `*` stands for one path element."""
        return [file for file in self.files if PurePosixPath(file).match(pattern)
                and len(PurePosixPath(file).parts) == len(PurePosixPath(pattern).parts)]

    def path(self, file):
        return self.root / file

    def text(self, file):
        return self.path(file).read_text(encoding="utf-8")

    def index_entries(self):
        """Media type by path, as index.json lists them."""
        return {entry["path"]: entry["mediaType"] for entry in _entries(json.loads(self.text("index.json")))}

    def kubernetes_version(self, site):
        """The version that index.json names for the profile of a site, or None."""
        index = json.loads(self.text("index.json"))
        profiles = {entry["name"]: at(entry, "axes", "kubernetes") for entry in index.get("profiles", ())}
        return next((profiles.get(entry.get("profile")) for entry in index.get("sites", ())
                     if entry.get("name") == site), None)

    def yaml_files(self):
        """Every file that is read as YAML somewhere, by its name or by its media type in index.json."""
        try:
            media_types = self.index_entries()
        except (OSError, ValueError):
            media_types = {}  # the check of index.json says what is wrong with it
        return [file for file in self.files if _is_yaml(PurePosixPath(file), media_types.get(file, ""))]


def find(folder: Path) -> list:
    """The output sets below a folder, one a sub-folder."""
    return [OutputSet(path.name, path) for path in sorted(folder.iterdir()) if path.is_dir()]


def _entries(value):
    """Objects with a path and a media type, wherever index.json holds them."""
    if isinstance(value, dict):
        if isinstance(value.get("path"), str) and isinstance(value.get("mediaType"), str):
            yield value
        for item in value.values():
            yield from _entries(item)
    elif isinstance(value, list):
        for item in value:
            yield from _entries(item)


def _is_yaml(path, media_type):
    return (path.suffix in (".yaml", ".yml") or path.name in YAML_NAMES
            or any(part in media_type for part in YAML_MEDIA_TYPES))


def parse(text):
    """One YAML document. That the readers agree on it is a check of its own."""
    return yaml.safe_load(text)


def at(value, *keys):
    """The value below a path of map keys, or None where a part of the path is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
