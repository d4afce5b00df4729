// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedImage;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rules about the images that are built: where they are pushed, how they are named, what the installer installs on. */
final class ImageRules {
    private static final String ARG = "Palette documentation, clusters/edge/edgeforge-workflow/palette-canvos/arg";
    private static final String OCI = "OCI distribution specification v1.1, pulling manifests";

    private static final Pattern TAG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ISO = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final Pattern SCHEMA_DEVICE = Pattern.compile("auto|(/[a-zA-Z0-9_-]+)++");
    private static final int LONGEST_TAG = 128;
    private static final int LONGEST_NAME = 255;

    private ImageRules() {}

    private record Name(Sourced<String> registry, Sourced<String> repository) {
        /** What registries compare: the host is no part of it. */
        String path() {
            int slash = registry.value().indexOf('/');
            return slash < 0 ? repository.value() : registry.value().substring(slash + 1) + "/" + repository.value();
        }
    }

    static final Rule<ProfileContext, RegistryHost> UPPER_CASE_HOST = Rule.profile("IMG-010")
            .title("the host of the registry is written with upper-case letters")
            .why("""
                    An image reference is written three times: for the build, in the operating system pack and on the node. Some \
                    readers take upper-case letters in the host, others refuse the reference.""")
            .evidence(ARG, "C-203")
            .inferred()
            .good("profile: {spec: {image: {registry: registry.example.com/edge}}}")
            .bad("profile: {spec: {image: {registry: Registry.example.com/edge}}}")
            .subjects(RegistryHost::ofImages)
            .broken(found -> !found.host().equals(found.host().toLowerCase(Locale.ROOT)), (found, finding) -> {
                Written.at(finding, found.registry());
                String lower = found.host().toLowerCase(Locale.ROOT)
                        + found.registry().value().substring(found.host().length());
                finding.message("the registry host `" + found.host() + "` has upper-case letters")
                        .effect("the build or the node may refuse the reference");
                replace(found.registry(), lower, Fix.Applicability.SAFE, finding);
            });

    static final Rule<ProfileContext, RegistryHost> NO_HOST = Rule.profile("IMG-011")
            .title("the registry is not a host")
            .why("""
                    A reference whose first part has neither dot nor port means a namespace of Docker Hub. The images would be \
                    pushed there, or looked for there and not found. Nothing answers at a host that is neither a DNS name nor an IPv4 \
                    address, and at a port that does not exist.""")
            .evidence(
                    OCI + "; github.com/distribution/reference v0.6.0 normalize.go; RFC 1123, section 2.1",
                    "C-203",
                    "C-207",
                    "C-174")
            .good("profile: {spec: {image: {registry: registry.example.com/edge}}}")
            .bad("profile: {spec: {image: {registry: registry/edge}}}")
            .subjects(RegistryHost::of)
            .broken(found -> found.fault().isPresent(), (found, finding) -> {
                Written.at(finding, found.registry());
                finding.message(found.fault().orElseThrow())
                        .effect(
                                found.isHost()
                                        ? "no image is pushed there, or pulled from there"
                                        : "the images are pushed to, or looked for in, another place")
                        .addFixes(Fix.advice(
                                "write a host name with a dot, or a host and a port such as `registry:5000`"));
            });

    static final Rule<ProfileContext, RegistryHost> TTL = Rule.profile("IMG-012")
            .warning()
            .title("images are kept in a registry that deletes them after a day")
            .why("""
                    ttl.sh keeps images for 24 hours and lets everyone read and replace them. A host that is installed or \
                    upgraded later finds no image, and a later build no base image.""")
            .evidence("github.com/spectrocloud/CanvOS v4.4.12 README.md", "C-179")
            .good("profile: {spec: {image: {registry: registry.example.com/edge}}}")
            .bad("profile: {spec: {image: {registry: ttl.sh}}}")
            .subjects(RegistryHost::of)
            .broken(found -> found.host().equals("ttl.sh"), (found, finding) -> {
                Written.at(finding, found.registry());
                finding.message("images on `ttl.sh` are gone after 24 hours")
                        .effect(found.whenGone())
                        .addFixes(Fix.advice("push to a registry of your own"));
            });

    static final Rule<ProfileContext, Sourced<String>> TAG_FORM = Rule.profile("IMG-013")
            .title("the custom tag has other characters than lower-case letters, digits and hyphens")
            .why("""
                    The custom tag becomes the last part of the image tag, behind a hyphen, and a build argument. Only lower-case \
                    letters, digits and single hyphens pass all of its readers.""")
            .evidence(ARG, "C-202", "C-204")
            .good("profile: {spec: {image: {customTag: store-2}}}")
            .bad("profile: {spec: {image: {customTag: Store_2}}}")
            .subjects(context -> context.profile().image().map(ResolvedImage::customTag).stream())
            .broken(tag -> !TAG.matcher(tag.value()).matches(), (tag, finding) -> {
                Written.at(finding, tag);
                finding.message("the custom tag `" + tag.value()
                                + "` has other characters than `a-z`, `0-9` and hyphens " + "between them")
                        .effect("the build refuses the tag, or hosts look for another image");
                replaceWith(tag, "-", finding);
            });

