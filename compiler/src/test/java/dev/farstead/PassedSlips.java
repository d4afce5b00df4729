// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.resolve.OwnedSettings;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Range;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.Command;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.ComponentBuild;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.ConfigKeys;
import dev.farstead.schemas.FieldType;
import dev.farstead.schemas.KubeadmField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every word that the catalogue fixes for what is passed on to a distribution, with every slip: many of them in one document. */
final class PassedSlips {
    private static final Farstead FARSTEAD = Farstead.create();
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final String K3S_VERSION = "1.28.13";
    private static final String KUBEADM_VERSION = "1.28.13";
    private static final int IN_ONE_DOCUMENT = 400;
    private static final Pattern WRITE = Pattern.compile("write `(.*)`");

    private static final Set<Slip.Kind> BUT_OTHER_LETTERS = EnumSet.complementOf(EnumSet.of(Slip.Kind.SUBSTITUTION));

    private final boolean full;

    PassedSlips(boolean full) {
        this.full = full;
    }

    /**
     * Words that stand side by side.
     *
     * @param where what the figures call the place
     * @param flavor the distribution
     * @param words the words that this release has and a specification may write
     * @param known all words that the rules know there, of other releases and refused ones too
     * @param config the configuration with faulty words in place
     */
    private record Place(
            String where,
            String flavor,
            List<String> words,
            Set<String> known,
            Function<List<String>, Object> config) {}

    /** Judges the keys of K3s and RKE2. */
    SlipFigures keys() {
        return judged(Stream.of("k3s", "rke2").map(PassedSlips::keys), BUT_OTHER_LETTERS);
    }

    /** Judges the fields of kubeadm. */
    SlipFigures fields() {
        List<Place> places = new ArrayList<>();
        fields("", CATALOGUE.kubeadmFields().sections(), config -> config, places);
        return judged(places.stream(), BUT_OTHER_LETTERS);
    }

    /** Judges the arguments of the components that K3s starts. */
    SlipFigures arguments() {
        return judged(
                CATALOGUE.configKeys("k3s").orElseThrow().all().stream()
                        .filter(key ->
                                key.component().isPresent() && key.replacedBy().isEmpty())
                        .filter(key -> CATALOGUE
                                .componentArguments()
                                .components()
                                .contains(key.component().orElseThrow()))
                        .map(PassedSlips::arguments),
                EnumSet.of(Slip.Kind.DELETION, Slip.Kind.SWAP));
    }

    private static Place keys(String flavor) {
        ConfigKeys keys = CATALOGUE.configKeys(flavor).orElseThrow();
        Set<String> known = new TreeSet<>();
        for (ConfigKey key : Stream.concat(keys.all().stream(), CATALOGUE.k3sKeys().all().stream())
                .toList()) {
            known.add(key.name());
            known.addAll(key.aliases());
        }
        List<String> words = keys
                .names(Command.SERVER, KubernetesVersion.parse(K3S_VERSION).orElseThrow())
                .stream()
                .filter(key -> !OwnedSettings.ownsKey(key))
                .toList();
        return new Place("keys of " + flavor, flavor, words, known, PassedSlips::entries);
    }

