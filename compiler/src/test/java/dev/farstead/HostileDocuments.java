// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that were made to break a reader, each of a size that can be chosen. */
final class HostileDocuments {
    private static final String SITE = """
            apiVersion: farstead/v1alpha1
            kind: Site
            metadata: {name: store-1}
            spec:
              profile: retail-k3s
            """;

    private static final String NETWORK = "  network: {lan: 10.20.4.0/24}\n";

    private static final String JSON_SITE =
            "{\"apiVersion\": \"farstead/v1alpha1\", \"kind\": \"Site\", \"metadata\": {\"name\": \"store-1\"}, \"spec\": {\"profile\": \"retail-k3s\"";

    private static final String JSON_NETWORK = ", \"network\": {\"lan\": \"10.20.4.0/24\"";

    private final List<HostileDocument> all = new ArrayList<>();

    private HostileDocuments() {}

    /**
     * A document.
     *
     * @param group heading of its table in the guide
     * @param name what it is, in words
     * @param limit the limit that acts, empty for none
     * @param source name of the source: its ending says YAML or JSON
     * @param size how large it is where one size is enough
     * @param bytes makes it of a size
     * @param carried the text that the outputs must hold as name of a project; empty for a document that is refused
     */
    record HostileDocument(
            String group,
            String name,
            String limit,
            String source,
            int size,
            IntFunction<byte[]> bytes,
            String carried) {
        SourceText text(int of) {
            return new SourceText(source, bytes.apply(of));
        }
    }

