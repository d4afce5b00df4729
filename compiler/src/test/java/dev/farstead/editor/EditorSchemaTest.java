// SPDX-License-Identifier: Apache-2.0
package dev.farstead.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.EditorSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The editor schema is made from structure, axis table and texts; {@code -Dguide=update} rewrites it, except where CI is set. */
class EditorSchemaTest {
    /** Open secrets, addresses by DHCP, a load balancer, and the oldest release beside a newer network. */
    private static final Set<String> WITH_EVERY_CHOICE = Set.of("SEC-001", "TOPO-022", "NET-095", "DIST-010");

    private static final Path FILE = Path.of("../schemas/src/main/resources/dev/farstead/schemas/editor/editor.json");
    private static final int MOST_BYTES = 400_000;
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private static final Path EMITTERS = Path.of("src/main/java/dev/farstead/compiler/emit");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("\\w[\\w-]+");

    private final EditorTexts texts = EditorTexts.read();
    private final EditorSchemaText made = new EditorSchemaText(texts);

    @Test
    void theCommittedSchemaIsTheOneThatIsMade() throws IOException {
        String expected = made.text();
        if ("update".equals(System.getProperty("guide"))) {
            assertThat(System.getenv("CI"))
                    .as("schemas are not rewritten in CI")
                    .isNull();
            Files.writeString(FILE, expected);
        }

        assertThat(Files.readString(FILE))
                .as("`./mvnw -pl compiler -am test -Dguide=update` writes it")
                .isEqualTo(expected);
        assertThat(expected.length()).isLessThan(MOST_BYTES);
        assertThat(EditorTexts.json(expected).path("$id").asText())
                .isEqualTo(EditorSchema.text().id());
    }

    @Test
    void itKeepsTheRulesOfDraft07() {
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema"));

        assertThat(metaSchema.validate(made.schema())).isEmpty();
    }

    @Test
    void everyKeyHasItsTextsAndNoTextIsForAnother() {
        Map<String, JsonNode> keys = made.keys();

        assertThat(texts.keys().keySet()).containsExactlyInAnyOrderElementsOf(keys.keySet());
        SoftAssertions all = new SoftAssertions();
        texts.keys().forEach((place, text) -> {
            all.assertThat(text.title()).as(place).matches("[A-Z][^.`]{1,39}");
            all.assertThat(text.text()).as(place).matches("(?s)[A-Z`].*[.:]\\S*\\.|[A-Z`].*\\.");
            all.assertThat(text.byDefault().isPresent())
                    .as("whether %s says what holds when it is absent", place)
                    .isEqualTo(canBeAbsent(place));
            Stream.concat(text.becomes().stream(), text.byDefault().stream())
                    .forEach(part ->
                            all.assertThat(part).as(place).doesNotEndWith(".").doesNotStartWith(" "));
        });
        all.assertAll();
    }