    static final Rule<ProfileContext, Sourced<String>> ISO_NAME = Rule.profile("IMG-014")
            .title("the name of the installer has other characters than lower-case letters, digits, - and _")
            .why("The name becomes a build argument and the name of the file that the build writes.")
            .evidence(ARG, "C-202", "C-205")
            .good("profile: {spec: {image: {isoName: store-installer}}}")
            .bad("profile: {spec: {image: {isoName: Store.Installer}}}")
            .subjects(context -> context.profile().image().map(ResolvedImage::isoName).stream())
            .broken(name -> !ISO.matcher(name.value()).matches(), (name, finding) -> {
                Written.at(finding, name);
                finding.message("the installer name `" + name.value()
                                + "` has other characters than `a-z`, `0-9`, `-` and " + "`_`")
                        .effect("the build refuses the name");
                replaceWith(name, "-", finding);
            });

    static final Rule<ProfileContext, Sourced<String>> TAG_LENGTH = Rule.profile("IMG-015")
            .title("the tag of the image is too long")
            .why("""
                    The tag is put together from flavor, Kubernetes release, agent release and custom tag. A registry refuses a \
                    tag of more than 128 characters, at the end of the build.""")
            .evidence(OCI, "C-206", "C-207")
            .inferred()
            .good("profile: {spec: {image: {customTag: store}}}")
            .bad("profile: {spec: {image: {customTag: " + "x".repeat(120) + "}}}")
            .subjects(context -> context.profile().image().flatMap(ResolvedImage::uri).stream())
            .broken(uri -> tag(uri).length() > LONGEST_TAG, (uri, finding) -> {
                // The last part is the only one that can be shortened.
                uri.origin().places().reduce((first, second) -> second).ifPresent(finding::at);
                finding.message("the image tag is longer than " + LONGEST_TAG + " characters")
                        .addValues("it has " + tag(uri).length())
                        .effect("the registry refuses the image at the end of the build")
                        .addFixes(Fix.advice("shorten `image.customTag`"));
            });

    static final Rule<ProfileContext, Sourced<String>> DEVICE = Rule.profile("IMG-016")
            .warning()
            .title("the path of the disk that is installed on has characters that the installer's schema does not know")
            .why("""
                    The schema of the installer knows letters, digits, `-` and `_` in the path of a device. With another \
                    character it installs, and writes a warning that looks like a fault.""")
            .evidence("github.com/kairos-io/kairos-sdk v0.6.1 schema/install_schema.go", "C-188")
            .good("profile: {spec: {hostClasses: {small-box: {disks: "
                    + "[{device: auto, size: 480Gi, type: ssd, use: install}, "
                    + "{device: /dev/sdb, size: 240Gi, type: ssd, use: data}]}}}}")
            .bad("profile: {spec: {hostClasses: {small-box: {disks: "
                    + "[{device: /dev/disk/by-path/pci-0000:00:17.0-ata-1, size: 240Gi, type: ssd, use: install}, "
                    + "{device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context -> context.profile().hostClasses().values().stream()
                    .flatMap(hostClass -> hostClass.installDisk().map(ResolvedDisk::device).stream()))
            .broken(device -> !SCHEMA_DEVICE.matcher(device.value()).matches(), (device, finding) -> {
                Written.at(finding, device);
                finding.message("the installer warns about the path `" + device.value() + "`")
                        .effect("the installation works and logs a warning about the device")
                        .addFixes(Fix.advice("write a path of letters, digits, `-` and `_` if there is one"));
            });

    static final Rule<ProfileContext, Name> NAME_LENGTH = Rule.profile("IMG-025")
            .title("the name of the image is too long")
            .why("""
                    The namespace of the registry and the repository are one name to whoever reads the reference. A name of more than \
                    255 characters without the host is none.""")
            .evidence("github.com/distribution/reference v0.6.0 reference.go", "C-207")
            .good("profile: {spec: {image: {repository: ubuntu}}}")
            .bad("profile: {spec: {image: {registry: registry.example.com/" + "x".repeat(200) + ", repository: "
                    + "y".repeat(60) + "}}}")
            .subjects(context ->
                    context.profile().image().stream().map(image -> new Name(image.registry(), image.repository())))
            .broken(name -> name.path().length() > LONGEST_NAME, (name, finding) -> {
                Written.at(finding, name.repository());
                Written.related(finding, name.registry(), "the namespace is set here");
                finding.message("the name of the image is longer than " + LONGEST_NAME + " characters")
                        .addValues("it has " + name.path().length() + " without the host")
                        .effect("the build can't push the image, at its end")
                        .addFixes(Fix.advice("shorten `image.repository`, or the namespace in `image.registry`"));
            });

    static final List<Rule<ProfileContext, ?>> ALL =
            List.of(UPPER_CASE_HOST, NO_HOST, TTL, TAG_FORM, ISO_NAME, TAG_LENGTH, DEVICE, NAME_LENGTH);

    private static String tag(Sourced<String> uri) {
        return uri.value().substring(uri.value().lastIndexOf(':') + 1);
    }

    private static void replaceWith(Sourced<String> value, String joint, Finding.Builder finding) {
        String mended = value.value()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", joint)
                .replaceAll("^-+|-+$", "");
        if (!mended.isEmpty()) {
            replace(value, mended, Fix.Applicability.GUESS, finding);
        }
    }

    private static void replace(
            Sourced<String> value, String text, Fix.Applicability applicability, Finding.Builder finding) {
        if (value.origin() instanceof Origin.Written written) {
            finding.addFixes(Fix.of("write `" + text + "`", SpecText.replace(written.place(), text), applicability));
        }
    }
}
