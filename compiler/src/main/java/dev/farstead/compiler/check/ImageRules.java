// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedImage;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the images. The forms of their names are patterns of the structure schema, with codes of their own. */
final class ImageRules {
    private static final String NAMES = "github.com/opencontainers/distribution-spec v1.0.1 spec.md, Pulling manifests";
    private static final int LONGEST_TAG = 128;

    private ImageRules() {}

    private static final Rule<ProfileContext, Sourced<String>> TAG_LENGTH = Rule.profile("ARG-005")
            .title("the tag of the image is longer than a registry takes")
            .why("A tag has at most 128 characters. It is put together from flavor, releases and custom tag.")
            .evidence(NAMES, "C-206", "C-207")
            .good("profile: {spec: {image: {customTag: store}}}")
            .bad("profile: {spec: {image: {customTag: " + "store-with-a-very-long-name-".repeat(4) + "x}}}")
            .subjects(context -> image(context).uri().stream())
            .broken(uri -> tag(uri).length() > LONGEST_TAG, (uri, finding) -> {
                uri.origin().places().reduce((first, second) -> second).ifPresent(finding::at);
                finding.message("the image tag has " + tag(uri).length() + " characters, and a registry takes "
                                + LONGEST_TAG)
                        .addValues("tag: " + tag(uri))
                        .effect("the registry refuses the image after the build")
                        .addFixes(Fix.advice("shorten `spec.image.customTag` by " + (tag(uri).length() - LONGEST_TAG)
                                + " characters"));
            });

    private static final Rule<ProfileContext, Sourced<String>> EXPIRING = Rule.profile("IMG-010")
            .warning()
            .title("the image registry deletes images after a day")
            .why("Images on ttl.sh expire after 24 hours. Hosts that are installed or rebuilt later find no image.")
            .evidence("github.com/spectrocloud/CanvOS v4.5.15 README.md", "C-179")
            .good("profile: {spec: {image: {registry: registry.example.com/edge}}}")
            .bad("profile: {spec: {image: {registry: ttl.sh}}}")
            .subjects(context -> Stream.of(image(context).registry()))
            .broken(ImageRules::isExpiring, (registry, finding) -> {
                Written.at(finding, registry);
                finding.message("registry `" + registry.value() + "` deletes images after 24 hours")
                        .effect("a host that is installed or rebuilt after a day finds no image")
                        .addFixes(Fix.advice("use a registry of your own for anything but a first try"));
            });

    static final List<Rule<ProfileContext, ?>> ALL = List.of(TAG_LENGTH, EXPIRING);

    private static ResolvedImage image(ProfileContext context) {
        ResolvedProfile profile = context.profile();
        return profile.image();
    }

    private static boolean isExpiring(Sourced<String> registry) {
        return registry.value().equals("ttl.sh") || registry.value().startsWith("ttl.sh/");
    }

    private static String tag(Sourced<String> uri) {
        return uri.value().substring(uri.value().lastIndexOf(':') + 1);
    }
}
