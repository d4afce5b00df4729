# SPDX-License-Identifier: Apache-2.0
"""Trees with cloud-init and netplan of two Debian releases, unpacked below .conformance/ and run in by chroot: so both
versions are there whatever release the machine itself runs, and nothing is installed on it."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cache import CACHE, ToolMissing, run

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
# In bookworm netplan's Python module, with which cloud-init checks a network-config, is part of netplan.io.
RELEASES = {
    "bookworm": ("cloud-init", "netplan.io"),
    "trixie": ("cloud-init", "netplan.io", "python3-netplan"),
}


@dataclass(frozen=True)
class Tree:
    """One release's programs."""

    release: str
    root: Path

    @contextmanager
    def scratch(self):
        """A folder below the tree's /tmp, gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="farstead-", dir=self.root / "tmp") as name:
            yield Path(name)

    def inside(self, path):
        """The path as programs of the tree see it."""
        return f"/{Path(path).relative_to(self.root)}"

    def run(self, *command):
        """A command inside the tree; paths are the tree's."""
        enter = ["chroot"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "chroot"]
        return subprocess.run([*enter, self.root, *command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              check=False, cwd="/",
                              env={"PATH": "/usr/sbin:/usr/bin", "LC_ALL": "C.UTF-8", "HOME": "/root"})


def trees():
    return tuple(_tree(release) for release in RELEASES)


def _tree(release):
    folder = CACHE / f"debian-{release}"
    if not (folder / "tree").is_dir():
        if not shutil.which("apt-get") or not shutil.which("dpkg") or not KEYRING.is_file():
            raise ToolMissing("apt-get, dpkg and Debian's archive keyring are needed to fetch cloud-init and netplan")
        shutil.rmtree(folder, ignore_errors=True)
        _unpack(folder, _download(folder, release))
    # cloud-init makes its folder for scratch files when it first needs it, and two at once fail over it.
    (folder / "tree" / "run/cloud-init/tmp").mkdir(parents=True, exist_ok=True)
    return Tree(release, folder / "tree")


def _download(folder, release):
    """The packages and all that they depend on, for a machine on which nothing is installed."""
    for part in ("lists/partial", "cache/archives/partial", "unfinished"):
        (folder / part).mkdir(parents=True)
    (folder / "status").touch()
    (folder / "sources.list").write_text(f"deb [signed-by={KEYRING}] {_mirror()} {release} main\n", encoding="utf-8")
    settings = {
        "Dir::Etc::SourceList": folder / "sources.list", "Dir::Etc::SourceParts": "/dev/null",
        "Dir::State::Lists": folder / "lists", "Dir::State::status": folder / "status",
        "Dir::Cache": folder / "cache", "Acquire::Languages": "none", "APT::Install-Recommends": "false",
        "APT::Sandbox::User": "root", "Debug::NoLocking": "true",
    }
    apt = ["apt-get", "-qq", *(f"-o{key}={value}" for key, value in settings.items())]
    run([*apt, "update"], f"the package lists of Debian {release} can't be fetched")
    run([*apt, "install", "--yes", "--download-only", *RELEASES[release]], f"packages of Debian {release} can't be fetched")
    return sorted((folder / "cache" / "archives").glob("*.deb"))


def _mirror():
    """The archive that the machine itself is set up for: it holds the other releases too."""
    listed = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"],
                            capture_output=True, text=True, check=False).stdout.split()
    archives = [uri for uri in listed if uri.rstrip("/").endswith("/debian")]
    if not archives:
        raise ToolMissing("apt names no Debian archive to fetch cloud-init and netplan from")
    return archives[0]


def _unpack(folder, packages):
    """Unpacked and not installed: no maintainer script runs."""
    unfinished = folder / "unfinished"
    for name in ("bin", "sbin", "lib", "lib64"):
        (unfinished / "usr" / name).mkdir(parents=True)
        (unfinished / name).symlink_to(f"usr/{name}")
    for package in packages:
        run(["sh", "-c", 'dpkg-deb --fsys-tarfile "$1" | tar --extract --keep-directory-symlink --no-same-owner '
             '--directory "$2"', "sh", package, unfinished], f"{package.name} can't be unpacked")
    for name in ("tmp", "etc/cloud", "dev"):
        (unfinished / name).mkdir(parents=True, exist_ok=True)
    # cloud-init reads its own configuration of the machine only while it runs at boot; nothing here boots.
    (unfinished / "etc" / "cloud" / "cloud-init.disabled").touch()
    # A plain file will do where programs open the null device, and needs no privilege.
    (unfinished / "dev" / "null").touch()
    # Of what the maintainer scripts make, the two files without which Python's ctypes and requests do not start.
    certificates = sorted((unfinished / "usr/share/ca-certificates/mozilla").glob("*.crt"))
    (unfinished / "etc/ssl/certs").mkdir(parents=True, exist_ok=True)
    (unfinished / "etc/ssl/certs/ca-certificates.crt").write_bytes(b"".join(map(Path.read_bytes, certificates)))
    done = Tree("unfinished", unfinished).run("ldconfig")
    if done.returncode != 0:
        raise ToolMissing(f"ldconfig ends in the tree {folder.name}: {done.stderr}")
    for spent in ("lists", "cache"):
        shutil.rmtree(folder / spent)
    unfinished.rename(folder / "tree")
