// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.bind.Binder;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.structure.Documents;
import dev.farstead.compiler.structure.StructureCheck;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.source.NamedSources;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Resolves a small profile and site, with what a test adds to either. */
final class ResolvedSites {
    private static final String PROFILE = """
            apiVersion: farstead/v1alpha1
            kind: Profile
            metadata: {name: chain}
            spec:
              mode: connected
              agent: {version: %s}
              os: {family: ubuntu, version: "22.04"}
              kubernetes: {flavor: k3s, version: "%s", config: %s}
              network: {podCidr: 100.64.0.0/18, serviceCidr: 100.64.64.0/18, cni: {name: calico, version: 3.27.0}}
              image: {format: iso, registry: registry.example.com/edge, repository: ubuntu, customTag: store}
              hostClasses:
                box: {arch: amd64, cores: 4, memory: 16Gi, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}
              site: %s
            """;

    private static final String SITE = """
            apiVersion: farstead/v1alpha1
            kind: Site
            metadata: {name: shop}
            spec: %s
            """;

    private ResolvedSites() {}

    static Resolution<ResolvedProfile> profile(String agent, String version, String config, String defaults) {
        SourceDocument document = document(PROFILE.formatted(agent, version, config, defaults));
        return new ProfileResolver(Catalogue.bundled()).resolve(Binder.profile(document));
    }

    /** Resolves a site; both arguments are flow mappings, the site's without its profile. */
    static Resolution<ResolvedSite> site(String defaults, String site) {
        return site("{}", defaults, site);
    }

    static Resolution<ResolvedSite> site(String config, String defaults, String site) {
        ResolvedProfile profile = profile("4.5.15", "1.28", config, defaults).value();
        SourceDocument document = document(SITE.formatted("{profile: chain, " + site.substring(1)));
        return new SiteResolver(Catalogue.bundled(), NamedSources.none()).resolve(Binder.site(document), profile);
    }

    private static SourceDocument document(String yaml) {
        SourceDocument document = Documents.of(yaml);
        List<Finding> findings = StructureCheck.check(document);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(findings.toString());
        }
        return document;
    }

    /** Returns the paths that an origin rests on. */
    static List<String> paths(Origin origin) {
        return origin.places().map(place -> place.path()).toList();
    }

    /** Returns the reasons of an origin: its own and those of what it follows from. */
    static Stream<String> reasons(Origin origin) {
        if (origin instanceof Origin.Inferred inferred) {
            return Stream.concat(
                    Stream.of(inferred.reason()), inferred.from().stream().flatMap(ResolvedSites::reasons));
        } else if (origin instanceof Origin.Fact fact) {
            return Stream.of(fact.fact());
        }
        return origin instanceof Origin.Default reason ? Stream.of(reason.reason()) : Stream.empty();
    }

    static Optional<KubernetesConfig.Entry> entry(ResolvedSite site, String key) {
        return ((FileConfig) site.cluster().config()).entries().get(key).toJavaOptional();
    }
}
