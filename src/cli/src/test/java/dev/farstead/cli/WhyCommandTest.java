// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.farstead.cli.print.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {
    private static final Path RETAIL = Path.of("../examples/retail");
    private static final String SECRET = "tr0ub4dor-and-3";
    private static final String CLUSTER = "sites/store-0412/cluster.yaml";

    @TempDir
    Path temporary;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private Path set;

    @BeforeEach
    void compileExample() throws IOException {
        Path retail = temporary.resolve("retail");
        try (Stream<Path> paths = Files.walk(RETAIL)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, retail.resolve(RETAIL.relativize(path).toString()));
            }
        }
        Path secrets = temporary.resolve("secrets");
        Files.createDirectory(secrets);
        Files.writeString(secrets.resolve("registration-token"), SECRET);
        set = temporary.resolve("set");
        run(0, "compile", retail.toString(), "--out", set.toString(), "--secrets", secrets.toString());
    }

    private String run(int code, String... args) {
        out = new StringWriter();
        err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                new Style(false),
                false);
        assertThat(new Cli(console, false).run(args)).as(err + "\n" + out).isEqualTo(code);
        return out.toString();
    }

    private String why(int code, String asked, String... more) {
        List<String> args = new ArrayList<>(List.of("why", set.resolve(asked).toString()));
        args.addAll(List.of(more));
        return run(code, args.toArray(String[]::new));
    }

    private int line(String path, String text) throws IOException {
        List<String> lines = Files.readAllLines(set.resolve(path));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text + " stands not in " + path);
    }

    private void replace(Path file, String text, String by) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, by));
    }

    @Test
    void aWrittenValueIsShownWhereItStands() throws IOException {
        int line = line(CLUSTER, "ring:");
        assertThat(why(0, CLUSTER + ":" + line).replace(temporary.toString(), ""))
                .isEqualTo("""
                        sites/store-0412/cluster.yaml:5
                        5 |     ring: "2"
                         --> /retail/stores.yaml:5:33
                          |
                        5 |   labels: {city: hamburg, ring: "2"}
                          |                                 ^^^ metadata.labels.ring
                          |

                        """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aValueThatFollowsFromOthersNamesThem() throws IOException {
        String text = why(0, CLUSTER + ":" + line(CLUSTER, "size:"));
        assertThat(text)
                .contains("= because: the hosts of this role", "spec.site.hosts[0].role", "spec.site.hosts[2].role")
                .contains(", see above: spec.site.hosts[2].name");
    }

    @Test
    void factsAndDefaultsSayWhoStatesThem() throws IOException {
        assertThat(why(0, CLUSTER + ":" + line(CLUSTER, "RollingUpdateScaleOut")))
                .contains("= fact: form of a cluster request (github.com/spectrocloud/palette-sdk-go, ");
        String arguments = "profiles/retail-k3s/installer/amd64/.arg";
        assertThat(why(0, arguments + ":" + line(arguments, "FIPS_ENABLED")))
                .contains("= default: FIPS is off unless asked for");
    }

    @Test
    void programsGetTheSame() throws IOException {
        int line = line(CLUSTER, "type: VIP");
        String json = why(0, CLUSTER + ":" + line, "--format", "json");
        assertThat(json)
                .startsWith("{\n  \"path\" : \"sites/store-0412/cluster.yaml\",\n  \"warnings\" : [ ],")
                .contains(
                        "\"text\" : [ \"      type: VIP\" ]",
                        "\"first\" : " + line,
                        "\"kind\" : \"inferred\"",
                        "\"kind\" : \"written\"",
                        "\"kind\" : \"fact\"",
                        "\"path\" : \"spec.site.controlPlaneEndpoint.vip.hostNumber\"");
        assertThat(objects(json)).isOne();
        assertThat(why(0, "profiles/retail-k3s/installer/amd64/.arg", "--format", "json"))
                .contains("\"kind\" : \"default\"");
    }

    private static int objects(String json) throws IOException {
        int objects = 0;
        int depth = 0;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                objects += depth == 0 && token.isStructStart() ? 1 : 0;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return objects;
    }

    @Test
    void aRangeAndAWholeFileAreFoldedIntoRuns() {
        assertThat(why(0, CLUSTER + ":7-8"))
                .contains("cluster.yaml:7\n7 | ", "8 | ")
                .containsOnlyOnce("cluster.yaml:");
        assertThat(why(0, CLUSTER).lines().filter(line -> line.matches("\\d+ \\|.*[a-z].*:.*")))
                .hasSizeGreaterThan(25);
    }

    @Test
    void theIndexIsAnsweredToo() throws IOException {
        assertThat(why(0, "index.json:" + line("index.json", "\"flavor\""))).contains("spec.kubernetes.flavor");
    }

    @Test
    void aSecretIsNeverShown() throws IOException {
        String file = "sites/store-0412/hosts/a/cidata/user-data";
        int line = line(file, SECRET);
        String text = why(0, file + ":" + line);
        assertThat(text).contains("edgeHostToken: \"secret:registration-token\"", "spec.site.registration.token");
        assertThat(text + why(0, file) + why(0, file, "--format", "json")).doesNotContain(SECRET);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatWasEditedSinceIsAnsweredWithAWarning() throws IOException {
        Path stores = temporary.resolve("retail/stores.yaml");
        Files.writeString(stores, "# moved\n" + Files.readString(stores));
        assertThat(why(0, CLUSTER + ":5")).contains("stores.yaml:6:33");
        assertThat(err.toString())
                .contains("stores.yaml has changed since")
                .doesNotContain("differs from what compiles");
        replace(stores, "ring: \"2\"", "ring: \"3\"");
        assertThat(why(0, CLUSTER + ":5", "--format", "json")).contains("ring: \\\"3\\\"", "the line may have moved");
        assertThat(err.toString()).contains("differs from what compiles now");
    }

    @Test
    void aFileThatWasEditedIsAnsweredWithAWarning() throws IOException {
        Path file = set.resolve(CLUSTER);
        Files.writeString(file, "# mine\n" + Files.readString(file));
        assertThat(why(0, CLUSTER + ":5")).contains("ring:");
        assertThat(err.toString()).contains("cluster.yaml differs from what compiles now");
        Files.delete(file);
        assertThat(why(0, CLUSTER + ":5")).contains("ring:");
        assertThat(err.toString()).contains("is not there");
    }

    @Test
    void inputsAreLookedForInAnotherFolder() throws IOException {
        replace(set.resolve("index.json"), "\"" + temporary.resolve("retail") + "/", "\"retail/");
        why(2, CLUSTER + ":5");
        assertThat(err.toString()).contains("can't read input retail/", "--from names the folder");
        assertThat(why(0, CLUSTER + ":5", "--from", temporary.toString())).contains(" --> retail/stores.yaml:5:33");
    }

    @Test
    void otherSourcesMayBeNamed() throws IOException {
        replace(set.resolve("index.json"), "\"" + temporary.resolve("retail") + "/", "\"gone/");
        assertThat(why(0, CLUSTER + ":5", temporary.resolve("retail").toString()))
                .contains("stores.yaml:5:33");
        replace(set.resolve("index.json"), "\"gone/stores.yaml\"", "\"-\"");
        why(2, CLUSTER + ":5", "--from", temporary.toString());
    }

    @Test
    void filesThatSpecificationsNameAreFoundAsBefore() throws IOException {
        Path specs = Files.createDirectory(temporary.resolve("retail/specs"));
        Path profile = Files.move(temporary.resolve("retail/profile.yaml"), specs.resolve("profile.yaml"));
        replace(profile, "certs/example-root.pem", "../certs/example-root.pem");
        run(0, "compile", temporary.resolve("retail").toString(), "--out", set.toString());
        String file = "sites/store-0412/hosts/a/cidata/user-data";
        String asked = file + ":" + line(file, "BEGIN CERTIFICATE");
        assertThat(why(0, asked)).contains("caCertificates[0]");
        replace(set.resolve("index.json"), "\"" + temporary.resolve("retail") + "/", "\"retail/");
        assertThat(why(0, asked, "--from", temporary.toString())).contains("caCertificates[0]");
    }

    @Test
    void aSetOfStandardInputNeedsItsSourcesNamed() throws IOException {
        replace(set.resolve("index.json"), "\"" + temporary.resolve("retail/profile.yaml") + "\"", "\"-\"");
        why(2, CLUSTER + ":5");
        assertThat(err.toString()).contains("compiled from standard input");
    }

    @Test
    void aMissingInputIsNamed() throws IOException {
        Files.delete(temporary.resolve("retail/stores.yaml"));
        why(2, CLUSTER + ":5");
        assertThat(err.toString()).contains("retail/stores.yaml, which index.json names", "there is no such file");
    }

    @Test
    void inputsThatDoNotCompileSayWhy() throws IOException {
        replace(temporary.resolve("retail/profile.yaml"), "podCidr", "podCdir");
        assertThat(why(1, CLUSTER + ":5")).contains("error[SPEC-004]", "did you mean `podCidr`?");
        assertThat(err.toString()).contains("don't compile as they are now");
    }

    @Test
    void anotherSiteMayBeBroken() throws IOException {
        Path stores = temporary.resolve("retail/stores.yaml");
        Files.writeString(
                stores,
                Files.readString(stores)
                        + "---\napiVersion: farstead/v1alpha1\nkind: Site\nmetadata: {name: x}\nspec: {profile: none}\n");
        assertThat(why(0, CLUSTER + ":5")).contains("ring:");
    }

    @Test
    void aSiteThatIsGoneIsSaid() throws IOException {
        replace(temporary.resolve("retail/stores.yaml"), "name: store-0412", "name: store-9");
        why(2, CLUSTER + ":5");
        assertThat(err.toString()).contains("the inputs don't give " + CLUSTER + " any more");
    }

    @Test
    void anotherCompilerIsSaid() throws IOException {
        Path index = set.resolve("index.json");
        Files.writeString(
                index, Files.readString(index).replaceFirst("\"compiler\": \"[^\"]*\"", "\"compiler\": \"9.9\""));
        assertThat(why(0, CLUSTER + ":5")).contains("ring:");
        assertThat(err.toString()).contains("was written by farstead 9.9, and this is ");
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatThereIs() throws IOException {
        why(2, CLUSTER + ":5000");
        assertThat(err.toString()).contains("has 32 lines, and none of number 5000");
        why(2, CLUSTER + ":0");
        assertThat(err.toString()).contains("lines count from 1");
        why(2, CLUSTER + ":5-3");
        assertThat(err.toString()).contains("a range begins with its first");
        why(2, "sites/store-0499/cluster.yaml:5");
        assertThat(err.toString())
                .contains("lists no file `sites/store-0499/cluster.yaml`; there is sites/store-0412/");
        run(2, "why", temporary.resolve("nowhere/file:3").toString());
        assertThat(err.toString()).contains("no index.json lies in a folder above");
        run(2, "why");
        why(2, CLUSTER + ":5", "--format", "xml");
        assertThat(err.toString()).contains("`xml` is no format: text or json");
        Files.writeString(set.resolve("index.json"), "{\"format\": \"another/v1\"}");
        why(2, CLUSTER + ":5");
        assertThat(err.toString()).contains("is not an index of this farstead");
        Files.writeString(set.resolve("index.json"), "{\"format\": ");
        why(2, CLUSTER + ":5");
        assertThat(err.toString()).contains("can't read ", "it is cut off, or no JSON");
    }

    @Test
    void anArchiveIsToldToBeOne() {
        for (String name : new String[] {"set.tar", "set.tar.gz"}) {
            Path archive = temporary.resolve(name);
            run(0, "compile", temporary.resolve("retail").toString(), "--out", archive.toString());
            run(2, "why", archive + "/" + CLUSTER + ":5");
            assertThat(err.toString())
                    .contains(name
                            + " is an archive, and archives can't be asked: compile the same sources into a folder");
            run(2, "why", archive.toString());
            assertThat(err.toString()).contains("is an archive");
        }
    }

    @Test
    void theWholeMapCoversEveryLineOfEveryFile() throws IOException {
        String retail = temporary.resolve("retail").toString();
        Path checked = temporary.resolve("checked.jsonl");
        Path compiled = temporary.resolve("compiled.jsonl");
        run(0, "check", retail, "--origins", checked.toString());
        run(0, "compile", retail, "--out", temporary.resolve("again").toString(), "--origins", compiled.toString());
        assertThat(checked).hasSameTextualContentAs(compiled);
        int lines = 0;
        for (String run : Files.readAllLines(checked)) {
            assertThat(run).startsWith("{\"path\":\"").contains("\"origin\":{\"kind\":\"");
            assertThat(objects(run)).isOne();
            lines += number(run, "last") - number(run, "first") + 1;
        }
        int written = 0;
        try (Stream<Path> files = Files.walk(temporary.resolve("again"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written += Files.readAllLines(file).size();
            }
        }
        assertThat(lines).isEqualTo(written);
        run(2, "check", retail, "--origins", temporary.resolve("none/map").toString());
        assertThat(err.toString()).contains("there is no such folder; name a file in one that is there");
    }

    private static int number(String json, String key) {
        return Integer.parseInt(json.replaceFirst(".*?\"" + key + "\":(\\d+).*", "$1"));
    }
}
