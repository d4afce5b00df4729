// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.model.finding.Fix;
import dev.farstead.schemas.Pack;
import dev.farstead.schemas.PackLine;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the versions of packs. */
final class PackRules {
    private PackRules() {}

    /**
     * A pack of a version whose line the catalogue knows.
     *
     * @param pack the pack
     * @param fact what is known of it
     * @param line what is known of the line
     */
    private record Chosen(ResolvedPack pack, Pack fact, PackLine line) {
        static Stream<Chosen> of(ProfileContext context) {
            return context.profile().packs().stream()
                    .flatMap(pack -> context.catalogue().pack(pack.name().value()).stream()
                            .flatMap(fact ->
                                    fact
                                            .line(pack.version().value())
                                            .map(line -> new Chosen(pack, fact, line))
                                            .stream()));
        }

        boolean isListed() {
            return fact.versions().contains(pack.version().value());
        }

        /** Returns the versions that documents name, of its line or of the other ones. */
        List<String> listed(boolean ofItsLine) {
            return fact.versions().stream()
                    .filter(version -> fact.line(version).filter(line::equals).isPresent() == ofItsLine)
                    .toList();
        }
    }

    static final Rule<ProfileContext, Chosen> UNLISTED = Rule.profile("DIST-155")
            .warning()
            .title("no document names the version of a pack")
            .why("""
                    Documents name some versions of each line of a pack, and a registry may hold more of them. Whether a registry of \
                    the tenant has this one can't be seen from here: look there before the profile is created.""")
            .evidence("Palette documentation, integrations/; release-notes", "C-150")
            .good("profile: {spec: {network: {cni: {version: 3.27.2}}}}")
            .bad("profile: {spec: {network: {cni: {version: 3.27.4}}}}")
            .subjects(Chosen::of)
            .broken(chosen -> !chosen.isListed(), (chosen, finding) -> {
                ResolvedPack pack = chosen.pack();
                List<String> likely = chosen.listed(true);
                Written.at(finding, pack.version());
                finding.message("no document names version `" + pack.version().value() + "` of pack "
                                + pack.name().value())
                        .addValues("versions that documents name: "
                                + String.join(
                                        ", ",
                                        Stream.concat(likely.stream(), chosen.listed(false).stream())
                                                .toList()))
                        .effect("the profile can't be created if no registry of the tenant has it");
                likely.forEach(version -> Written.replace(finding, pack.version(), version));
                finding.addFixes(Fix.advice("look for the version in the registries of the tenant"));
            });

    static final List<Rule<ProfileContext, ?>> ALL = List.of(UNLISTED);
}