    private static Place arguments(ConfigKey key) {
        String component = key.component().orElseThrow();
        List<String> words = CATALOGUE
                .componentArguments()
                .names(component, KubernetesVersion.parse(K3S_VERSION).orElseThrow(), ComponentBuild.K3S);
        Set<String> known = CATALOGUE.componentArguments().all(component).stream()
                .map(ComponentArgument::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Place(
                key.name(),
                "k3s",
                words,
                known,
                slips -> Map.of(
                        key.name(), slips.stream().map(slip -> slip + "=1").toList()));
    }

    private static Map<String, Object> entries(List<String> words) {
        Map<String, Object> entries = new LinkedHashMap<>();
        words.forEach(word -> entries.put(word, "x"));
        return entries;
    }

    private static void fields(
            String path, Map<String, KubeadmField> fields, UnaryOperator<Object> within, List<Place> places) {
        KubernetesVersion version = KubernetesVersion.parse(KUBEADM_VERSION).orElseThrow();
        List<String> words = fields.values().stream()
                .filter(field -> field.in(version).isPresent())
                .map(KubeadmField::name)
                .toList();
        places.add(new Place(
                path.isEmpty() ? "sections of kubeadm" : path,
                "pxk-e",
                words,
                fields.keySet(),
                slips -> within.apply(entries(slips))));
        fields.forEach((name, field) -> {
            List<String> steps = List.of((path.isEmpty() ? name : path + '.' + name).split("\\."));
            boolean owned = CATALOGUE.kubeadmProvider().owner(steps).isPresent();
            if (!owned && field.in(version).isPresent() && !field.fields().isEmpty()) {
                boolean list = field.type(version.minor()) == FieldType.OBJECTS;
                fields(
                        String.join(".", steps),
                        field.fields(),
                        inner -> within.apply(Map.of(name, list ? List.of(inner) : inner)),
                        places);
            }
        });
    }

    private SlipFigures judged(Stream<Place> places, Set<Slip.Kind> kinds) {
        SlipFigures figures = new SlipFigures();
        places.forEach(place -> {
            Map<String, List<Map.Entry<String, Slip>>> meant = new LinkedHashMap<>();
            for (String word : place.words()) {
                Slip.of(word).stream()
                        .filter(slip -> full || kinds.contains(slip.kind()))
                        // Of `v`, another letter in its place leaves nothing to go by.
                        .filter(slip -> slip.kind() != Slip.Kind.SUBSTITUTION || word.length() > 1)
                        .forEach(slip -> meant.computeIfAbsent(slip.text(), text -> new ArrayList<>())
                                .add(Map.entry(word, slip)));
            }
            List<String> unknown = new ArrayList<>();
            meant.forEach((text, slips) -> {
                if (place.known().contains(text)) {
                    slips.forEach(slip -> figures.known(place.where(), slip.getKey(), slip.getValue()));
                } else {
                    unknown.add(text);
                }
            });
            for (int i = 0; i < unknown.size(); i += IN_ONE_DOCUMENT) {
                List<String> some = unknown.subList(i, Math.min(unknown.size(), i + IN_ONE_DOCUMENT));
                judge(place, some, meant, figures);
            }
        });
        return figures;
    }

    private static void judge(
            Place place, List<String> texts, Map<String, List<Map.Entry<String, Slip>>> meant, SlipFigures figures) {
        String source = source(place, place.config().apply(texts));
        Map<String, List<Finding>> found = new HashMap<>();
        Set<String> asked = new HashSet<>(texts);
        for (Finding finding : FARSTEAD.check(Samples.input(List.of(SpecText.source("profile.yaml", source))))
                .findings()) {
            String at = finding.range().map(range -> word(range, source)).orElse("");
            if (finding.severity() == Severity.ERROR && asked.contains(at)) {
                found.computeIfAbsent(at, text -> new ArrayList<>()).add(finding);
            }
        }
        for (String text : texts) {
            List<Finding> findings = found.getOrDefault(text, List.of());
            for (Map.Entry<String, Slip> slip : meant.getOrDefault(text, List.of())) {
                if (findings.size() == 1) {
                    List<String> suggestions = suggestions(findings.get(0));
                    figures.suggested(place.where(), slip.getKey(), slip.getValue(), suggestions, place.known());
                } else {
                    figures.fault(place.where(), slip.getKey(), slip.getValue(), "gives " + findings);
                }
            }
        }
    }

    private static List<String> suggestions(Finding finding) {
        // Where a value may be a secret, a suggestion is words alone.
        return finding.fixes().stream()
                .map(fix -> WRITE.matcher(fix.text()))
                .filter(Matcher::matches)
                .map(words -> bare(words.group(1)))
                .toList();
    }

    private static String word(Range range, String source) {
        return bare(source.substring(range.start().offset(), range.end().offset()));
    }

    /** Returns a word without its quotes, and without the value of an argument. */
    private static String bare(String written) {
        String text = written.startsWith("\"") ? written.substring(1, written.length() - 1) : written;
        return text.endsWith("=1") ? text.substring(0, text.length() - 2) : text;
    }

    private static String source(Place place, Object config) {
        boolean kubeadm = place.flavor().equals("pxk-e");
        return SpecText.yaml(
                        Map.of("apiVersion", "farstead/v1alpha1", "kind", "Profile", "metadata", Map.of("name", "p")))
                + SpecText.yaml(Map.of(
                        "spec",
                        Map.of(
                                "mode", "connected",
                                "agent", Map.of("version", "4.5.15"),
                                "os", Map.of("family", "ubuntu", "version", "22.04"),
                                "kubernetes",
                                        Map.of(
                                                "flavor",
                                                place.flavor(),
                                                "version",
                                                kubeadm ? KUBEADM_VERSION : K3S_VERSION,
                                                "config",
                                                config),
                                "network",
                                        Map.of(
                                                "podCidr",
                                                "100.64.0.0/18",
                                                "serviceCidr",
                                                "100.64.64.0/18",
                                                "cni",
                                                Map.of("name", "calico")),
                                "hostClasses",
                                        Map.of(
                                                "box",
                                                Map.of(
                                                        "arch",
                                                        "amd64",
                                                        "cores",
                                                        4,
                                                        "memory",
                                                        "16Gi",
                                                        "disks",
                                                        List.of(Map.of(
                                                                "device",
                                                                "/dev/sda",
                                                                "size",
                                                                "240Gi",
                                                                "type",
                                                                "ssd",
                                                                "use",
                                                                "install")))))));
    }
}
