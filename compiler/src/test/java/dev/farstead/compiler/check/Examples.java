// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.Farstead;
import dev.farstead.ImmutableInput;
import dev.farstead.Input;
import dev.farstead.compiler.bind.Binder;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.resolve.ProfileResolver;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.resolve.SiteResolver;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Lays the examples of rules over a base: below {@code profile} and {@code site} maps merge by key and everything else replaces,
 * {@code null} takes away; {@code sites} adds further sites, each laid over the first; {@code today} is the day.
 */
final class Examples {
    private Examples() {}

    /** Returns what the whole compiler finds. */
    static List<Finding> findings(String overlay) {
        return Farstead.create().check(input(overlay)).findings();
    }

    /** Returns what breaks one rule, whatever breaks others. */
    static List<Object> breaking(Rule<?, ?> rule, String overlay) {
        Catalogue catalogue = Catalogue.bundled();
        Map<String, Object> merged = merged(overlay);
        Optional<LocalDate> today = today(merged);
        ResolvedProfile profile = new ProfileResolver(catalogue)
                .resolve(Binder.profile(document("profile.yaml", part(merged, "profile"))))
                .value();
        List<ResolvedSite> sites = new ArrayList<>();
        for (Map.Entry<String, Object> site : sites(merged).entrySet()) {
            sites.add(new SiteResolver(catalogue, (from, name) -> named(name))
                    .resolve(Binder.site(document(site.getKey(), site.getValue())), profile)
                    .value());
        }
        FleetIndex fleet = FleetIndex.of(sites.stream().map(FleetIndex::facts));
        List<Object> breaking = new ArrayList<>();
        if (Rules.profiles().stream().anyMatch(known -> known.explanation().equals(rule.explanation()))
                && !isSiteRule(rule)) {
            breaking.addAll(run(rule, new ProfileContext(profile, catalogue, today)));
        } else {
            for (ResolvedSite site : sites) {
                breaking.addAll(run(rule, new SiteContext(site, fleet, catalogue, today)));
            }
        }
        return breaking;
    }

    private static boolean isSiteRule(Rule<?, ?> rule) {
        return Rules.sites().stream().anyMatch(known -> known.subjects() == rule.subjects());
    }

    @SuppressWarnings("unchecked")
    private static <C> List<Object> run(Rule<?, ?> rule, C context) {
        return ((Rule<C, Object>) rule).breaking(context).toList();
    }

    private static Input input(String overlay) {
        Map<String, Object> merged = merged(overlay);
        ImmutableInput.Builder input = Input.builder()
                .addSources(source("profile.yaml", part(merged, "profile")))
                .namedSources((from, name) -> named(name))
                .today(today(merged));
        sites(merged).forEach((name, site) -> input.addSources(source(name, site)));
        return input.build();
    }

    private static Optional<LocalDate> today(Map<String, Object> merged) {
        return Optional.ofNullable(merged.get("today")).map(text -> LocalDate.parse(text.toString()));
    }

    private static Map<String, Object> sites(Map<String, Object> merged) {
        Map<String, Object> sites = new LinkedHashMap<>();
        sites.put("site.yaml", part(merged, "site"));
        if (merged.get("sites") instanceof List<?> further) {
            for (Object site : further) {
                sites.put("site" + sites.size() + ".yaml", merge(part(merged, "site"), site));
            }
        }
        return sites;
    }

    private static SourceDocument document(String name, Object tree) {
        return SourceReader.read(source(name, tree), Limits.defaults())
                .documents()
                .get(0);
    }

    private static SourceText source(String name, Object tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        String text = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options, new Texts())
                .dump(tree);
        return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> merged(String overlay) {
        Object base = load(resource("base.yaml"));
        @SuppressWarnings("unchecked")
        Map<String, Object> merged = (Map<String, Object>) merge(base, load(overlay));
        return merged;
    }

    private static Object load(String text) {
        DumperOptions options = new DumperOptions();
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options, new Texts())
                .load(text);
    }

    /** Types scalars as our reader does: numbers and truth values only where YAML 1.2 sees some, and no dates. */
    private static final class Texts extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, java.util.regex.Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, java.util.regex.Pattern.compile("-?[0-9]+"), "-0123456789");
            addImplicitResolver(Tag.FLOAT, java.util.regex.Pattern.compile("-?[0-9]+\\.[0-9]+"), "-0123456789");
            addImplicitResolver(Tag.NULL, java.util.regex.Pattern.compile("null|"), "n\0");
        }
    }

    private static Object merge(Object lower, Object upper) {
        if (!(lower instanceof Map<?, ?> base) || !(upper instanceof Map<?, ?> over)) {
            return upper;
        }
        Map<Object, Object> merged = new LinkedHashMap<>(base);
        over.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, merged.containsKey(key) ? merge(merged.get(key), value) : value);
            }
        });
        return merged;
    }

    private static Optional<String> named(String name) {
        return Examples.class.getResource(name) == null ? Optional.empty() : Optional.of(resource(name));
    }

    private static String resource(String name) {
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object part(Map<String, Object> merged, String key) {
        return Objects.requireNonNull(merged.get(key), key);
    }
}
