// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.write.OutputPaths;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.output.Delivery;
import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What holds for the output set of every specification that compiles, and for the findings of every other. */
class CompilerPropertyTest {
    private static final Farstead FARSTEAD = Farstead.create();

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @Provide
    Arbitrary<Spec> specs() {
        return Specs.all();
    }

    @AfterProperty
    void restoreTheMachine() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private static Compilation compile(Spec spec) {
        Compilation compilation = FARSTEAD.compile(Samples.input(spec.sources()));
        Assume.that(compilation.outputs().isPresent());
        return compilation;
    }

    private static Map<String, String> files(List<SourceText> sources) {
        return Samples.files(FARSTEAD.compile(Samples.input(sources)));
    }

    @Property(tries = 40, seed = "20261111", edgeCases = EdgeCasesMode.NONE)
    void equal_input_gives_equal_bytes_whatever_the_instance(@ForAll("specs") Spec spec) {
        Compilation one = compile(spec);
        Compilation same = FARSTEAD.compile(Samples.input(spec.sources()));
        Compilation fresh = Farstead.create().compile(Samples.input(spec.sources()));

        assertThat(same.findings()).isEqualTo(one.findings());
        assertThat(fresh.findings()).isEqualTo(one.findings());
        assertThat(texts(same)).isEqualTo(texts(one));
        assertThat(texts(fresh)).isEqualTo(texts(one));
    }

    private static List<String> texts(Compilation compilation) {
        return compilation.outputs().orElseThrow().files().stream()
                .map(file -> file.path() + '\n' + Samples.text(file))
                .toList();
    }

    @Property(tries = 60, seed = "20261112", edgeCases = EdgeCasesMode.NONE)
    void the_order_of_keys_changes_no_byte(@ForAll("specs") Spec spec, @ForAll Random random) {
        Map<String, String> files = Samples.files(compile(spec));
        List<SourceText> shuffled = new ArrayList<>();
        for (Map<String, Object> document : spec.documents()) {
            shuffled.add(SpecText.source(
                    "specs/" + shuffled.size() + ".yaml", SpecText.yaml(SpecText.withKeysShuffled(document, random))));
        }

        assertThat(files(shuffled)).isEqualTo(files);
    }

    @Property(tries = 40, seed = "20261113", edgeCases = EdgeCasesMode.NONE)
    void the_order_and_division_of_sources_change_no_byte(@ForAll("specs") Spec spec, @ForAll Random random) {
        Map<String, String> files = Samples.files(compile(spec));
        List<String> documents =
                new ArrayList<>(spec.documents().stream().map(SpecText::yaml).toList());
        Collections.shuffle(documents, random);
        List<SourceText> divided = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        for (String document : documents) {
            source.append("---\n").append(document);
            if (random.nextBoolean()) {
                divided.add(SpecText.source("other/" + divided.size() + ".yaml", source.toString()));
                source.setLength(0);
            }
        }
        if (!source.isEmpty()) {
            divided.add(SpecText.source("other/last.yaml", source.toString()));
        }

        assertThat(files(divided)).isEqualTo(files);
    }

    @Property(tries = 30, seed = "20261114", edgeCases = EdgeCasesMode.NONE)
    void line_ends_and_json_in_place_of_yaml_change_no_byte(@ForAll("specs") Spec spec) {
        Map<String, String> files = Samples.files(compile(spec));
        List<SourceText> windows = new ArrayList<>();
        List<SourceText> json = new ArrayList<>();
        for (Map<String, Object> document : spec.documents()) {
            windows.add(SpecText.source(
                    windows.size() + ".yaml", SpecText.yaml(document).replace("\n", "\r\n")));
            json.add(SpecText.source(json.size() + ".json", SpecText.json(document)));
        }

        assertThat(files(windows)).isEqualTo(files);
        assertThat(files(json)).isEqualTo(files);
    }

