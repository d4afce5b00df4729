# SPDX-License-Identifier: Apache-2.0
"""Which version of Kubernetes the files of an output set are for."""

import re

import sites


def of_file(output_set, file):
    """That of the profile whose file it is, or of the site that has it."""
    folder, name = file.split("/")[:2]
    if folder == "profiles":
        return image(output_set, name)["K8S_VERSION"]
    if f"sites/{name}/cluster.yaml" in output_set.files:
        return image(output_set, profile(output_set, name))["K8S_VERSION"]
    # Without the agent there is neither a request nor an image, and index.json alone names it.
    found = output_set.kubernetes_version(name)
    if found is None:
        raise sites.Refused("index.json does not say which version of Kubernetes the host runs")
    return found


def image(output_set, profile):
    """K8S_VERSION and PE_VERSION, from the image build arguments of a profile."""
    files = output_set.matching(f"profiles/{profile}/installer/*/.arg")
    if not files:
        raise sites.Refused("the profile has no .arg")
    found = dict(re.findall(r"^(K8S_VERSION|PE_VERSION)=[\"']?([^\"'\n]*)", output_set.text(files[0]), re.MULTILINE))
    if len(found) != 2:
        raise sites.Refused(f"{files[0]} does not name K8S_VERSION and PE_VERSION")
    return found


def profile(output_set, site):
    """The profile that the request of a site names."""
    return sites.profile(output_set, sites.parsed(output_set, f"sites/{site}/cluster.yaml"))


def minor(version):
    return ".".join(version.lstrip("v").split(".")[:2])
