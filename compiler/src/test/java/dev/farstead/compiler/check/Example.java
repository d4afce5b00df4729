// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.Farstead;
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
import dev.farstead.model.source.NamedSources;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An example of a rule: the base with changes. Below {@code profile} and {@code site}, maps are merged by key, {@code null} takes a key
 * away, and everything else replaces. {@code sites} holds further sites, each the base site with changes; {@code sources} the texts that
 * specifications name; {@code today} the day on which expiry is judged, {@code unknown} for none.
 */
public final class Example {
    private static final AddressSpace SPACE = AddressSpace.of(Catalogue.bundled());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<SourceText> sources = new ArrayList<>();
    private final Map<String, Object> named;
    private final Optional<LocalDate> today;
    private final Map<String, Object> changes;

    private Example(Map<String, Object> changes) {
        this.changes = changes;
        Map<String, Object> base = map(yaml(baseText()));
        add("profile.json", merge(base.getOrDefault("profile", Map.of()), changes.getOrDefault("profile", Map.of())));
        add("site.json", merge(base.getOrDefault("site", Map.of()), changes.getOrDefault("site", Map.of())));
        List<?> further = (List<?>) changes.getOrDefault("sites", List.of());
        for (int i = 0; i < further.size(); i++) {
            add("site-" + (i + 2) + ".json", merge(base.getOrDefault("site", Map.of()), further.get(i)));
        }
        named = map(changes.getOrDefault("sources", Map.of()));
        String day = changes.getOrDefault("today", "2024-09-01").toString();
        today = day.equals("unknown") ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    public static Example of(String changes) {
        return new Example(map(yaml(changes)));
    }

    public Input input() {
        return Input.builder()
                .sources(sources)
                .namedSources(namedSources())
                .today(today)
                .build();
    }

    /** Returns what is found when it is checked. */
    List<Finding> findings() {
        return Farstead.create().check(input()).findings();
    }

    List<String> codes() {
        return findings().stream().map(Finding::code).toList();
    }

    /** Whether its site is that of the base. */
    boolean changesOnlyTheProfile() {
        return !changes.containsKey("site") && !changes.containsKey("sites");
    }

    /** Returns this example with other further sites. */
    Example withSites(String... sites) {
        Map<String, Object> more = new LinkedHashMap<>(changes);
        more.put("sites", Stream.of(sites).map(Example::yaml).toList());
        return new Example(more);
    }

    List<ProfileContext> profiles() {
        return List.of(new ProfileContext(profile(), Catalogue.bundled(), today, SPACE));
    }

    List<SiteContext> sites() {
        return resolved().stream()
                .map(site -> SiteContext.of(site, Catalogue.bundled(), today, SPACE, new PemTexts()))
                .toList();
    }

    List<FleetContext> fleet() {
        List<SiteFacts> facts =
                resolved().stream().map(site -> SiteFacts.of(site, SPACE)).toList();
        FleetIndex index = FleetIndex.of(facts);
        return facts.stream().map(site -> new FleetContext(site, index)).toList();
    }

    private List<ResolvedSite> resolved() {
        ResolvedProfile profile = profile();
        SiteResolver resolver = new SiteResolver(Catalogue.bundled(), namedSources());
        return sources.stream()
                .skip(1)
                .map(source ->
                        resolver.resolve(Binder.site(document(source)), profile).value())
                .toList();
    }

    private ResolvedProfile profile() {
        return new ProfileResolver(Catalogue.bundled())
                .resolve(Binder.profile(document(sources.get(0))))
                .value();
    }

    private NamedSources namedSources() {
        return (from, name) -> Optional.ofNullable(named.get(name)).map(Object::toString);
    }

    private static SourceDocument document(SourceText source) {
        return SourceReader.read(source, Limits.defaults()).documents().get(0);
    }

    private void add(String name, Object tree) {
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
            sources.add(new SourceText(name, text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object merge(Object base, Object change) {
        if (!(base instanceof Map) || !(change instanceof Map)) {
            return change;
        }
        Map<String, Object> merged = new LinkedHashMap<>(map(base));
        map(change).forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else {
                merged.merge(key, value, Example::merge);
            }
        });
        return merged;
    }

    private static String baseText() {
        try (InputStream in = Example.class.getResourceAsStream("base.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object yaml(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(strict)).load(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object tree) {
        return (Map<String, Object>) tree;
    }
}