    @Property(tries = 20, seed = "20261115", edgeCases = EdgeCasesMode.NONE)
    void locale_and_time_zone_of_the_machine_change_nothing(@ForAll("specs") Spec spec) {
        Compilation here = compile(spec);
        for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Compilation there = Farstead.create().compile(Samples.input(spec.sources()));
            restoreTheMachine();

            assertThat(there.findings()).as(tag).isEqualTo(here.findings());
            assertThat(texts(there)).as(tag).isEqualTo(texts(here));
        }
    }

    @Property(tries = 60, seed = "20261116", edgeCases = EdgeCasesMode.NONE)
    void image_build_packs_and_profile_name_one_release(@ForAll("specs") Spec spec) {
        Assume.that(spec.profile().toString().contains("agent="));
        OutputSet outputs = compile(spec).outputs().orElseThrow();
        Map<String, String> arguments = new HashMap<>();
        installer(outputs).lines().forEach(line -> {
            int equals = line.indexOf('=');
            arguments.put(line.substring(0, equals), line.substring(equals + 1));
        });
        Object os = yaml(file(outputs, "cluster-profile/os-edge-native-byoi.yaml"));
        String image = arguments.get("IMAGE_REGISTRY")
                + '/'
                + arguments.get("IMAGE_REPO")
                + ':'
                + arguments.get("K8S_DISTRIBUTION")
                + '-'
                + arguments.get("K8S_VERSION")
                + '-'
                + arguments.get("PE_VERSION")
                + '-'
                + arguments.get("CUSTOM_TAG");
        Object pack =
                list(at(yaml(file(outputs, "cluster-profile/profile.yaml")), "spec", "template", "packs")).stream()
                        .filter(each -> "k8s".equals(at(each, "layer")))
                        .findFirst()
                        .orElseThrow();

        assertThat(at(os, "options", "system.uri")).isEqualTo(image);
        assertThat(at(list(at(os, "pack", "content", "images")).get(0), "image"))
                .isEqualTo(image);
        assertThat(at(pack, "version")).isEqualTo(arguments.get("K8S_VERSION"));
    }

    private static String installer(OutputSet outputs) {
        return outputs.files(Delivery.BUILD).stream()
                .filter(file -> file.path().endsWith("/.arg"))
                .map(Samples::text)
                .findFirst()
                .orElseThrow();
    }

    private static String file(OutputSet outputs, String path) {
        return Samples.text(outputs.file("profiles/chain/" + path).orElseThrow());
    }

    private static Object yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static Object at(Object tree, String... keys) {
        Object found = tree;
        for (String key : keys) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(key), key);
        }
        return found;
    }

    private static List<?> list(Object tree) {
        return (List<?>) tree;
    }

    @Property(tries = 60, seed = "20261117", edgeCases = EdgeCasesMode.NONE)
    void paths_are_portable_and_every_line_has_an_origin(@ForAll("specs") Spec spec) {
        List<Output> files = compile(spec).outputs().orElseThrow().files();
        files.forEach(file -> {
            OutputPaths.check(file.path());
            assertThat(file.lineOrigins())
                    .as(file.path())
                    .hasSize((int) Samples.text(file).lines().count())
                    .doesNotContainNull();
            assertThat(file.size()).isEqualTo(file.bytes().length);
        });
        OutputPaths.checkUnique(files.stream().map(Output::path).toList());
    }

    @Property(tries = 60, seed = "20261118", edgeCases = EdgeCasesMode.NONE)
    void secrets_stand_in_files_of_mode_0600_alone(@ForAll("specs") Spec spec) {
        Compilation compilation = compile(spec);
        assertThat(compilation.toString()).doesNotContain(Samples.CANARY);
        assertThat(compilation.findings().toString()).doesNotContain(Samples.CANARY);
        compilation.outputs().orElseThrow().files().forEach(file -> {
            assertThat(file.toString()).doesNotContain(Samples.CANARY);
            boolean revealed = Samples.text(file).contains(Samples.CANARY);
            assertThat(revealed)
                    .as(file.path())
                    .isEqualTo(file.secrets().size() > file.openSecrets().size());
            if (!file.secrets().isEmpty()) {
                assertThat(file.mode()).as(file.path()).isEqualTo(0600);
                assertThat(file.delivery()).as(file.path()).isNotEqualTo(Delivery.BUILD);
            }
        });
    }

    @Property(tries = 300, seed = "20261119", edgeCases = EdgeCasesMode.NONE)
    void a_broken_specification_gives_findings_in_order_and_the_same_from_a_check(
            @ForAll("specs") Spec spec, @ForAll Random random) {
        List<SourceText> sources =
                Mutation.of(spec, 1 + random.nextInt(3), random).sources();
        Input input = Samples.input(sources);
        Compilation compilation = FARSTEAD.compile(input);

        assertThat(FARSTEAD.check(input).findings()).isEqualTo(compilation.findings());
        assertThat(FARSTEAD.compile(input).findings()).isEqualTo(compilation.findings());
        assertThat(compilation.outputs().isPresent()).isNotEqualTo(compilation.hasErrors());
        assertThat(compilation.findings().toString()).doesNotContain(Samples.CANARY);
        Map<String, Integer> order = IntStream.range(0, sources.size())
                .boxed()
                .collect(Collectors.toMap(i -> sources.get(i).name(), i -> i));
        assertThat(compilation.findings().stream()
                        .filter(finding -> finding.range().isPresent())
                        .map(finding -> place(finding, order))
                        .toList())
                .isSorted();
    }

    private static long place(Finding finding, Map<String, Integer> order) {
        return order.getOrDefault(finding.range().orElseThrow().source(), 99) * 10_000_000L
                + finding.range().orElseThrow().start().offset();
    }
}
