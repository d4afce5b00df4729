// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.compiler.bind.Binder;
import dev.farstead.compiler.emit.Emitter;
import dev.farstead.compiler.emit.Paths;
import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputDecimal;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputSecret;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.preview.Previews;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.resolve.ProfileResolver;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.resolve.SiteResolver;
import dev.farstead.compiler.write.DotenvReader;
import dev.farstead.compiler.write.OutputFileWriter;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.Catalogue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is emitted, tree by tree: where each leaf comes from, and that a file reads back to its tree. */
class EmittedTreesTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    /** A reader of YAML 1.1 and one of 1.2. */
    private static final Map<String, Function<String, Object>> READERS = Map.of(
            "SnakeYAML",
            text -> new Yaml(new SafeConstructor(new LoaderOptions())).load(text),
            "Engine",
            text -> new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(text));

    @Provide
    Arbitrary<Spec> specs() {
        return Specs.all();
    }

    @Property(tries = 60, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void every_leaf_has_an_origin_that_leads_somewhere(@ForAll("specs") Spec spec) {
        for (OutputFile file : emitted(spec)) {
            trees(file).forEach(tree -> checkOrigins(file.path(), tree));
        }
    }

    private static void checkOrigins(String path, OutputNode node) {
        assertThat(leads(node.origin())).as("%s: %s", path, node).isTrue();
        if (node instanceof OutputMap map) {
            map.entries().forEach(entry -> checkOrigins(path + " > " + entry.key(), entry.value()));
        } else if (node instanceof OutputList list) {
            list.items().forEach(item -> checkOrigins(path, item));
        } else if (node instanceof OutputEmbedded embedded) {
            checkOrigins(path, embedded.tree());
        }
    }

    /** An origin leads to a line, to a fact with its source, or to a reason. */
    private static boolean leads(Origin origin) {
        if (origin instanceof Origin.Written written) {
            return written.place().value().source().startsWith("specs/");
        } else if (origin instanceof Origin.Default reason) {
            return !reason.reason().isBlank();
        } else if (origin instanceof Origin.Fact fact) {
            return !fact.fact().isBlank() && !fact.source().isBlank();
        }
        Origin.Inferred inferred = (Origin.Inferred) origin;
        return !inferred.reason().isBlank()
                && !inferred.from().isEmpty()
                && inferred.from().stream().allMatch(EmittedTreesTest::leads);
    }

    @Property(tries = 60, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void every_yaml_file_reads_back_to_its_tree(@ForAll("specs") Spec spec) {
        for (OutputFile file : emitted(spec)) {
            if (file.content() instanceof OutputContent.Yaml yaml) {
                String text =
                        new String(OutputFileWriter.write(file, Samples.SECRETS).bytes(), StandardCharsets.UTF_8);
                READERS.forEach(
                        (name, reader) -> checkRead(reader.apply(text), yaml.tree(), reader, name + " " + file.path()));
            }
        }
    }

    private static void checkRead(Object read, OutputNode node, Function<String, Object> reader, String place) {
        if (node instanceof OutputMap map) {
            Map<?, ?> members = (Map<?, ?>) read;
            assertThat(List.<Object>copyOf(members.keySet()))
                    .as(place)
                    .isEqualTo(map.entries().stream().map(entry -> entry.key()).toList());
            map.entries()
                    .forEach(entry -> checkRead(
                            Objects.requireNonNull(members.get(entry.key())),
                            entry.value(),
                            reader,
                            place + " > " + entry.key()));
        } else if (node instanceof OutputList list) {
            List<?> items = (List<?>) read;
            assertThat(items).as(place).hasSameSizeAs(list.items());
            for (int i = 0; i < items.size(); i++) {
                checkRead(items.get(i), list.items().get(i), reader, place + '[' + i + ']');
            }
        } else if (node instanceof OutputEmbedded embedded) {
            checkRead(reader.apply((String) read), embedded.tree(), reader, place + " (embedded)");
        } else if (node instanceof OutputInteger integer) {
            assertThat(read).as(place).isInstanceOfAny(Integer.class, Long.class);
            assertThat(((Number) read).longValue()).as(place).isEqualTo(integer.value());
        } else if (node instanceof OutputDecimal decimal) {
            assertThat(new BigDecimal(read.toString())).as(place).isEqualByComparingTo(decimal.value());
        } else {
            assertThat(read).as(place).isEqualTo(scalar(node, read));
        }
    }

    private static Object scalar(OutputNode node, Object read) {
        if (node instanceof OutputBoolean truth) {
            return truth.value();
        } else if (node instanceof OutputSecret secret) {
            // What stands for an open secret is the writer's own matter.
            return Samples.SECRETS
                    .find(secret.site(), secret.name())
                    .<Object>map(Secret::reveal)
                    .orElse(read);
        }
        return ((OutputText) node).text();
    }

    /** Returns the trees of a file; prose has none, and its lines have origins of their own. */
    private static List<OutputNode> trees(OutputFile file) {
        OutputContent content = file.content();
        if (content instanceof OutputContent.Yaml yaml) {
            return List.of(yaml.tree());
        } else if (content instanceof OutputContent.Documents documents) {
            return documents.trees();
        } else if (content instanceof OutputContent.Json json) {
            return List.of(json.tree());
        }
        return assignments(content).<List<OutputNode>>map(List::of).orElse(List.of());
    }

    private static Optional<OutputMap> assignments(OutputContent content) {
        if (content instanceof OutputContent.Arg arg) {
            return Optional.of(arg.values());
        } else if (content instanceof OutputContent.Environment environment) {
            return Optional.of(environment.values());
        } else if (content instanceof OutputContent.ServiceEnvironment environment) {
            return Optional.of(environment.values());
        }
        return content instanceof OutputContent.KernelSettings settings
                ? Optional.of(settings.values())
                : Optional.empty();
    }

    @Property(tries = 60, seed = "20261123", edgeCases = EdgeCasesMode.NONE)
    void every_other_file_reads_back_to_its_tree(@ForAll("specs") Spec spec) {
        for (OutputFile file : emitted(spec)) {
            String text =
                    new String(OutputFileWriter.write(file, Samples.SECRETS).bytes(), StandardCharsets.UTF_8);
            if (file.content() instanceof OutputContent.Json json) {
                checkRead(json(text), json.tree(), EmittedTreesTest::json, file.path());
            } else if (file.content() instanceof OutputContent.Documents documents) {
                checkDocuments(text, documents, file.path());
            } else if (file.content() instanceof OutputContent.Arg arg) {
                checkTexts(DotenvReader.read(text), arg.values(), file.path());
            } else {
                assignments(file.content()).ifPresent(values -> checkTexts(assigned(text), values, file.path()));
            }
        }
    }

    private static void checkDocuments(String text, OutputContent.Documents documents, String path) {
        List<Object> read = new ArrayList<>();
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
                .loadAllFromString(text)
                .forEach(read::add);
        assertThat(read).as(path).hasSameSizeAs(documents.trees());
        for (int i = 0; i < read.size(); i++) {
            checkRead(read.get(i), documents.trees().get(i), Objects.requireNonNull(READERS.get("Engine")), path);
        }
    }

    private static Object json(String text) {
        try {
            return new ObjectMapper().readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads lines of names and values by the rule that all their readers share: the first equals sign divides. In a unit of systemd each
     * stands in quotes.
     */
    private static Map<String, String> assigned(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines()
                .filter(line -> line.indexOf('=') > 0 && !line.startsWith("#"))
                .forEach(whole -> {
                    String line = whole.replaceFirst("^Environment=\"(.*)\"$", "$1");
                    int equals = line.indexOf('=');
                    values.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                });
        return values;
    }

    private static void checkTexts(Map<String, String> read, OutputMap values, String path) {
        Map<String, String> due = new LinkedHashMap<>();
        values.entries().forEach(entry -> due.put(entry.key(), text(entry.value())));
        assertThat(read).as(path).isEqualTo(due);
    }

    private static String text(OutputNode node) {
        if (node instanceof OutputInteger integer) {
            return Long.toString(integer.value());
        } else if (node instanceof OutputBoolean truth) {
            return Boolean.toString(truth.value());
        }
        return ((OutputText) node).text();
    }

    /** Runs the passes from reading to emitting, and what previews are made of them. */
    private static List<OutputFile> emitted(Spec spec) {
        Assume.that(!Farstead.create().check(Samples.input(spec.sources())).hasErrors());
        List<SourceDocument> documents = new ArrayList<>();
        for (SourceText source : spec.sources()) {
            documents.addAll(SourceReader.read(source, Limits.defaults()).documents());
        }
        ResolvedProfile profile = new ProfileResolver(CATALOGUE)
                .resolve(Binder.profile(documents.get(0)))
                .value();
        Emitter emitter = new Emitter(CATALOGUE);
        List<OutputFile> ofProfile = emitter.emit(profile);
        List<OutputFile> files = new ArrayList<>(ofProfile);
        for (SourceDocument document : documents.subList(1, documents.size())) {
            ResolvedSite site = new SiteResolver(CATALOGUE, Samples.NAMED)
                    .resolve(Binder.site(document), profile)
                    .value();
            List<OutputFile> ofSite = emitter.emit(site);
            files.addAll(ofSite);
            profile.agent()
                    .map(agent -> new Previews(
                            CATALOGUE,
                            agent,
                            profile.flavor().value().text(),
                            profile.flavor().origin(),
                            ofProfile))
                    .ifPresent(previews -> files.addAll(previews.of(Paths.of(site), ofSite)));
        }
        return files;
    }
}
