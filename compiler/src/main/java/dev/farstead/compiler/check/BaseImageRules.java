// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.Architecture;
import dev.farstead.model.axis.OsFamily;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the operating system that an image is built from. */
final class BaseImageRules {
    private static final String EARTHFILE = "github.com/spectrocloud/CanvOS v4.4.12, v4.5.15 Earthfile";
    private static final String README = "github.com/spectrocloud/CanvOS v4.4.12 README.md";

    private BaseImageRules() {}

    private record OnImage(ResolvedProfile profile, Sourced<String> image) {}

    static final Rule<ProfileContext, ResolvedProfile> OWN_WITHOUT_IMAGE = Rule.profile("OS-031")
            .title("an operating system of one's own has no base image")
            .why("""
                    The image build has base images of its own for Ubuntu and openSUSE. Of any other system it knows only the steps \
                    that it runs on it: what they run on must be given.""")
            .evidence(EARTHFILE + "; README.md", "C-47")
            .good("profile: {spec: {os: {family: byoos, distribution: rhel, version: \"9\", "
                    + "baseImage: registry.example.com/os/rhel:9}}}")
            .bad("profile: {spec: {os: {family: byoos, distribution: rhel, version: \"9\"}}}")
            .subjects(context ->
                    builds(context).filter(profile -> profile.osFamily().value() == OsFamily.BYOOS))
            .broken(profile -> profile.baseImage().isEmpty(), (profile, finding) -> {
                Written.at(finding, profile.osFamily());
                finding.message("an operating system of one's own needs `baseImage`")
                        .label("no base image of the build's own")
                        .effect("the image build has nothing to stand on, and fails")
                        .addFixes(Fix.advice("set `os.baseImage` to the reference of the image to build on"));
            });

    static final Rule<ProfileContext, OnImage> IMAGE_NOT_NEEDED = Rule.profile("OS-032")
            .warning()
            .title("a base image takes the place of the build's own")
            .why("""
                    For plain Ubuntu and openSUSE the image build chooses the base image that fits its agent. Another one in its \
                    place is meant for FIPS mode, for Jetson or for a system of one's own; without such a reason it differs from what \
                    the release was tested with, and gets old.""")
            .evidence(README, "C-48")
            .good("profile: {spec: {os: {family: byoos, distribution: ubuntu, "
                    + "baseImage: registry.example.com/os/ubuntu-own:22.04}}}")
            .bad("profile: {spec: {os: {baseImage: registry.example.com/os/ubuntu-own:22.04}}}")
            .subjects(context -> builds(context)
                    .flatMap(profile -> profile.baseImage().map(image -> new OnImage(profile, image)).stream()))
            .broken(
                    subject -> subject.profile().osFamily().value() != OsFamily.BYOOS && isPlain(subject.profile()),
                    (subject, finding) -> {
                        Written.at(finding, subject.image());
                        Written.related(finding, subject.profile().osFamily(), "the family is set here");
                        Written.related(finding, subject.profile().fips(), "FIPS mode is off here");
                        finding.message("family `"
                                        + subject.profile().osFamily().value().text()
                                        + "` has base images of its own")
                                .effect("the image differs from what the agent release was tested with")
                                .addFixes(Fix.advice("take `os.baseImage` out, or set `os.family: byoos` and "
                                        + "`os.distribution` if the system is your own"));
                    });

    static final List<Rule<ProfileContext, ?>> ALL = List.of(OWN_WITHOUT_IMAGE, IMAGE_NOT_NEEDED);

    /** Where cloud-init sets the hosts up, no image is built. */
    private static Stream<ResolvedProfile> builds(ProfileContext context) {
        return Stream.of(context.profile()).filter(ResolvedProfile::hasAgent);
    }

    /** Whether the base image for arm64 is the right one is a matter of another rule. */
    private static boolean isPlain(ResolvedProfile profile) {
        return !profile.fips().value()
                && profile.hostClasses().values().stream()
                        .noneMatch(machine -> machine.arch().value() == Architecture.ARM64);
    }
}
