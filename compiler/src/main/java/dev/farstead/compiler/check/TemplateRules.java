// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.KubernetesConfig;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.stream.Stream;

/** The rule about texts that others would read as templates. */
final class TemplateRules {
    private static final String OPEN = "{{";

    private TemplateRules() {}

    private static final Rule<SiteContext, Sourced<String>> TEMPLATE = Rule.site("SEC-030")
            .title("a text would be read as a template")
            .why("""
                    The stage engine on the host and the management plane both take what stands between two pairs of braces for an \
                    expression and put its result in its place, or refuse the whole file. Whoever writes such a text writes a program \
                    that runs with the rights of either.""")
            .evidence(
                    "github.com/mudler/yip v1.10.0, pkg/plugins; Palette documentation, clusters/cluster-management/macros")
            .inferred()
            .good("profile: {spec: {site: {registration: {project: stores}}}}")
            .bad("profile: {spec: {site: {registration: {project: \"stores {{ .Values }}\"}}}}")
            .subjects(context -> texts(context.site()))
            .broken(text -> text.value().contains(OPEN), (text, finding) -> {
                Written.at(finding, text);
                finding.message("`" + OPEN + "` would be read as the start of a template")
                        .effect("the text is replaced by the result of an expression, or the whole file is refused")
                        .addFixes(Fix.advice("write the text without double braces"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE =
            List.of(TEMPLATE.over(context -> config(context.profile().cluster().config())));

    static final List<Rule<SiteContext, ?>> SITE = List.of(TEMPLATE);

    private static Stream<Sourced<String>> texts(ResolvedSite site) {
        Stream<Sourced<String>> registration =
                Stream.concat(site.registration().project().stream(), site.registration().tags().values().stream());
        Stream<Sourced<String>> proxy = site.network().proxy().stream()
                .flatMap(found -> Stream.of(found.http().stream(), found.https().stream(), found.noProxy().stream())
                        .flatMap(texts -> texts));
        Stream<Sourced<String>> keys = site.users().stream().flatMap(user -> user.sshAuthorizedKeys().stream());
        Stream<Sourced<String>> config =
                site.overridesCluster() ? config(site.cluster().config()) : Stream.empty();
        return Stream.of(
                        registration,
                        site.labels().values().stream(),
                        site.network().ntpServers().stream(),
                        site.network().caCertificates().stream(),
                        proxy,
                        keys,
                        config)
                .flatMap(texts -> texts);
    }

    private static Stream<Sourced<String>> config(KubernetesConfig config) {
        return config.texts();
    }
}