    static List<HostileDocument> all() {
        HostileDocuments documents = new HostileDocuments();
        documents.encodings();
        documents.characters();
        documents.yaml();
        documents.numbers();
        documents.sizes();
        documents.amounts();
        return List.copyOf(documents.all);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void raw(String group, String name, byte[] bytes) {
        all.add(new HostileDocument(group, name, "", "site.yaml", 1, size -> bytes, ""));
    }

    private void one(String group, String name, String text) {
        raw(group, name, utf8(text));
    }

    private void json(String group, String name, String text) {
        all.add(new HostileDocument(group, name, "", "site.json", 1, size -> utf8(text), ""));
    }

    private void grows(String name, String limit, String source, int size, IntFunction<String> text) {
        all.add(new HostileDocument("Sizes", name, limit, source, size, n -> utf8(text.apply(n)), ""));
    }

    /** A project whose name the outputs hold exactly. */
    private void exact(String group, String name, String quoted, String carried) {
        String text = SITE + "  registration: {project: " + quoted + "}\n" + NETWORK;
        all.add(new HostileDocument(group, name, "", "site.yaml", 1, size -> utf8(text), carried));
    }

    private static String project(String quoted) {
        return SITE + "  registration: {project: " + quoted + "}\n" + NETWORK;
    }

    private static byte[] encoded(String text, Charset charset, int... mark) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int b : mark) {
            out.write(b);
        }
        out.writeBytes(text.getBytes(charset));
        return out.toByteArray();
    }

    private static byte[] cutOff() {
        byte[] whole = utf8(SITE + NETWORK + "# \u20AC");
        return Arrays.copyOf(whole, whole.length - 1);
    }

    private static byte[] inProject(int... bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(utf8(SITE + "  registration: {project: \"a"));
        for (int b : bytes) {
            out.write(b);
        }
        out.writeBytes(utf8("b\"}\n" + NETWORK));
        return out.toByteArray();
    }

    private void encodings() {
        String group = "Encodings";
        String site = SITE + NETWORK;
        raw(group, "UTF-16, little end first, with a mark", encoded(site, StandardCharsets.UTF_16LE, 0xFF, 0xFE));
        raw(group, "UTF-16, big end first, with a mark", encoded(site, StandardCharsets.UTF_16BE, 0xFE, 0xFF));
        raw(group, "UTF-16, little end first, without a mark", encoded(site, StandardCharsets.UTF_16LE));
        raw(group, "UTF-16, big end first, without a mark", encoded(site, StandardCharsets.UTF_16BE));
        raw(group, "UTF-32, with a mark", encoded(site, Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0));
        raw(group, "UTF-32, without a mark", encoded(site, Charset.forName("UTF-32BE")));
        raw(group, "a letter of ISO 8859-1", inProject(0xE4));
        raw(group, "a `/` in an overlong form of UTF-8", inProject(0xC0, 0xAF));
        raw(group, "half a surrogate pair in UTF-8", inProject(0xED, 0xA0, 0x80));
        raw(group, "a character beyond U+10FFFF", inProject(0xF4, 0x90, 0x80, 0x80));
        raw(group, "a character cut off by the end of the source", cutOff());
        raw(group, "a sequence of UTF-8 that lacks its end", inProject(0xE2, 0x82));
        all.add(new HostileDocument(
                group,
                "a byte order mark of UTF-8 in front",
                "",
                "site.yaml",
                1,
                size -> encoded(project("ab"), StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
                "ab"));
        one(group, "a byte order mark inside", SITE + "\uFEFF" + NETWORK);
        all.add(new HostileDocument(
                group,
                "CR LF ends lines",
                "",
                "site.yaml",
                1,
                size -> utf8(project("ab").replace("\n", "\r\n")),
                "ab"));
        all.add(new HostileDocument(
                group,
                "CR alone ends lines",
                "",
                "site.yaml",
                1,
                size -> utf8(project("ab").replace('\n', '\r')),
                "ab"));
        one(group, "an empty source", "");
        one(group, "nothing but comments", "# a\n# b\n");
    }

    private void characters() {
        String group = "Characters";
        for (int c : new int[] {0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0xFFFE}) {
            one(group, named(c) + " as it is", project("\"a" + (char) c + "b\""));
        }
        exact(group, named(0x1B) + " as an escape", "\"a\\x1bb\"", "a\u001Bb");
        exact(group, named(0x7F) + " as an escape", "\"a\\x7fb\"", "a\u007Fb");
        exact(group, named(0x85) + " as an escape", "\"a\\x85b\"", "a\u0085b");
        exact(group, named(0x2028) + " as an escape", "\"a\\u2028b\"", "a\u2028b");
        exact(group, named(0xFFFE) + " as an escape", "\"a\\uFFFEb\"", "a\uFFFEb");
        exact(group, named(0x202E) + ", which turns the direction of reading", "\"a\u202Eb\"", "a\u202Eb");
        exact(group, named(0x200B) + ", which has no width", "\"a\u200Bb\"", "a\u200Bb");
        exact(group, "a character outside the basic plane", "\"a\uD83D\uDE00b\"", "a\uD83D\uDE00b");
        one(group, "NUL as an escape", project("\"a\\0b\""));
        one(group, "half a surrogate pair as an escape", project("\"a\\ud800b\""));
        json(group, "NUL as an escape, in JSON", JSON_SITE + ", \"registration\": {\"project\": \"a\\u0000b\"}}}");
        json(
                group,
                "half a surrogate pair as an escape, in JSON",
                JSON_SITE + ", \"registration\": {\"project\": \"a\\ud800b\"}}}");
        one(group, "a Cyrillic letter in a key", SITE + "  n\u0435twork: {lan: 10.20.4.0/24}\n");
        one(group, "a Cyrillic letter in the name of a host", SITE + NETWORK + "  hosts: [{name: \u0430}]\n");
        one(
                group,
                "a Cyrillic letter in a value of a fixed set",
                SITE + NETWORK + "  registration: {method: m\u0430nual}\n");
        one(group, "a character without width in a key", SITE + "  net\u200Bwork: {lan: 10.20.4.0/24}\n");
        one(group, "a turn of the direction in a key", SITE + "  \u202Enetwork: {lan: 10.20.4.0/24}\n");
        one(group, "an escape for a terminal in a key", SITE + "  \"\\e[31mnetwork\": {lan: 10.20.4.0/24}\n");
        one(group, "a line break in a key", SITE + "  \"net\\nwork\": {lan: 10.20.4.0/24}\n");
    }

    private static String named(int c) {
        return String.format(java.util.Locale.ROOT, "U+%04X", c);
    }

    private void yaml() {
        String group = "YAML";
        one(group, "a tag of a Java class", project("!!javax.script.ScriptEngineManager [a]"));
        one(group, "a tag for bytes", project("!!binary aGVsbG8="));
        one(group, "a tag of one's own", project("!secret a"));
        one(group, "a directive of another version", "%YAML 1.3\n---\n" + SITE + NETWORK);
        one(group, "a directive for tags", "%TAG ! tag:example.com,2000:\n---\n" + SITE + NETWORK);
        one(group, "a tab as indentation", SITE + "\tnetwork: {lan: 10.20.4.0/24}\n");
        one(group, "a merge key", SITE + "  network: {<<: {lan: 10.20.4.0/24}}\n");
        one(group, "an alias inside its own value", SITE + "  network: &a {lan: *a}\n");
        one(group, "an alias without an anchor", SITE + "  network: *a\n");
        one(group, "an alias as key", SITE + "  network: &a x\n  *a : 1\n");
        one(group, "a list as key", SITE + "  ? [a]\n  : 1\n");
        one(group, "a key twice", SITE + NETWORK + NETWORK);
        json(
                group,
                "a key twice, once with an escape, in JSON",
                JSON_SITE + JSON_NETWORK + ", \"la\\u006e\": \"10.20.5.0/24\"}}}");
        json(group, "a second document behind the first, in JSON", JSON_SITE + JSON_NETWORK + "}}}{}");
        json(group, "a comma before the closing bracket, in JSON", JSON_SITE + JSON_NETWORK + "},}}");
    }

    private void numbers() {
        String group = "Numbers";
        for (String number : List.of(
                "1e999999999", "1e-999999999", "0e999999999", ".inf", "-.nan", "1_000", "12:30", "0b11", "-0")) {
            one(
                    group,
                    "`" + number + "` where a whole number is due",
                    SITE + NETWORK.replace("}", ", gateway: {hostNumber: " + number + "}}"));
        }
        one(
                group,
                "`1e999999999` in what is passed on",
                SITE + NETWORK + "  kubernetes: {config: {etcd-snapshot-retention: 1e999999999}}\n");
        one(group, "`no` where true or false is due", SITE + NETWORK + "  hosts: [{name: a, absent: no}]\n");
    }

    private static String many(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static String jsonSite(String rest) {
        return JSON_SITE + rest + "}}";
    }

    private static String network(String rest) {
        return jsonSite(JSON_NETWORK + rest + "}");
    }

    private static String config(String rest) {
        return jsonSite(JSON_NETWORK + "}, \"kubernetes\": {\"config\": {" + rest + "}}");
    }

    private void sizes() {
        grows(
                "aliases of aliases (billion laughs)",
                "aliasNodes",
                "site.yaml",
                30,
                n -> "a0: &a0 [x, x]\n"
                        + many(
                                n,
                                i -> "a" + (i + 1) + ": &a" + (i + 1) + " [" + ("*a" + i + ", ").repeat(9) + "*a" + i
                                        + "]\n"));
        grows(
                "aliases of one long list (quadratic)",
                "aliasNodes",
                "site.yaml",
                1000,
                n -> "a: &a [" + "x, ".repeat(n) + "x]\nb:\n" + "- *a\n".repeat(n));
        grows("lists in lists, in brackets", "depth", "site.yaml", 20_000, n -> "a: " + "[".repeat(n));
        grows("lists in lists, by dashes", "depth", "site.yaml", 20_000, n -> "- ".repeat(n));
        grows("maps in maps, by indentation", "depth", "site.yaml", 300, n -> many(n, i -> " ".repeat(i) + "a:\n"));
        grows("lists in lists, in JSON", "depth", "site.json", 100_000, "["::repeat);
        grows("maps in maps, in JSON", "depth", "site.json", 100_000, "{\"a\":"::repeat);
        grows(
                "a value on one line",
                "lineBytes",
                "site.yaml",
                100_000,
                n -> SITE + "  registration: {project: " + "x".repeat(n) + "}\n");
        grows("a key on one line", "lineBytes", "site.yaml", 100_000, n -> SITE + "  ? " + "x".repeat(n) + "\n  : 1\n");
        grows(
                "a key, in JSON",
                "pathCharacters",
                "site.json",
                100_000,
                n -> jsonSite(", \"" + "k".repeat(n) + "\": 1"));
        grows(
                "a key with many values below it, in JSON",
                "pathCharacters",
                "site.json",
                20_000,
                n -> jsonSite(", \"" + "k".repeat(n) + "\": [" + "1,".repeat(n) + "1]"));
        grows(
                "a whole number of many digits",
                "",
                "site.json",
                50_000,
                n -> config("\"etcd-snapshot-retention\": " + "1".repeat(n)));
        grows(
                "a fraction of many digits",
                "",
                "site.json",
                50_000,
                n -> config("\"etcd-snapshot-retention\": 1." + "1".repeat(n)));
        grows(
                "a hexadecimal number of many digits",
                "",
                "site.yaml",
                15_000,
                n -> SITE + NETWORK + "  kubernetes: {config: {etcd-snapshot-retention: 0x" + "f".repeat(n) + "}}\n");
        grows("a document", "documentBytes", "site.yaml", 300_000, n -> SITE + "# x\n".repeat(n));
        grows(
                "dashes in a certificate",
                "",
                "site.json",
                5_000,
                n -> network(", \"caCertificates\": [\"-----BEGIN CERTIFICATE-----" + "-".repeat(n) + "\"]"));
        grows(
                "a length of time of many parts",
                "",
                "site.json",
                10_000,
                n -> config("\"kubelet-arg\": [\"node-status-update-frequency=" + "1h".repeat(n) + "x\"]"));
        grows(
                "pairs in one value",
                "",
                "site.json",
                10_000,
                n -> config("\"kubelet-arg\": [\"eviction-hard=" + "a=b,".repeat(n) + "a\"]"));
        grows(
                "a host of many labels behind the proxy",
                "",
                "site.json",
                10_000,
                n -> network(", \"proxy\": {\"noProxy\": [\"" + "a.".repeat(n) + "-\"]}"));
        grows(
                "a URL of many labels",
                "",
                "site.json",
                10_000,
                n -> network(", \"proxy\": {\"http\": \"http://" + "a.".repeat(n) + "-/x\"}"));
        grows(
                "an address of many parts",
                "",
                "site.json",
                10_000,
                n -> network(", \"gateway\": \"" + "1:".repeat(n) + "1\""));
        grows(
                "an SSH key",
                "",
                "site.json",
                50_000,
                n -> network("}, \"users\": [{\"name\": \"ops\", \"sshAuthorizedKeys\": [\"ssh-ed25519 " + "A".repeat(n)
                        + "\"]}" + "], \"kubernetes\": {"));
    }

    private void amounts() {
        grows("documents that are no map", "findings", "site.yaml", 2_000, "--- a\n"::repeat);
        grows("empty documents", "findings", "site.yaml", 20_000, "---\n"::repeat);
        grows("documents with an open quote", "findings", "site.yaml", 2_000, "---\n\"\n"::repeat);
        grows(
                "documents with a character that is not allowed",
                "findings",
                "site.yaml",
                4_000,
                "---\na: \u0001\n"::repeat);
        grows("items of a list at the root", "", "site.yaml", 5_000, "- a\n"::repeat);
        grows("a key that stands again and again", "findings", "site.yaml", 4_000, "k: 1\n"::repeat);
        grows(
                "a key that stands again and again, in JSON",
                "findings",
                "site.json",
                4_000,
                n -> "{" + "\"k\": 1,".repeat(n) + "\"k\": 1}");
        grows("unknown keys", "findings", "site.yaml", 2_000, n -> SITE + many(n, i -> "  hosst" + i + ": 1\n"));
        grows(
                "unknown keys with equal hashes",
                "findings",
                "site.json",
                2_000,
                n -> jsonSite(many(n, i -> ", \"" + colliding(i, "Aa", "BB") + "\": 1")));
        grows(
                "unknown keys with equal hashes of another kind",
                "findings",
                "site.json",
                2_000,
                n -> jsonSite(many(n, i -> ", \"" + colliding(i, "Ab", "BA") + "\": 1")));
        grows(
                "items with equal hashes",
                "",
                "site.json",
                4_000,
                n -> network(", \"ntpServers\": [" + many(n, i -> "\"" + colliding(i, "Aa", "BB") + "\",") + "\"!\"]"));
        grows(
                "one item again and again",
                "findings",
                "site.json",
                4_000,
                n -> network(", \"ntpServers\": [" + "\"a\",".repeat(n) + "\"a\"]"));
        grows("tags", "findings", "site.yaml", 2_000, n -> many(n, i -> "k" + i + ": !x 1\n"));
        grows("aliases without an anchor", "findings", "site.yaml", 2_000, n -> many(n, i -> "k" + i + ": *x\n"));
        grows(
                "tabs before keys on one line",
                "lineBytes",
                "site.yaml",
                3_000,
                n -> "{\n" + " ".repeat(n) + many(n, i -> "\tk" + i + ":1,") + "}");
        grows(
                "characters of two units on one line",
                "",
                "site.json",
                10_000,
                n -> "{\"\uD83D\uDE00\": [" + "[1,2],".repeat(n) + "1]}");
        grows("lines of a value without quotes", "", "site.yaml", 10_000, n -> "a: b\n" + " c\n".repeat(n));
        grows("lines of a value in quotes", "", "site.yaml", 10_000, n -> "a: \"b\n" + " c\n".repeat(n) + "\"\n");
        grows("lines of a block text", "", "site.yaml", 10_000, n -> "a: |\n" + " c\n".repeat(n));
        grows("anchors", "", "site.yaml", 2_000, n -> many(n, i -> "k" + i + ": &a" + i + " 1\n"));
        grows(
                "labels that are wrong",
                "findings",
                "site.json",
                2_000,
                n -> jsonSite(", \"registration\": {\"tags\": {" + many(n, i -> "\"a" + i + "\": \"b c\",")
                        + "\"x\": \"\"}}"));
        grows(
                "keys for Kubernetes that it doesn't know",
                "findings",
                "site.json",
                300,
                n -> config(many(n, i -> "\"cluster-cid" + i + "\": 1,") + "\"x\": 1"));
        grows(
                "arguments that a component doesn't know",
                "findings",
                "site.json",
                300,
                n -> config("\"kubelet-arg\": [" + many(n, i -> "\"max-pod" + i + "=1\",") + "\"a=b\"]"));
        grows(
                "feature gates that a component doesn't know",
                "findings",
                "site.json",
                300,
                n -> config("\"kubelet-arg\": [\"feature-gates=" + many(n, i -> "Gate" + i + "=true,") + "A=true\"]"));
        grows(
                "users of one name",
                "findings",
                "site.json",
                1_000,
                n -> network("}, \"users\": [" + "{\"name\": \"ops\"},".repeat(n)
                        + "{\"name\": \"ops\"}], \"kubernetes\": {"));
        grows(
                "hosts of one name",
                "findings",
                "site.json",
                500,
                n -> network(
                        "}, \"hosts\": [" + "{\"name\": \"a\"},".repeat(n) + "{\"name\": \"b\"}], \"kubernetes\": {"));
        grows(
                "name servers",
                "findings",
                "site.json",
                1_000,
                n -> network(", \"nameservers\": [" + many(n, i -> "\"10.9." + i / 256 % 256 + "." + i % 256 + "\",")
                        + "\"10.8.0.1\"]"));
        grows("sites of one name", "findings", "site.yaml", 300, n -> ("---\n" + SITE + NETWORK).repeat(n));
    }

    /** Different texts of one hash, since the two pairs of letters have one. */
    private static String colliding(int number, String zero, String one) {
        return IntStream.range(0, 16)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? zero : one)
                .collect(Collectors.joining());
    }
}
