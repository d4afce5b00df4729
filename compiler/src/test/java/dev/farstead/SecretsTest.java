// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farstead.compiler.check.PassingProfile;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.ConfigKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A word in every secret, however it gets in, is seen by nobody but the readers of files of mode 0600. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {
    private static final Farstead FARSTEAD = Farstead.create();
    private static final Path EXAMPLES = Path.of("../src/examples");
    private static final int SECRET_MODE = 0600;

    /** How many ways there are for a secret to get in. */
    private static final int WAYS = 7;

    private static final Pattern REFERENCE = Pattern.compile("\\{secretRef: [a-z-]+}");
    private static final String LOGIN = "https://ops:" + Canary.WORD + "@files.example.com";

    /** Keys of the catalogue that hold a secret themselves. */
    private static final Pattern SECRET_KEY =
            Pattern.compile("(.*-)?(token|secret-key|password|vpn-auth|private-key)|certificateKey");

    private final Map<String, Integer> tried = new TreeMap<>();

    /** What went in and came out of one try. */
    private record Try(List<SourceText> sources, Compilation compilation) {
        void isQuiet(String what) {
            String shown = Canary.shown(compilation.findings(), sources) + compilation;
            assertThat(Canary.sings(shown)).as(what + ": " + shown).isFalse();
            compilation
                    .outputs()
                    .ifPresent(outputs -> outputs.files().forEach(file -> {
                        assertThat(Canary.sings(
                                        file + file.path() + file.lineOrigins() + file.digest() + file.secrets()))
                                .as(what + ": what is said of " + file.path())
                                .isFalse();
                        if (file.mode() != SECRET_MODE) {
                            assertThat(Canary.sings(Samples.text(file)))
                                    .as(what + ": " + file.path() + "\n" + Samples.text(file))
                                    .isFalse();
                        }
                    }));
        }
    }

    private static Try compile(List<SourceText> sources, SecretSource secrets) {
        Input input = Input.builder()
                .sources(sources)
                .namedSources((from, name) ->
                        Optional.of(name.endsWith(".pub") ? FittingValues.SSH_KEY + "\n" : FittingValues.CERTIFICATE))
                .secrets(secrets)
                .build();
        assertThat(Canary.sings(input.toString())).isFalse();
        return new Try(sources, FARSTEAD.compile(input));
    }

    /** Returns the examples, each with a user who has a password. */
    private static List<List<SourceText>> examples() throws IOException {
        List<List<SourceText>> examples = new ArrayList<>();
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                List<SourceText> sources = new ArrayList<>();
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                            .sorted()
                            .toList()) {
                        String text = withPassword(Files.readString(file));
                        sources.add(SpecText.source(file.getFileName().toString(), text));
                    }
                }
                examples.add(sources);
            }
        }
        return examples;
    }

    private static String withPassword(String text) {
        return text.contains("passwordHash")
                ? text
                : text.replaceAll("groups: (\\[\\w+]), ", "$0passwordHash: {secretRef: ops-password}, ")
                        .replaceAll("(?m)^( +)groups: .*$", "$0\n$1passwordHash: {secretRef: ops-password}");
    }

    @Test
    void a_secret_that_is_handed_in_stands_in_files_of_mode_0600_alone() throws Exception {
        List<String> secrets = List.of(
                Canary.WORD,
                "$6$" + Canary.WORD + "$x/y.z",
                "'" + Canary.WORD + "\" #: {{ " + Canary.WORD + " }} \\ %s ${" + Canary.WORD + "}",
                "- " + Canary.WORD + ": &a *b !!c",
                "\u00fc\ud83d\ude00" + Canary.WORD,
                "x".repeat(4000) + Canary.WORD);
        int inSecretFiles = 0;
        for (List<SourceText> example : examples()) {
            for (String secret : secrets) {
                Try one = compile(example, handedIn(secret));
                count("handed in");
                one.isQuiet("handed in");
                for (Output file : one.compilation().outputs().orElseThrow().files()) {
                    inSecretFiles += Canary.sings(Samples.text(file)) ? 1 : 0;
                    if (!file.secrets().isEmpty()) {
                        String digest = HexFormat.of().formatHex(digest(file.bytes()));
                        assertThat(index(one.compilation())).doesNotContain(digest);
                    }
                }
            }
        }
        assertThat(inSecretFiles).isGreaterThan(20);
    }

    /** What is handed in for a password passes for a hash of a method that nobody knows. */
    private static SecretSource handedIn(String secret) {
        return (site, name) -> Optional.of(Secret.of(name.startsWith("ops-password") ? "$test$" + secret : secret));
    }

    private static byte[] digest(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String index(Compilation compilation) {
        return compilation.outputs().orElseThrow().files().stream()
                .filter(file -> file.path().equals("index.json"))
                .findFirst()
                .map(Samples::text)
                .orElseThrow();
    }

    @Test
    void a_secret_that_is_no_line_is_refused_and_not_shown() throws IOException {
        for (List<SourceText> example : examples()) {
            for (String broken : List.of(
                    "\n", "\u0000", "\ud800", "\udc00", "\u001b[31m", "\u2028", "\u0085", "x".repeat(100_000))) {
                Try one = compile(example, (site, name) -> Optional.of(Secret.of(Canary.WORD + broken + Canary.WORD)));
                count("handed in, not one line");
                one.isQuiet("broken");
                assertThat(one.compilation().findings())
                        .extracting(Finding::code)
                        .contains("SEC-002");
            }
        }
    }

    @Test
    void a_password_that_is_no_hash_is_refused_and_not_shown() throws IOException {
        for (List<SourceText> example : examples()) {
            for (String broken : List.of(
                    Canary.WORD, "$" + Canary.WORD, "$6$rounds=4096$abc$" + Canary.WORD, "$1$" + Canary.WORD + "$x")) {
                Try one = compile(example, (site, name) -> Optional.of(Secret.of(broken)));
                count("handed in, no hash");
                one.isQuiet("no hash");
                assertThat(one.compilation().outputs()).isEmpty();
                assertThat(one.compilation().findings())
                        .extracting(Finding::code)
                        .contains("SEC-052")
                        .doesNotContain("SEC-002");
            }
        }
    }

    @Test
    void the_words_of_a_source_that_fails_are_not_passed_on() throws IOException {
        SecretSource failing = (site, name) -> {
            throw new IllegalArgumentException(Canary.WORD, new IllegalStateException(Canary.WORD));
        };
        for (List<SourceText> example : examples()) {
            Throwable thrown = catchThrowable(() -> compile(example, failing));
            count("by a source that fails with it");
            assertThat(thrown).isNotNull();
            assertThat(Canary.sings(Canary.trace(thrown))).isFalse();
        }
    }

    @Test
    void a_secret_in_the_place_of_its_name_is_refused_and_not_shown() throws IOException {
        List<String> mistakes = List.of(
                "WORD",
                "\"WORD!\"",
                "[WORD]",
                "{WORD}",
                "{WORD: x}",
                "{value: WORD}",
                "{secretReff: WORD}",
                "{secretRef: \"WORD!\"}",
                "{secretRef: [WORD]}",
                "{secretRef: {WORD: WORD}}",
                "{secretRef: x, value: WORD}",
                "{secretRef: x, secretRef: WORD}",
                "WORD: x",
                "\"WORD",
                "\tWORD",
                "*WORD",
                "&WORD x",
                "!WORD x",
                "{secretRef: x, WORD",
                "|\n  WORD");
        for (List<SourceText> example : examples()) {
            for (int i = 0; i < example.size(); i++) {
                String text = text(example.get(i));
                for (String mistake : mistakes) {
                    String changed = REFERENCE
                            .matcher(text)
                            .replaceAll(mistake.replace("WORD", Canary.WORD).replace("\\", "\\\\"));
                    if (!changed.equals(text)) {
                        refused(example, i, changed, "in the place of its name: " + mistake);
                        count("in the place of its name");
                    }
                }
                for (String key : List.of("passwordHahs", "password", "pasword", "passwd")) {
                    String changed = text.replaceAll("passwordHash: \\{[^}]*}", key + ": " + Canary.WORD);
                    if (!changed.equals(text)) {
                        refused(example, i, changed, "under a misspelt key");
                        count("under a misspelt key");
                    }
                }
            }
        }
    }

    private static void refused(List<SourceText> example, int index, String changed, String what) {
        List<SourceText> sources = new ArrayList<>(example);
        sources.set(index, SpecText.source(example.get(index).name(), changed));
        Try one = compile(sources, SecretSource.none());
        one.isQuiet(what);
        assertThat(one.compilation().hasErrors()).as(what + "\n" + changed).isTrue();
    }

    private static String text(SourceText source) {
        return new String(source.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void an_address_with_a_password_is_shown_nowhere_whatever_place_it_stands_in() throws IOException {
        for (List<SourceText> example : examples()) {
            for (int i = 0; i < example.size(); i++) {
                String text = text(example.get(i));
                List<SourceScalar> scalars = new ArrayList<>();
                SourceReader.read(example.get(i), Limits.defaults())
                        .documents()
                        .forEach(document -> collect(document.root(), scalars));
                for (SourceScalar scalar : scalars) {
                    for (String written : List.of(
                            LOGIN,
                            "ops:" + Canary.WORD + "@files.example.com:3128",
                            "http://ops:a/" + Canary.WORD + "#?@h")) {
                        List<SourceText> sources = new ArrayList<>(example);
                        String changed =
                                text.substring(0, scalar.range().start().offset())
                                        + '"'
                                        + written
                                        + '"'
                                        + text.substring(scalar.range().end().offset());
                        sources.set(i, SpecText.source(example.get(i).name(), changed));
                        compile(sources, SecretSource.none()).isQuiet("address");
                        count("in an address, in every place");
                    }
                }
            }
        }
    }

    private static void collect(SourceNode node, List<SourceScalar> scalars) {
        if (node instanceof SourceMapping mapping) {
            mapping.entries().forEach(entry -> collect(entry.value(), scalars));
        } else if (node instanceof SourceSequence sequence) {
            sequence.items().forEach(item -> collect(item, scalars));
        } else {
            scalars.add((SourceScalar) node);
        }
    }

    @Test
    void a_secret_that_is_passed_on_is_refused_and_not_shown() {
        Catalogue catalogue = Catalogue.bundled();
        for (String flavor : List.of("k3s", "rke2")) {
            List<String> keys = catalogue.configKeys(flavor).orElseThrow().all().stream()
                    .map(ConfigKey::name)
                    .filter(key -> SECRET_KEY.matcher(key).matches())
                    .toList();
            assertThat(keys).contains("token", "agent-token", "etcd-s3-secret-key");
            keys.forEach(key -> {
                passed(flavor, key + ": " + Canary.WORD);
                passed(flavor, key + ": [" + Canary.WORD + "]");
                passed(flavor, key + ": {a: " + Canary.WORD + "}");
                passed(flavor, key + "x: " + Canary.WORD);
            });
            for (String key : List.of("datastore-endpoint", "etcd-s3-endpoint", "tls-san", "unknown")) {
                passed(flavor, key + ": \"" + LOGIN + "\"");
                passed(flavor, key + ": [\"" + LOGIN + "\"]");
            }
            passed(flavor, "kubelet-arg: [storage-driver-password=" + Canary.WORD + "]");
            passed(flavor, "kubelet-arg: [storage-driver-passwort=" + Canary.WORD + "]");
            passed(flavor, "kube-apiserver-arg: [\"oidc-issuer-url=" + LOGIN + "\"]");
            passed(flavor, "kube-apiserver-arg: [\"oidc-issuer-ulr=" + LOGIN + "\"]");
            passed(flavor, "node-label: [\"-----BEGIN PRIVATE KEY-----" + Canary.WORD + "\"]");
        }
        passed("pxk-e", "initConfiguration: {certificateKey: " + Canary.WORD + "}");
        passed("pxk-e", "initConfiguration: {bootstrapTokens: [{token: " + Canary.WORD + "}]}");
        passed("pxk-e", "joinConfiguration: {discovery: {tlsBootstrapToken: " + Canary.WORD + "}}");
        passed("pxk-e", "joinConfiguration: {discovery: {bootstrapToken: {token: " + Canary.WORD + "}}}");
        passed("pxk-e", "clusterConfiguration: {apiServer: {extraArgs: {oidc-issuer-url: \"" + LOGIN + "\"}}}");
        passed("pxk-e", "clusterConfiguration: {imageRepository: \"" + LOGIN + "\"}");
        passed("pxk-e", "clusterConfiguration: {etcd: {external: {endpoints: [\"" + LOGIN + "\"]}}}");
        passed(
                "pxk-e",
                "initConfiguration: {nodeRegistration: {kubeletExtraArgs: {storage-driver-password: " + Canary.WORD
                        + "}}}");
    }

    private void passed(String flavor, String config) {
        String profile = PassingProfile.of(flavor, config);
        Try one = compile(List.of(SpecText.source("profile.yaml", profile)), SecretSource.none());
        one.isQuiet(config);
        assertThat(one.compilation().hasErrors()).as(config).isTrue();
        count("passed on to a distribution");
    }

    private void count(String way) {
        tried.merge(way, 1, Integer::sum);
    }

    @Test
    void nothing_is_logged() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream all = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(all);
            System.setErr(all);
            for (List<SourceText> example : examples()) {
                compile(example, handedIn(Canary.WORD));
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(Canary.sings(said.toString(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void the_canary_is_heard_in_every_form() {
        byte[] bytes = ("ab" + Canary.WORD + "cd").getBytes(StandardCharsets.UTF_8);
        assertThat(Canary.sings("x" + Canary.WORD)).isTrue();
        assertThat(Canary.sings(HexFormat.of().formatHex(bytes))).isTrue();
        for (int before = 0; before < 3; before++) {
            byte[] behind = Arrays.copyOfRange(bytes, before, bytes.length);
            assertThat(Canary.sings(Base64.getEncoder().encodeToString(behind))).isTrue();
        }
        assertThat(Canary.sings("nothing")).isFalse();
    }

    @AfterAll
    void the_page_says_what_was_tried() throws IOException {
        if (tried.size() < WAYS) {
            // Not all tests of the class ran.
            return;
        }
        StringBuilder page = new StringBuilder("""
                # Secrets

                A word that stands nowhere else was put where secrets are, in every example, and looked for. \
                `./mvnw -pl compiler -am test -Dtest='Secret*Test' -Dsurefire.failIfNoSpecifiedTests=false` tries it again.

                Looked at: every field of every finding and its fingerprint, the lines that printers show for it, what objects say of \
                themselves, exceptions with their traces, standard output and error, paths, digests, origins of lines, `index.json`, and every \
                file of another mode than 0600. Looked for: the word as it is, reversed, in hexadecimal digits and in Base64.

                | how the secret gets in | tried | seen by others |
                |---|---:|---:|
                """);
        tried.forEach((way, count) ->
                page.append("| ").append(way).append(" | ").append(count).append(" | 0 |\n"));
        GuidePage.says("secrets.md", page.toString());
    }
}
