// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.PackLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the Kubernetes release: how long it is maintained, and what is tested with it. */
final class KubernetesRules {
    private static final String LIFECYCLE =
            "Kubernetes documentation, releases/patch-releases; Palette documentation, integrations/kubernetes-support";

    private KubernetesRules() {}

    /**
     * A release and the last day on which it is maintained.
     *
     * @param version the release
     * @param end the last day
     * @param today the day on which to judge, where one is given
     */
    record Maintained(Sourced<KubernetesVersion> version, LocalDate end, Optional<LocalDate> today) {
        static Stream<Maintained> of(ProfileContext context) {
            return context.profile().kubernetesVersion().stream()
                    .flatMap(version -> context
                            .catalogue()
                            .lifecycle()
                            .endOfLife(
                                    context.profile().flavor().value().text(),
                                    version.value().minor())
                            .map(end -> new Maintained(version, end, context.today()))
                            .stream());
        }

        boolean isOver() {
            return today.filter(end::isBefore).isPresent();
        }

        void at(Finding.Builder finding) {
            version.origin().places().findFirst().ifPresent(finding::at);
            finding.addFixes(Fix.advice("plan the next minor release: clusters upgrade one minor at a time"));
        }
    }

    /**
     * A pack and the release that it runs on.
     *
     * @param pack the pack
     * @param line what is known of its line of versions
     * @param version the release
     */
    record Tested(ResolvedPack pack, PackLine line, Sourced<KubernetesVersion> version) {
        static Stream<Tested> of(ProfileContext context) {
            return context.profile().kubernetesVersion().stream()
                    .flatMap(version -> context.profile().packs().stream()
                            .flatMap(pack -> context
                                    .catalogue()
                                    .pack(pack.name().value())
                                    .flatMap(fact -> fact.line(pack.version().value()))
                                    .map(line -> new Tested(pack, line, version))
                                    .stream()));
        }

        String range() {
            return line.oldest().map(KubernetesMinor::toString).orElse("any") + " to "
                    + line.newest().map(KubernetesMinor::toString).orElse("any");
        }
    }

    static final Rule<ProfileContext, Maintained> END_OF_LIFE_KNOWN = Rule.profile("K8S-010")
            .note()
            .title("the Kubernetes release has an end of life")
            .why("""
                    After its end of life a minor release gets no fixes any more, for security holes neither. The compiler has no \
                    clock: without a date from its caller it says when that is, and no more.""")
            .evidence(LIFECYCLE, "C-32")
            .good("today: \"2024-01-31\"")
            .bad("today: unknown")
            .subjects(Maintained::of)
            .broken(release -> release.today().isEmpty(), (release, finding) -> {
                release.at(finding);
                finding.message("Kubernetes " + release.version().value().minor() + " is maintained until "
                                + release.end())
                        .effect("after that day security holes stay open");
            });

    static final Rule<ProfileContext, Maintained> END_OF_LIFE = Rule.profile("K8S-011")
            .warning()
            .title("the Kubernetes release is past its end of life")
            .why("After its end of life a minor release gets no fixes any more, for security holes neither.")
            .evidence(LIFECYCLE, "C-32")
            .good("today: \"2024-01-31\"")
            .bad("today: \"2025-01-31\"")
            .subjects(Maintained::of)
            .broken(Maintained::isOver, (release, finding) -> {
                release.at(finding);
                finding.message("Kubernetes " + release.version().value().minor() + " is past its end of life")
                        .addValues("maintained until " + release.end())
                        .effect("security holes stay open");
            });

    static final Rule<ProfileContext, Tested> TESTED = Rule.profile("DIST-010")
            .warning()
            .title("a pack is not tested with the Kubernetes release")
            .why("""
                    The makers of network and storage software test each line of it with some minor releases of Kubernetes. \
                    Outside of them it may work, and nobody has seen it.""")
            .evidence(
                    "Calico documentation, getting-started/kubernetes/requirements; Rook documentation, "
                            + "Getting-Started/Prerequisites",
                    "C-147")
            .good("profile: {spec: {kubernetes: {version: \"1.28\"}}}")
            .bad("{today: \"2024-01-31\", profile: {spec: {kubernetes: {version: \"1.26\"}}}}")
            .subjects(Tested::of)
            .broken(tested -> tested.line().excludes(tested.version().value().minor()), (tested, finding) -> {
                ResolvedPack pack = tested.pack();
                pack.version().origin().places().findFirst().ifPresent(finding::at);
                tested.version()
                        .origin()
                        .places()
                        .findFirst()
                        .ifPresent(place -> finding.addRelated(
                                new Related(place.value(), "the Kubernetes release is chosen here")));
                finding.message(pack.name().value() + " " + pack.version().value() + " is not tested with Kubernetes "
                                + tested.version().value().minor())
                        .addValues(pack.name().value() + " " + tested.line().line() + " is tested with Kubernetes "
                                + tested.range())
                        .effect("pods may stay without network or storage")
                        .addFixes(Fix.advice("choose a Kubernetes release from this range, or another pack version"));
            });

    static final List<Rule<ProfileContext, ?>> ALL = List.of(END_OF_LIFE_KNOWN, END_OF_LIFE, TESTED);
}
