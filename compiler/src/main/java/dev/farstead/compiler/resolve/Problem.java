// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Place;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can go wrong while a site is resolved: text that can't be refined, names that lead nowhere, values that no layer gives. */
public enum Problem {
    /** No layer gives a value. */
    MISSING_VALUE(
            "SPEC-101",
            "a value is needed that neither the site nor its profile gives",
            """
            A site is merged from two layers: what it says itself and what its profile says under `spec.site`. This value \
            has no default, since none would be right for every place.""",
            List.of("C-104", "C-126"),
            "",
            "spec: {network: {lan: 10.20.4.0/24}}",
            "spec: {network: {}}"),
    /** A site names a profile that is not there. */
    UNKNOWN_PROFILE(
            "SPEC-102",
            "a site names a profile that is not among the inputs",
            "Without its profile a site can't be compiled. Hand in the file that holds the profile together with the site.",
            List.of(),
            "",
            "spec: {profile: retail-k3s}",
            "spec: {profile: retial-k3s}"),
    /** A host names a class that its profile does not have. */
    UNKNOWN_HOST_CLASS(
            "SPEC-103",
            "a host names a host class that its profile does not have",
            "Host classes hold the hardware, and are written once, in the profile under `spec.hostClasses`.",
            List.of(),
            "",
            "hosts: [{name: a, class: small-box}]",
            "hosts: [{name: a, class: smal-box}]"),
    /** A host is dropped that is not there. */
    ABSENT_HOST_UNKNOWN(
            "SPEC-104",
            "a site drops a host that its profile does not have",
            "`absent: true` takes a host of the profile away. There is none of this name, so the line would have no effect.",
            List.of(),
            "",
            "hosts: [{name: c, absent: true}]",
            "hosts: [{name: x, absent: true}]"),
    /** Two documents of one kind have one name. */
    NAME_TWICE(
            "SPEC-105",
            "two documents of one kind have the same name",
            "Names tell profiles and sites apart: in `spec.profile`, in host identifiers, and in the folders of the output.",
            List.of("C-83"),
            "",
            "metadata: {name: store-0413}",
            "metadata: {name: store-0412}  # also the name of another site"),
    /** A text is no prefix. */
    NOT_A_PREFIX(
            "NET-001",
            "a text is not an IPv4 network in prefix notation",
            """
            A network is written as its first address and the length of its prefix. The documents of the agent, its endpoint and its \
            packs know IPv4 alone.""",
            List.of("C-123"),
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, network",
            "lan: 10.20.4.0/24",
            "lan: 10.20.4.0"),
    /** A text is no address. */
    NOT_AN_ADDRESS(
            "NET-002",
            "a text is not an IPv4 address",
            """
            An address is four decimal numbers without leading zeros, which some programs read as octal. The documents of the agent, \
            its endpoint and its packs know IPv4 alone.""",
            List.of("C-105"),
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, network",
            "gateway: 10.20.4.1",
            "gateway: 10.20.4.01"),
    /** A host number lies outside the LAN. */
    HOST_NUMBER_OUTSIDE(
            "NET-003",
            "a host number lies outside the LAN",
            """
            A host number counts addresses from the start of the site's `lan`. Number 0 is the network itself and the last \
            number its broadcast address; hosts have the numbers between. A LAN of one address, a /32, has none of them.""",
            List.of("C-107"),
            "",
            "vip: {hostNumber: 10}",
            "vip: {hostNumber: 300}  # in a /24"),
    /** A network is written with host bits. */
    HOST_BITS(
            "NET-004",
            "a network is written with host bits",
            """
            The part of the address behind the prefix must be zero. Some programs cut it off, others refuse the text, so \
            the same file would mean different things.""",
            List.of("C-123"),
            "",
            "lan: 10.20.4.0/24",
            "lan: 10.20.4.7/24"),
    /** A text is no quantity. */
    NOT_A_QUANTITY(
            "HOST-001",
            "a text is not an amount of bytes",
            "Amounts are written as Kubernetes does: a number and a unit such as `Gi` (2^30 bytes) or `G` (10^9 bytes).",
            List.of("C-100"),
            "",
            "memory: 16Gi",
            "memory: 16 gigs"),
    /** The agent release is unknown. */
    UNKNOWN_AGENT_RELEASE(
            "IMG-001",
            "the agent release is not in the catalogue",
            """
            What an agent release builds and reads is known from its sources. For an unknown one neither the patch releases of \
            Kubernetes nor the keys of the user-data can be checked, and the image reference would name an image that nobody \
            built.""",
            List.of("C-58", "C-209"),
            "github.com/spectrocloud/CanvOS, tags v4.4.12 and v4.5.15, k8s_version.json",
            "agent: {version: 4.5.15}",
            "agent: {version: 4.5.99}"),
    /** The patch release is not built. */
    PATCH_NOT_BUILT(
            "K8S-001",
            "the agent release builds no such Kubernetes release for this flavor",
            """
            CanvOS builds provider images from a list of Kubernetes releases per distribution. A release outside that list \
            gets past the first checks and fails late in the build, when its package is not found.""",
            List.of("C-21", "C-22", "C-23"),
            "github.com/spectrocloud/CanvOS, k8s_version.json at the tag of the agent release",
            "kubernetes: {flavor: k3s, version: \"1.28.13\"}",
            "kubernetes: {flavor: k3s, version: \"1.28.12\"}"),
    /** The operating system version is not built. */
    OS_VERSION_NOT_BUILT(
            "OS-001",
            "the agent release has no base image for this version of the operating system",
            "The image build does not check the version. It derives the name of a base image from it and fails when there is none.",
            List.of("C-46"),
            "github.com/spectrocloud/CanvOS, os_version.json at the tag of the agent release",
            "os: {family: ubuntu, version: \"22.04\"}",
            "os: {family: ubuntu, version: \"21.10\"}"),
    /** The distribution never published the release. */
    RELEASE_NOT_PUBLISHED(
            "K8S-002",
            "the distribution has published no such release",
            """
            Hosts without the agent download their Kubernetes distribution by the tag of its release. One that was never \
            published, or was withdrawn, can't be downloaded.""",
            List.of("C-21"),
            "the tags of github.com/k3s-io/k3s and github.com/rancher/rke2",
            "kubernetes: {flavor: k3s, version: \"1.28.13\"}",
            "kubernetes: {flavor: k3s, version: \"1.28.0\"}"),
    /** A profile for hosts with the agent has no image. */
    IMAGE_MISSING(
            "SPEC-106",
            "a profile for hosts with the agent says nothing about its images",
            """
            Hosts with the agent are installed from an image that is built for their profile, and the cluster profile names it. \
            Only hosts without the agent, of a profile without `spec.agent`, have none.""",
            List.of("C-206"),
            "github.com/spectrocloud/CanvOS v4.4.12 Earthfile",
            "agent: {version: 4.5.15}, image: {format: iso, registry: registry.example.com/edge, …}",
            "agent: {version: 4.5.15}"),
    /** A network that comes as a pack has no version. */
    PACK_WITHOUT_VERSION(
            "DIST-002",
            "a network that comes as a pack has no version",
            "A cluster profile names each pack with its version. Only hosts without the agent have no packs.",
            List.of("C-150"),
            "Palette documentation, integrations/",
            "cni: {name: calico, version: 3.27.0}",
            "cni: {name: calico}"),
    /** A version is given where there is no pack. */
    VERSION_WITHOUT_PACK(
            "DIST-003",
            "a version is given for a network that is no pack",
            """
            On hosts without the agent the network is the distribution's own, in the version that its release carries. The line \
            would have no effect.""",
            List.of("C-150"),
            "K3s documentation, networking/basic-network-options",
            "cni: {name: flannel}",
            "cni: {name: flannel, version: 0.23.0}  # in a profile without `agent`"),
    /** A pack has no such version. */
    UNKNOWN_PACK_VERSION(
            "DIST-001",
            "the pack has no such version",
            """
            A cluster profile that names a version which its registry does not have can't be created. Of the line of this version, \
            its first two numbers, nothing is known: neither that there is one, nor where its values stand.""",
            List.of("C-150"),
            "Palette documentation, integrations/",
            "cni: {name: calico, version: 3.27.0}",
            "cni: {name: calico, version: 3.72.0}"),
    /** A named source was not handed in. */
    SOURCE_NOT_FOUND(
            "DATA-001",
            "a named source was not handed in",
            """
            The library reads no file: the caller hands in what a specification names. On the command line `{file: …}` is a path \
            relative to the specification that names it, and must lie inside the folder given.""",
            List.of(),
            "",
            "caCertificates: [{file: certs/example-root.pem}]",
            "caCertificates: [{file: certs/no-such-file.pem}]"),
    /** A named source holds what no output file can. */
    SOURCE_NOT_TEXT(
            "DATA-002",
            "a named source holds a character that no text can",
            """
            Certificates and keys are texts, and stand as text in what the hosts read. A NUL in one means that another file was \
            named, or one in another encoding, such as UTF-16; half a surrogate pair comes from a host program alone, and has no form in UTF-8.""",
            List.of(),
            "",
            "sshAuthorizedKeys: [{file: keys/ops.pub}]",
            "sshAuthorizedKeys: [{file: keys/ops.ppk}]");

    private final Explanation explanation;

    Problem(String code, String title, String why, List<String> rows, String source, String good, String bad) {
        this.explanation = new Explanation(code, Severity.ERROR, title, why, rows, source, false, good, bad);
    }

    /**
     * Returns what stands behind the code.
     *
     * @return the explanation
     */
    public Explanation explanation() {
        return explanation;
    }

    /**
     * Returns the explanations of all problems.
     *
     * @return the explanations in order of declaration
     */
    public static Stream<Explanation> explanations() {
        return Arrays.stream(values()).map(Problem::explanation);
    }

    /**
     * Starts a finding at a value.
     *
     * @param place where the value stands
     * @return a builder with code, severity and place
     */
    public Finding.Builder at(Place place) {
        Finding.Builder builder = Finding.builder();
        builder.code(explanation.code()).severity(explanation.severity());
        return builder.at(place);
    }

    /** Starts a finding at a key. */
    Finding.Builder atKey(Place place) {
        Finding.Builder builder = Finding.builder();
        builder.code(explanation.code()).severity(explanation.severity());
        return builder.atKey(place);
    }
}