    private boolean canBeAbsent(String place) {
        String owner = place.substring(0, place.lastIndexOf('.'));
        String key = place.substring(owner.length() + 1);
        return !key.equals("*")
                && !strings(made.definition(owner).path("required")).contains(key);
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** A text names files, keys and arguments that there are: each of their words stands in an output of a golden case, or in an emitter. */
    @Test
    void whatKeysBecomeIsNamedAsInTheOutputs() throws IOException {
        Set<String> written = new HashSet<>();
        for (Path root : List.of(Path.of("../golden/cases"), EMITTERS)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files.filter(EditorSchemaTest::isOutput)::iterator) {
                    WORD.matcher(file + "\n" + Files.readString(file))
                            .results()
                            .forEach(word -> written.add(word.group()));
                }
            }
        }
        SoftAssertions all = new SoftAssertions();
        texts.keys()
                .forEach((place, text) -> text.becomes().stream()
                        .flatMap(becomes -> QUOTED.matcher(becomes).results())
                        .map(quoted -> quoted.group(1).replaceAll("<[^>]*>", " "))
                        .flatMap(quoted -> WORD.matcher(quoted).results())
                        .forEach(word -> all.assertThat(written.contains(word.group()))
                                .as("%s becomes something with %s", place, word.group())
                                .isTrue()));
        all.assertAll();
    }

    private static boolean isOutput(Path file) {
        return Files.isRegularFile(file)
                && (file.startsWith(EMITTERS)
                        || file.toString().contains("/expected/")
                        || file.endsWith("expected.diff"));
    }

    @Test
    void everyValueHasItsTextAndNoTextIsForAnother() {
        Set<String> described = new TreeSet<>();
        texts.values()
                .forEach((owner, values) -> values.forEach((value, text) -> {
                    described.add(owner + ' ' + value);
                    assertThat(text).as(owner + ' ' + value).matches("\\w.*\\.");
                }));
        Set<String> existing = new TreeSet<>();
        made.definitions()
                .forEach((name, definition) ->
                        strings(definition.path("enum")).forEach(value -> existing.add(name + ' ' + value)));
        EditorSchemaText.KINDS.forEach(kind -> existing.add("Profile.kind " + kind));
        made.keys().forEach((place, schema) -> {
            strings(schema.path("enum")).forEach(value -> existing.add(place + ' ' + value));
            if (schema.path("type").asText().equals("boolean")) {
                existing.addAll(List.of(place + " true", place + " false"));
            }
        });

        assertThat(described).isEqualTo(existing);
    }

    @Test
    void examplesFitTheirKeys() {
        SoftAssertions all = new SoftAssertions();
        Map<String, JsonNode> keys = made.keys();
        texts.keys()
                .forEach((place, text) -> all.assertThat(
                                faults(keys.getOrDefault(place, NullNode.getInstance()), place, text.example()))
                        .as(place + ": " + text.example())
                        .isEmpty());
        all.assertAll();
    }

    private List<Error> faults(JsonNode schema, String place, JsonNode value) {
        return REGISTRY.getSchema(made.alone(schema, place)).validate(value);
    }

    @Test
    void snippetsFitWhereTheyAreOffered() {
        assertThat(made.definitions().keySet()).containsAll(texts.snippets().keySet());
        SoftAssertions all = new SoftAssertions();
        texts.snippets()
                .forEach((definition, snippets) -> snippets.forEach(
                        snippet -> all.assertThat(faults(made.definition(definition), definition, snippet.filled()))
                                .as(definition + ": " + snippet.label())
                                .isEmpty()));
        all.assertAll();
    }

    @Test
    void whatSnippetsMakeCompiles() {
        JsonNode profile = snippet("Profile", 0);
        JsonNode site = snippet("Site", 0);
        assertThat(faults(profile, site)).isEmpty();

        ObjectNode plain = site.deepCopy();
        ObjectNode spec = (ObjectNode) plain.path("spec");
        spec.remove("registration");
        spec.set("controlPlaneEndpoint", snippet("controlPlaneEndpoint", 2));
        spec.putObject("clusterToken").put("secretRef", "cluster-token");
        spec.put("profile", "lab-k3s");
        JsonNode hosts = spec.path("hosts");
        ((ObjectNode) hosts.get(0)).put("class", "vm");
        assertThat(faults(snippet("Profile", 1), plain)).isEmpty();

        ObjectNode planned = profile.deepCopy();
        ((ObjectNode) planned.path("spec")).set("site", snippet("siteDefaults", 0));
        assertThat(faults(planned, snippet("Site", 1))).isEmpty();
    }

    @Test
    void whatSnippetsReplaceCompiles() {
        Map<String, String> places = Map.ofEntries(
                Map.entry("hostClasses", "Profile/hostClasses"),
                Map.entry("network", "Profile/network"),
                Map.entry("kubernetesVersion", "Profile/kubernetes/version"),
                Map.entry("image", "Profile/image"),
                Map.entry("disk", "Profile/hostClasses/box/disks/same"),
                Map.entry("storage", "Profile/storage"),
                Map.entry("registration", "Site/registration"),
                Map.entry("controlPlaneEndpoint", "Site/controlPlaneEndpoint"),
                Map.entry("siteNetwork", "Site/network"),
                Map.entry("proxy", "Site/network/proxy"),
                Map.entry("user", "Site/users/0"),
                Map.entry("host", "Site/hosts/0"),
                Map.entry("interfaces", "Site/hosts/0/interfaces"),
                Map.entry("content", "Profile/content"));
        Set<String> tried = new TreeSet<>(Set.of("Profile", "Site", "siteDefaults"));
        SoftAssertions all = new SoftAssertions();
        places.forEach((definition, place) -> {
            tried.add(definition);
            for (EditorTexts.Snippet snippet : texts.snippets().getOrDefault(definition, List.of())) {
                ObjectNode profile = snippet("Profile", 0).deepCopy();
                ObjectNode site = snippet("Site", 0).deepCopy();
                surroundings(definition, profile, site);
                replace((place.startsWith("Profile") ? profile : site).path("spec"), place, snippet.filled());
                all.assertThat(faults(profile, site))
                        .as(definition + ": " + snippet.label())
                        .isEmpty();
            }
        });
        all.assertThat(tried).isEqualTo(texts.snippets().keySet());
        all.assertAll();
    }

    /** Changes what a snippet would not go with. */
    private void surroundings(String definition, ObjectNode profile, ObjectNode site) {
        ObjectNode spec = (ObjectNode) profile.path("spec");
        ArrayNode disks = (ArrayNode) spec.path("hostClasses").path("box").path("disks");
        if (definition.equals("storage")) {
            disks.add(snippet("disk", 1));
        } else if (definition.equals("disk")) {
            spec.set("storage", snippet("storage", 0));
            disks.removeAll().add(snippet("disk", 0)).add(snippet("disk", 1));
        } else if (definition.equals("content")) {
            spec.put("mode", "air-gapped");
            ((ObjectNode) site.path("spec")).remove("registration");
        } else if (definition.equals("host")) {
            ArrayNode hosts = spec.putObject("site").putArray("hosts");
            for (String name : List.of("b", "c")) {
                ObjectNode host = hosts.addObject()
                        .put("name", name)
                        .put("role", "control-plane")
                        .put("class", "box");
                host.putObject("interfaces").putObject("enp1s0").put("hostNumber", name.equals("b") ? 12 : 13);
            }
        }
    }

    private static void replace(JsonNode spec, String place, JsonNode value) {
        String[] path = place.split("/", -1);
        JsonNode owner = spec;
        for (int i = 1; i < path.length - 1; i++) {
            owner = owner.isArray() ? owner.get(Integer.parseInt(path[i])) : owner.path(path[i]);
        }
        String last = path[path.length - 1];
        if (owner instanceof ArrayNode list) {
            // Which disk it replaces is the one for the same use.
            int at = 0;
            while (last.equals("same") && !list.get(at).path("use").equals(value.path("use"))) {
                at++;
            }
            list.set(at, value);
        } else {
            ((ObjectNode) owner).set(last, value);
        }
    }

    private JsonNode snippet(String definition, int number) {
        return Optional.ofNullable(texts.snippets().get(definition))
                .orElseThrow()
                .get(number)
                .filled();
    }

    /** Whoever inserts a snippet is warned of nothing but what comes with every such choice. */
    private static List<Finding> faults(JsonNode profile, JsonNode site) {
        Input input = Input.builder()
                .addSources(source("profile.json", profile), source("site.json", site))
                .namedSources((from, name) -> Optional.of(
                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRjTvGY4zV37Z5rgeZTlM/5b4xGxw1qX1U++ueQyrTe ops"))
                .build();
        return Farstead.create().compile(input).findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .filter(finding -> !WITH_EVERY_CHOICE.contains(finding.code()))
                .toList();
    }

    private static SourceText source(String name, JsonNode document) {
        return new SourceText(name, document.toString().getBytes(StandardCharsets.UTF_8));
    }
}
