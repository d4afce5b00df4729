// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.farstead.cli.print.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private static final Path RETAIL = Path.of("../examples/retail");
    private static final String SECRET = "tr0ub4dor-and-3";

    @TempDir
    Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path retail = RETAIL;

    @BeforeEach
    void copyExample() throws IOException {
        retail = temporary.resolve("retail");
        try (Stream<Path> paths = Files.walk(RETAIL)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, retail.resolve(RETAIL.relativize(path).toString()));
            }
        }
    }

    @Test
    void compilesAndASecondRunChangesNothing() {
        String folder = temporary.resolve("out").toString();

        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();
        assertThat(out.toString()).contains("sites/store-0412  new", "cluster.yaml", "palette", "medium");
        out.getBuffer().setLength(0);
        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();
        assertThat(out.toString()).contains("nothing changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "short"})
    void aSecretInTheWrongPlaceIsNotShownBesideAnotherMistake(String format) throws IOException {
        replaceInProfile(
                "      proxy:\n        http: http://proxy.example.com:3128\n        https: http://proxy.example.com:3128\n",
                "      proxy:\n        {http: \"http://ops:" + SECRET
                        + "@proxy.example.com:3128\", https: \"http://proxy.example.com:3128/proxy.pac\",\n");
        replaceInProfile("        noProxy: [.example.com]\n", "        noProxy: [.example.com]}\n");

        assertThat(run("check", retail.toString(), "--format", format)).isEqualTo(1);
        assertThat(out.toString()).contains("PROXY-001", "PROXY-002").doesNotContain(SECRET);
    }

    @Test
    void checkWritesNothing() throws IOException {
        assertThat(run("check", retail.toString())).isZero();
        assertThat(out.toString()).contains("1 warning, 1 note in 2 sources");
        try (Stream<Path> children = Files.list(temporary)) {
            assertThat(children).containsExactly(retail);
        }
    }

    @Test
    void errorsGiveOneAndWriteNothing() throws IOException {
        replaceInProfile("podCidr", "podCdir");
        Path folder = temporary.resolve("out");

        assertThat(run("compile", retail.toString(), "--out", folder.toString(), "--format", "short"))
                .isEqualTo(1);
        assertThat(out.toString()).contains(retail + "/profile.yaml:26:5: error[SPEC-004]");
        assertThat(folder).doesNotExist();
    }

    @Test
    void warningsFailOnlyWhereAsked() {
        assertThat(run("check", retail.toString())).isZero();
        assertThat(run("check", "--strict", retail.toString())).isEqualTo(1);
        assertThat(run("compile", "--require-secrets", retail.toString(), "--out", temporary + "/out"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "compile",
                "check",
                "chek x",
                "check no-such-file",
                "check --no-such-option x",
                "check --today tomorrow x",
                "check --format sarif x",
                "explain NO-001",
                "schema no-such-kind"
            })
    void misuseGivesTwoAndOneReason(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).isNotEmpty().doesNotContain("\tat ");
    }

    @Test
    void nothingOfOthersReachesTheTerminalAsACommand() throws IOException {
        Files.writeString(retail.resolve("\u001b[31mskipped.yaml"), "a: 1\n");
        Files.writeString(
                retail.resolve("\u001b[31mread.yaml"),
                "kind: Site\n\"\\e[31m\\u202E\": 1 # \u001b[31m\n---\nkind: \"\\e[31m\\u009b\"\n");

        assertThat(run("check", retail.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("skipped.yaml is skipped").doesNotContain("\u001b");
        assertThat(out.toString()).contains("read.yaml:2", "\\u001B").doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void anEmptyFolderAndAFileAsOutputAreMisuse() throws IOException {
        assertThat(run(
                        "check",
                        Files.createDirectory(temporary.resolve("empty")).toString()))
                .isEqualTo(2);
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThat(run("compile", retail.toString(), "--out", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("holds no source", "is not a folder");
    }

    @Test
    void filesThatHoldNoDocumentAreSkippedAloud() throws IOException {
        Files.writeString(retail.resolve("values.yaml"), "replicas: 3\n");

        assertThat(run("check", retail.toString())).isZero();
        assertThat(err.toString()).contains("values.yaml is skipped");
    }

    @Test
    void aNamedFileOutsideTheFolderIsNotRead() throws IOException {
        Files.move(retail.resolve("certs/example-root.pem"), temporary.resolve("root.pem"));
        replaceInProfile("certs/example-root.pem", "../root.pem");

        assertThat(run("check", retail.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("DATA-001");
        assertThat(err.toString()).contains("it lies outside the folder");
    }

    @Test
    void aMapOfOriginsReplacesAMapAndNothingElse() throws IOException {
        Path profile = retail.resolve("profile.yaml");
        String before = Files.readString(profile);
        for (String command : new String[] {"check", "compile"}) {
            assertThat(run(command, "--origins", profile.toString(), retail.toString()))
                    .isEqualTo(2);
            assertThat(run(command, "--origins", retail + "/../retail/profile.yaml", retail.toString()))
                    .isEqualTo(2);
        }
        assertThat(profile).hasContent(before);
        assertThat(err.toString()).contains("profile.yaml: it is one of the sources; name the file");

        Path certificate = retail.resolve("certs/example-root.pem");
        before = Files.readString(certificate);
        assertThat(run("check", "--origins", certificate.toString(), retail.toString()))
                .isEqualTo(2);
        assertThat(certificate).hasContent(before);
        assertThat(err.toString())
                .contains(
                        "it is there, and no map that farstead wrote, so it is not replaced; move it elsewhere, or name"
                                + " another file with --origins");
    }

    /** Also one among the sources, which is not read as one of them. */
    @Test
    void aMapOfOriginsOfAnEarlierRunIsReplaced() throws IOException {
        Path map = Files.createFile(retail.resolve("origins.json"));
        assertThat(run("check", "--origins", map.toString(), retail.toString())).isZero();
        String written = Files.readString(map);
        assertThat(written).startsWith("{\"path\":\"");
        Files.writeString(map, written.lines().findFirst().orElseThrow() + "\n");

        assertThat(run("check", "--origins", map.toString(), retail.toString()))
                .as(err.toString())
                .isZero();
        assertThat(map).hasContent(written);
        assertThat(run("check", "--origins", map.toString(), map.toString(), retail.toString()))
                .isEqualTo(2);
        assertThat(map).hasContent(written);
    }

    @Test
    void aFullDiskUnderAMapOfOriginsIsToldInItsOwnWords() {
        assumeThat(Path.of("/dev/full")).exists();

        assertThat(run("check", "--origins", "/dev/full", retail.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("the disk is full", "name a file on another disk with --origins")
                .doesNotContain("--out");
    }

    @Test
    void anOutputSetBelowASourceIsLeftOut() throws IOException {
        Path specs = retail.resolve("specs");
        Files.createDirectories(specs.resolve("more"));
        Files.writeString(specs.resolve("index.json"), "{\"kind\": \"Site\"}");
        assertThat(run("compile", retail.toString(), "--out", retail + "/out")).isEqualTo(1);
        assertThat(out.toString()).as("an index of others").contains("specs/index.json");
        Files.delete(specs.resolve("index.json"));
        assertThat(run("compile", retail.toString(), "--out", retail + "/out")).isZero();
        Files.writeString(retail.resolve("out/sites/store-0412/kubeadm.yaml"), "kind: ClusterConfiguration\n");

        assertThat(run("check", retail.toString())).isZero();
        assertThat(out.toString()).contains("in 2 sources");
        assertThat(err.toString()).contains("retail/out is left out: its index.json is that of an output set");
    }

    @Test
    void anEditedFileOfASiteThatComesBackIsToldAsSuch() throws IOException {
        Path stores = retail.resolve("stores.yaml");
        String both = Files.readString(stores);
        String folder = temporary.resolve("out").toString();
        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();
        Path edited = Path.of(folder, "sites/store-0413/cluster.yaml");
        Files.writeString(edited, Files.readString(edited) + "# mine\n");
        String mine = Files.readString(edited);
        Files.writeString(stores, both.substring(0, both.indexOf("\n---") + 1));
        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();
        assertThat(err.toString()).contains("stays since it was edited");
        Files.writeString(stores, both);

        assertThat(run("compile", retail.toString(), "--out", folder)).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "it was edited, and stayed while it or all of sites/store-0413 was no longer part", "delete it")
                .doesNotContain("farstead did not write it");
        assertThat(edited).hasContent(mine);
        Files.delete(edited);
        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();
    }

    @Test
    void anEditedFileThatIsWrittenAnewIsKeptAndTold() throws IOException {
        String folder = temporary.resolve("out").toString();
        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();
        Path edited = Path.of(folder, "sites/store-0413/cluster.yaml");
        String written = Files.readString(edited);
        Files.writeString(edited, written + "# mine\n");

        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();

        Path kept = Path.of(folder, "sites/store-0413/edited/cluster.yaml");
        assertThat(err.toString()).contains(edited + " was edited and is written anew: the edited one is now " + kept);
        assertThat(edited).hasContent(written);
        assertThat(kept).hasContent(written + "# mine\n");
    }

    @Test
    void aSiteOfWhichAFileOfSomebodyElseStaysIsNotCalledRemoved() throws IOException {
        Path stores = retail.resolve("stores.yaml");
        String both = Files.readString(stores);
        String folder = temporary.resolve("out").toString();
        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();
        Files.writeString(Path.of(folder, "sites/store-0413/notes.txt"), "mine\n");
        Files.writeString(stores, both.substring(0, both.indexOf("\n---") + 1));

        assertThat(run("compile", retail.toString(), "--out", folder)).isZero();

        assertThat(out.toString())
                .contains("sites/store-0413  emptied: what farstead wrote is gone, files of others stay")
                .doesNotContain("removed");
    }

    @Test
    void aFolderThatIsGivenTwiceIsReadOnce() {
        assertThat(run("check", retail.toString(), retail.toString(), retail + "/profile.yaml"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("in 2 sources");
    }

    @Test
    void aLinkThatLeadsNowhereIsToldAsSuch() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("gone"), Path.of("nowhere"));

        assertThat(run("check", link.toString())).isEqualTo(2);
        assertThat(run("check", retail.toString(), "--secrets", link + "/below"))
                .isEqualTo(2);
        assertThat(run("compile", retail.toString(), "--out", link + "/below")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "can't read " + link + ": it is a symbolic link to nowhere, which is not there",
                        "can't read " + link + "/below: " + link + " is a symbolic link to nowhere, which is not there",
                        "can't write to " + link + "/below: " + link
                                + " is a symbolic link to a folder that is not there; make that folder");
    }

    @Test
    void aFileIsCalledWhatThePersonCallsIt() throws IOException {
        Files.createSymbolicLink(retail.resolve("a-link.yaml"), Path.of("profile.yaml"));
        Path other = Files.createSymbolicLink(retail.resolve("other.yaml"), Path.of("profile.yaml"));
        Path far = Files.createSymbolicLink(temporary.resolve("far.yaml"), retail.resolve("profile.yaml"));

        assertThat(run("check", "--format", "short", retail.toString())).isZero();
        assertThat(out.toString()).contains(retail + "/profile.yaml:").doesNotContain("a-link");
        out.getBuffer().setLength(0);
        assertThat(run("check", "--format", "short", retail.toString(), other.toString()))
                .isZero();
        assertThat(out.toString()).contains(other + ":").doesNotContain(retail + "/profile.yaml:");
        out.getBuffer().setLength(0);
        assertThat(run("check", "--format", "short", retail.toString(), far.toString()))
                .as("what the profile names stands beside it")
                .isZero();
        assertThat(out.toString()).contains(retail + "/profile.yaml:");
    }

    @Test
    void aLinkToAFolderIsSkippedAloud() throws IOException {
        Files.createSymbolicLink(retail.resolve("more"), temporary);

        assertThat(run("check", retail.toString())).isZero();
        assertThat(err.toString()).contains("more is skipped: it is a link to a folder; name it to read it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compile x --out -", "check x --origins -", "check x --secrets -", "schema --write -"})
    void aDashIsNoFolder(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains("./- is a file or folder of this name");
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void readsStandardInput() {
        assertThat(run("check", "--format", "short", "-")).isEqualTo(1);
        assertThat(out.toString()).startsWith("-:1:1: error[");
    }

    @Test
    void secretsReachTheirFilesAndNothingElse() throws IOException {
        Path secrets = temporary.resolve("secrets");
        Path ofSite = Files.createDirectories(secrets.resolve("store-0412"));
        write(secrets.resolve("registration-token"), SECRET + "\n");
        write(ofSite.resolve("registration-token"), SECRET + "-0412\n");
        Path folder = temporary.resolve("out");

        assertThat(run(
                        "compile",
                        retail.toString(),
                        "--out",
                        folder.toString(),
                        "--require-secrets",
                        "--secrets",
                        secrets.toString()))
                .isZero();

        Path own = folder.resolve("sites/store-0412/hosts/a/cidata/user-data");
        assertThat(own).content().contains(SECRET + "-0412");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("sites/store-0413/hosts/a/cidata/user-data"))
                .content()
                .contains(SECRET)
                .doesNotContain(SECRET + "-0412");
        assertThat(folder.resolve("index.json")).content().doesNotContain(SECRET);
        assertThat(out.toString() + err).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registration-token: " + SECRET + "\n",
                "{\"registration-token\": \"" + SECRET + "\"}",
                "store-0412: {registration-token: " + SECRET + "}\nstore-0413: {registration-token: " + SECRET + "}\n"
            })
    void secretsComeFromOneFileToo(String text) throws IOException {
        Path file = write(temporary.resolve("secrets.yaml"), text);

        assertThat(run(
                        "compile",
                        retail.toString(),
                        "--out",
                        temporary + "/out",
                        "--secrets",
                        file.toString(),
                        "--strict"))
                .isZero();
        assertThat(out.toString() + err).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "a: [" + SECRET,
                "a: [" + SECRET + "]",
                "a: " + SECRET + "\na: " + SECRET,
                "\t" + SECRET + ": x"
            })
    void aBrokenFileOfSecretsIsRefusedWithoutShowingIt(String text) throws IOException {
        Path file = write(temporary.resolve("secrets.yaml"), text);

        assertThat(run("check", retail.toString(), "--secrets", file.toString(), "--debug"))
                .isEqualTo(2);
        assertThat(out.toString() + err).contains("secrets.yaml").doesNotContain(SECRET);
    }

    @Test
    void aSecretThatOthersCanReadIsWarnedAbout() throws IOException {
        Path file = write(temporary.resolve("registration-token"), SECRET);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(run("compile", retail.toString(), "--out", temporary + "/out", "--secrets", temporary.toString()))
                .isZero();
        assertThat(err.toString()).contains("others can read it").doesNotContain(SECRET);
    }

    @Test
    void aMisspeltSecretInAFolderAndInAFileIsToldWithoutItsText() throws IOException {
        Path secrets = temporary.resolve("secrets");
        Path ofSite = Files.createDirectories(secrets.resolve("store-0412"));
        write(ofSite.resolve("registration-tokn"), SECRET + "\n");
        write(secrets.resolve("registration-token"), SECRET + "\n");
        Path map = write(
                temporary.resolve("secrets.yaml"),
                "registration-token: " + SECRET + "\nstore-0412: {registration-tokn: " + SECRET + "}\n");

        assertThat(run("check", retail.toString(), "--secrets", secrets.toString()))
                .isZero();
        assertThat(run("check", "--strict", retail.toString(), "--secrets", map.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "warning[SEC-018]",
                        ofSite.resolve("registration-tokn") + " is that of `store-0412`",
                        "`registration-tokn` below `store-0412` in " + map)
                .doesNotContain(SECRET);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void explainsOneCodeListsAllAndSuggests() {
        assertThat(run("explain", "sec-001")).isZero();
        assertThat(out.toString())
                .startsWith("warning[SEC-001]: a secret is still open\n")
                .contains("good:", "bad:");
        assertThat(run("explain")).isZero();
        assertThat(out.toString()).contains("DATA-001");
        assertThat(run("explain", "SEC-999")).isEqualTo(2);
        assertThat(err.toString()).contains("SEC-001");
    }

    @Test
    void printsAndWritesSchemas() {
        assertThat(run("schema", "Profile")).isZero();
        assertThat(out.toString()).contains("urn:farstead:schema:profile:v1alpha1");
        assertThat(run("schema", "--write", temporary.resolve("schemas").toString()))
                .isZero();
        assertThat(temporary.resolve("schemas/site.v1alpha1.json")).exists();
        assertThat(temporary.resolve("schemas/editor.v1alpha1.json")).exists();
    }

    @Test
    void oneSchemaIsPrintedAndAllAreWritten() {
        Path folder = temporary.resolve("schemas");
        assertThat(run("schema", "site", "--write", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("`--write DIR` writes every schema: leave `site` out");
        assertThat(folder).doesNotExist();
    }

    @Test
    void writesTheSettingsOfAnEditorButNeverOverThoseThatAreThere() throws IOException {
        String[] line = {
            "schema",
            "--write",
            temporary.resolve("schemas").toString(),
            "--workspace",
            temporary.toString(),
            "--editor",
            "vscode",
            "--files",
            "specs/*.yaml",
            "--files",
            "more/*.yaml"
        };
        assertThat(run(line)).isZero();
        Path settings = temporary.resolve(".vscode/settings.json");
        assertThat(settings).hasContent("""
                        {
                          "yaml.schemas": {
                            "./schemas/editor.v1alpha1.json": ["specs/*.yaml", "more/*.yaml"]
                          }
                        }""");
        assertThat(out.toString()).contains(settings.toString());
        assertThat(err.toString()).contains("# yaml-language-server: $schema=…/editor.v1alpha1.json");
        assertThat(run(line)).as("the same settings are no others").isZero();

        Files.writeString(settings, "{}");
        assertThat(run(line)).isEqualTo(2);
        assertThat(settings).hasContent("{}");
        assertThat(err.toString()).contains("stays as it is", "\"yaml.schemas\"");
    }

    @Test
    void everyEditorHasItsFile() {
        Map<String, String> files =
                Map.of("neovim", ".nvim.lua", "helix", ".helix/languages.toml", "vscode", ".vscode/settings.json");
        files.forEach((editor, file) -> {
            assertThat(run(
                            "schema",
                            "--write",
                            temporary.resolve("schemas").toString(),
                            "--workspace",
                            temporary.toString(),
                            "--editor",
                            editor))
                    .isZero();
            assertThat(temporary.resolve(file))
                    .content()
                    .contains("\"./schemas/editor.v1alpha1.json\"", "\"profiles/**/*.yaml\", \"sites/**/*.yaml\"");
        });
        assertThat(run("schema", "--editor", "helix")).isEqualTo(2);
        assertThat(run("schema", "--write", "schemas", "--editor", "emacs")).isEqualTo(2);
        assertThat(err.toString()).contains("`emacs` is no editor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "compile --help", "check -h", "explain --help", "schema --help", "--version"})
    void helpIsNoMistake(String line) {
        assertThat(run(line.split(" ", -1))).isZero();
        assertThat(out.toString()).contains("farstead");
        assertThat(err.toString()).isEmpty();
    }

    /** The list of commands shows the first line of each one's description. */
    @Test
    void theListOfCommandsHasWholeSentences() {
        run("--help");
        String commands = out.toString().replaceFirst("(?s).*Commands:\n", "").replaceFirst("(?s)\n\n.*", "");

        assertThat(commands.replaceAll("\n {4,}", " ").lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(command -> assertThat(command).endsWith("."));
    }

    private int run(String... args) {
        ByteArrayInputStream in = new ByteArrayInputStream("a: 1\n".getBytes(StandardCharsets.UTF_8));
        PrintWriter toOut = new PrintWriter(out);
        PrintWriter toErr = new PrintWriter(err);
        int code = new Cli(new Console(in, toOut, toErr, new Style(false), false), false).run(args);
        toOut.flush();
        toErr.flush();
        return code;
    }

    private void replaceInProfile(String text, String by) throws IOException {
        Path profile = retail.resolve("profile.yaml");
        Files.writeString(profile, Files.readString(profile).replace(text, by));
    }

    private static Path write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
