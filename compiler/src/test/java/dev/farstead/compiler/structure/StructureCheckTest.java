// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class StructureCheckTest {
    @Test
    void aDocumentThatIsNoMap() {
        assertFindings("- a\n", """
                SPEC-001 1:1-1:4 a document must be a map with the keys `apiVersion`, `kind`, `metadata` and `spec`, not a list
                  label the document starts here
                  advice start the document with `apiVersion: farstead/v1alpha1`
                """);
    }

    @Test
    void aDocumentOfAnotherLanguageIsNotReadAnyFurther() {
        assertFindings("apiVersion: v1\nkind: Pod\nspec: {containers: []}\n", """
                SPEC-002 1:13-1:15 apiVersion: unknown API version `v1`: it can be `farstead/v1alpha1`
                  advice write `farstead/v1alpha1`
                """);
    }

    @Test
    void aSlipInVersionAndKindStillSaysHowToReadTheRest() {
        assertFindings("""
                apiVersion: farstead/v1alpha2
                kind: site
                metadata: {name: a}
                spec: {profil: p}
                """, """
                SPEC-002 1:13-1:30 apiVersion: unknown API version `farstead/v1alpha2`: it can be `farstead/v1alpha1`
                  label did you mean `farstead/v1alpha1`?
                  guess write `farstead/v1alpha1` [1:13-1:30 farstead/v1alpha1]
                SPEC-003 2:7-2:11 kind: unknown kind `site`: it can be `Profile` or `Site`
                  label did you mean `Site`?
                  guess write `Site` [2:7-2:11 Site]
                SPEC-004 4:8-4:14 spec.profil: unknown key `profil` in `spec`
                  label did you mean `profile`?
                  guess rename it to `profile` [4:8-4:14 profile]
                """);
    }

    @Test
    void anUnknownKindIsTheOnlyFinding() {
        assertFindings("apiVersion: farstead/v1alpha1\nkind: Deployment\nspecc: {}\n", """
                SPEC-003 2:7-2:17 kind: unknown kind `Deployment`: it can be `Profile` or `Site`
                  advice write `Profile` or `Site`
                """);
    }

    @Test
    void aKindThatIsMissingEmptyOrNoText() {
        assertFindings("apiVersion: farstead/v1alpha1\n", """
                SPEC-006 1:1-1:11 kind: the document has no `kind`
                  label `kind` is missing here
                  advice add `kind: Profile` or `kind: Site`
                """);
        assertFindings("kind:\n", """
                SPEC-008 1:1-1:5 kind: `kind` has no value
                  label a value is missing here
                  advice give it a value, or remove it
                """);
        assertFindings("kind: [Site]\n", """
                SPEC-007 1:7-1:13 kind: `kind` takes text, not a list
                  label this is a list
                  advice write text
                """);
    }

    @Test
    void aMisspeltKeyIsNotAlsoMissing() {
        assertFindings("apiVersion: farstead/v1alpha1\nkid: Site\nmetadata: {nam: a}\nspec: {profile: p}\n", """
                SPEC-004 2:1-2:4 kid: unknown key `kid` in the document
                  label did you mean `kind`?
                  guess rename it to `kind` [2:1-2:4 kind]
                SPEC-004 3:12-3:15 metadata.nam: unknown key `nam` in `metadata`
                  label did you mean `name`?
                  guess rename it to `name` [3:12-3:15 name]
                """);
    }

    @Test
    void oneMisspeltKeyAccountsForOneMissingKeyOnly() {
        List<Finding> findings = StructureCheck.check(Documents.of("""
                apiVersion: farstead/v1alpha1
                kind: Profile
                metadata: {name: a}
                spec:
                  mode: connected
                  agent: {version: 4.5.15}
                  os: {family: ubuntu, version: "22.04"}
                  kubernetes: {flavor: k3s, version: "1.28"}
                  network: {podCid: 10.244.0.0/16, cni: {name: calico, version: 3.27.0}}
                  image: {format: iso, registry: r.example.com, repository: ubuntu, customTag: a}
                  hostClasses: {a: {arch: amd64, cores: 4, memory: 8Gi, disks: [{device: /dev/sda, size: 1T, type: ssd, use: install}]}}
                """));
        assertThat(findings.stream().map(StructureCheckTest::head))
                .containsExactly(
                        "SPEC-006 9:3-9:10 spec.network.serviceCidr: `network` has no `serviceCidr`",
                        "SPEC-004 9:13-9:19 spec.network.podCid: unknown key `podCid` in `network`");
    }

    @Test
    void anUnknownKeyWithoutALikeness() {
        assertSite("  network: {foo: 1, lan: 10.20.4.0/24}\n", """
                SPEC-004 6:13-6:16 spec.network.foo: unknown key `foo` in `network`
                  label nothing reads this
                  advice remove it, or write the key that you mean
                """);
        assertThat(StructureCheck.check(Documents.of(site("  network: {foo: 1, lan: 10.20.4.0/24}\n"))))
                .flatExtracting(Finding::values)
                .containsExactly("keys that can still stand here: `gateway`, `nameservers`, `ntpServers`, `proxy`, "
                        + "`caCertificates`, `podCidr` or `serviceCidr`");
    }

    @Test
    void aKeyBesideTheOneThatIsMeant() {
        assertSite("  network:\n    lan: 10.20.4.0/24\n    lann: 10.20.5.0/24\n", """
                SPEC-004 8:5-8:9 spec.network.lann: unknown key `lann` in `network`
                  label did you mean `lan`, which is there too?
                  related 7:5-7:8 it is given here
                  advice `lan` is already given in line 7: bring what stands here there, and remove this key
                """);
    }

    /** What is free may be meant too. */
    @Test
    void aKeyBetweenOneThatIsThereAndOneThatIsNot() {
        assertSite("  network: {proxy: {http: http://proxy:3128, httpx: http://proxy:3128}}\n", """
                SPEC-004 6:46-6:51 spec.network.proxy.httpx: unknown key `httpx` in `proxy`
                  label did you mean `http`, which is there too?
                  related 6:21-6:25 it is given here
                  advice `http` is already given in line 6: bring what stands here there, and remove this key
                  guess rename it to `https` [6:46-6:51 https]
                """);
    }

    @Test
    void aKeyThatBelongsElsewhere() {
        assertSite("  podCidr: 10.244.0.0/16\n  os: {}\n", """
                SPEC-005 6:3-6:10 spec.podCidr: `podCidr` does not belong in `spec`
                  label nothing reads it here
                  advice move it to `spec.network`
                SPEC-005 7:3-7:5 spec.os: `os` does not belong in a document of kind `Site`
                  label only a profile says this
                  advice move it to `spec` of its profile
                """);
    }

    @Test
    void aMissingKeyIsFoundAtTheKeyOfItsParent() {
        assertFindings("apiVersion: farstead/v1alpha1\nkind: Site\nmetadata: {}\n", """
                SPEC-006 2:1-2:5 spec: the document has no `spec`
                  label `spec` is missing here
                  advice add `spec`
                SPEC-006 3:1-3:9 metadata.name: `metadata` has no `name`
                  label `name` is missing here
                  advice add `name`, for example `store-0412`
                """);
    }

    @Test
    void textThatReadsAsANumberIsQuoted() {
        assertSite(
                "  kubernetes: {config: {a: 1}}\n  registration: {project: 1.30, tags: {ring: 0644, on: true}}\n", """
                SPEC-007 7:27-7:31 spec.registration.project: `project` takes text, not a number
                  label this is a number
                  safe quote it: `"1.30"` [7:27-7:31 "1.30"]
                SPEC-007 7:46-7:50 spec.registration.tags.ring: `ring` takes text, not a whole number
                  label this is a whole number
                  safe quote it: `"0644"` [7:46-7:50 "0644"]
                SPEC-007 7:56-7:60 spec.registration.tags.on: `on` takes text, not true or false
                  label this is true or false
                  safe quote it: `"true"` [7:56-7:60 "true"]
                """);
    }

    @Test
    void quotesAreNoWayOutWhereTheTextWouldBeWrongToo() {
        assertSite("  hosts: [{name: a, role: 7}]\n  registration: {endpoint: -1.5}\n", """
                SPEC-007 6:27-6:28 spec.hosts[0].role: `role` takes text, not a whole number
                  label this is a whole number
                  advice use `control-plane` or `worker`
                SPEC-007 7:28-7:32 spec.registration.endpoint: `endpoint` takes text, not a number
                  label this is a number
                  advice write something like `api.spectrocloud.com`
                """);
    }

    @Test
    void valuesOfOtherWrongTypes() {
        assertSite("""
                  hosts:
                    - {name: a, absent: yes, interfaces: {eth0: {hostNumber: "11"}, eth1: {hostNumber: 1.5}}}
                    - b
                  users: [{name: ops, groups: sudo, passwordHash: $6$salt$hash}]
                  network: {lan: [{podCidr: 1}]}
                """, """
                SPEC-007 7:25-7:28 spec.hosts[0].absent: `absent` takes true or false, not text
                  label this is text
                  safe write `true` [7:25-7:28 true]
                SPEC-007 7:62-7:66 spec.hosts[0].interfaces.eth0.hostNumber: `hostNumber` takes a whole number, not text
                  label this is text
                  safe write it without quotes: `11` [7:62-7:66 11]
                SPEC-007 7:88-7:91 spec.hosts[0].interfaces.eth1.hostNumber: `hostNumber` takes a whole number, not a fraction
                  label this is a fraction
                  advice write a whole number
                SPEC-007 8:7-8:8 spec.hosts[1]: `hosts[1]` takes a map, not text
                  label this is text
                  advice write a map; its keys can be `name`, `role`, `class`, `interfaces` or `absent`
                SPEC-007 9:31-9:35 spec.users[0].groups: `groups` takes a list, not text
                  label this is text
                  guess write a list: `[sudo]` [9:31-9:35 [sudo]]
                SPEC-017 9:51-9:63 spec.users[0].passwordHash: `passwordHash` is written in the open
                  label this may be a secret
                  advice write `{secretRef: NAME}`, hand the secret in under that name, and replace it if others have seen it
                SPEC-007 10:18-10:32 spec.network.lan: `lan` takes text, not a list
                  label this is a list
                  advice write text
                """);
    }

    @Test
    void nullIsRefusedAtAnyDepth() {
        assertSite("  kubernetes: {config: {a: [1, ~]}}\n  network: {lan: }\n", """
                SPEC-008 6:32-6:33 spec.kubernetes.config.a[1]: `a[1]` has no value
                  label a value is missing here
                  advice give it a value, or remove it
                SPEC-008 7:13-7:16 spec.network.lan: `lan` has no value
                  label a value is missing here
                  advice give it a value, or remove it
                """);
    }

    @Test
    void aValueOutsideItsSet() {
        assertSite("  hosts: [{name: a, role: \"workr\"}, {name: b, role: master}]\n", """
                SPEC-009 6:27-6:34 spec.hosts[0].role: unknown value `workr` of `role`: it can be `control-plane` or `worker`
                  label did you mean `worker`?
                  guess write `worker` [6:27-6:34 "worker"]
                SPEC-009 6:53-6:59 spec.hosts[1].role: unknown value `master` of `role`: it can be `control-plane` or `worker`
                  advice write `control-plane` or `worker`
                """);
    }

    @Test
    void aChoiceThatCanOnlyBeTrue() {
        assertSite("  hosts: [{name: a, interfaces: {eth0: {dhcp: false}}}]\n", """
                SPEC-009 6:47-6:52 spec.hosts[0].interfaces.eth0.dhcp: `dhcp` can only be `true`
                  label this chooses nothing
                  advice write `true`, or choose another way
                """);
    }

    @Test
    void textAndKeysOfTheWrongForm() {
        assertSite("  registration: {endpoint: \"https://a.example.com\", tags: {a b: \"c\\n\"}}\n", """
                REG-020 6:28-6:51 spec.registration.endpoint: `endpoint` must be a host name in lower case, without scheme, port or path
                  guess write `a.example.com` [6:28-6:51 a.example.com]
                SPEC-010 6:60-6:63 spec.registration.tags["a b"]: the key `a b` in `tags` must be a label key: letters, digits, `-`, `_` and `.`, at most 63 of them, with an optional DNS name and `/` before them
                  advice write something like `example.com/ring`
                SPEC-302 6:65-6:70 spec.registration.tags["a b"]: `a b` must be a label value: letters, digits, `-`, `_` and `.`, at most 63 of them, with a letter or digit at both ends
                  guess write `c` [6:65-6:70 c]
                """);
    }

    @Test
    void numbersOutOfRange() {
        assertSite(
                "  network: {gateway: {hostNumber: 0}, nameservers: [{hostNumber: 99999999999999999999}]}\n  kubernetes: {config: {a: 1e999, b: .nan}}\n",
                """
                SPEC-011 6:35-6:36 spec.network.gateway.hostNumber: `hostNumber` must be from 1 to 16777215
                  advice choose a number in that range
                SPEC-011 6:66-6:86 spec.network.nameservers[0].hostNumber: `hostNumber` must be from 1 to 16777215
                  advice choose a number in that range
                SPEC-016 7:28-7:33 spec.kubernetes.config.a: `1e999` is no number that a program can hold
                  label programs would read infinity, zero or nothing
                  advice write a number that 64 bits hold, or quote it where a text is meant
                SPEC-016 7:38-7:42 spec.kubernetes.config.b: `.nan` is no number that a program can hold
                  label programs would read infinity, zero or nothing
                  advice write a number that 64 bits hold, or quote it where a text is meant
                """);
    }

    @Test
    void listsAndMapsWithTooLittleOrTooMuchInThem() {
        assertSite("""
                  network: {nameservers: [], ntpServers: [a, b, a]}
                  hosts: [{name: a, interfaces: {}}, {name: b, interfaces: {eth0: {}, eth1: {address: 10.20.4.1/24, hostNumber: 1}}}]
                """, """
                SPEC-012 6:26-6:28 spec.network.nameservers: `nameservers` needs at least one item
                  label there is none
                  advice write at least one item
                SPEC-013 6:49-6:50 spec.network.ntpServers[2]: `ntpServers[2]` is the same as `ntpServers[0]`
                  label given a second time
                  related 6:43-6:44 given first here
                  advice remove one of them
                SPEC-012 7:33-7:35 spec.hosts[0].interfaces: `interfaces` needs at least one entry
                  label there is none
                  advice write at least one entry
                SPEC-014 7:67-7:69 spec.hosts[1].interfaces.eth0: `eth0` needs `hostNumber`, `address` or `dhcp`
                  label there is none
                  advice add `hostNumber`, `address` or `dhcp`
                SPEC-014 7:101-7:111 spec.hosts[1].interfaces.eth1.hostNumber: `eth1` takes only one of `address` and `hostNumber`
                  label a second way to say it
                  related 7:78-7:85 the first one
                  advice keep one of them
                """);
    }

    @Test
    void whatIsNotSupportedYet() {
        assertSite("  network: {overlay: 100.64.192.0/24}\n", """
                SPEC-015 6:13-6:20 spec.network.overlay: `overlay` is not supported yet
                  label nothing acts on this yet
                  advice remove `overlay`
                """);
        List<Finding> findings = StructureCheck.check(
                Documents.of(Documents.text("retail-profile.yaml").replace("name: calico", "name: cilium")));
        assertThat(findings.stream().map(StructureCheckTest::head))
                .containsExactly(
                        "SPEC-015 26:17-26:23 spec.network.cni.name: `cilium` is not supported yet as `name`: it can be `calico`, `flannel` or `none`");
    }

    @Test
    void aTruthValueThatChoosesNothingOrIsMisspelt() {
        assertSite("  hosts: [{name: a, absent: treu, interfaces: {eth0: {dhcp: false}, eth1: {dhcp: tru}}}]\n", """
                SPEC-007 6:29-6:33 spec.hosts[0].absent: `absent` takes true or false, not text
                  label this is text
                  guess write `true` [6:29-6:33 true]
                SPEC-009 6:61-6:66 spec.hosts[0].interfaces.eth0.dhcp: `dhcp` can only be `true`
                  label this chooses nothing
                  advice write `true`, or choose another way
                SPEC-007 6:82-6:85 spec.hosts[0].interfaces.eth1.dhcp: `dhcp` takes true or false, not text
                  label this is text
                  guess write `true` [6:82-6:85 true]
                """);
    }

    @Test
    void noFreeTextIsQuotedSinceItCouldBeASecret() {
        List<Finding> findings = StructureCheck.check(Documents.of(site("""
                  registration: {token: hunter2-1, project: " hunter2-2", endpoint: "hunter2 3"}
                  network: {proxy: {http: "ftp://user:hunter2@a"}, gateway: hunter2-4}
                  users: [{name: ops, passwordHash: {secretRef: "hunter2!"}, sshAuthorizedKeys: [hunter2-5]}]
                """)));
        assertThat(findings).hasSize(7);
        assertThat(findings.toString()).doesNotContain("hunter2");
    }

    @Test
    void jsonIsPutRightWithQuotes() {
        List<SourceDocument> documents = SourceReader.read(
                        new SourceText("site.json", """
                                {"apiVersion": "farstead/v1alpha1", "kind": "Site", "metadata": {"name": "a"},
                                 "spec": {"profil": "p", "hosts": [{"name": "a", "role": "workr"}]}}
                                """.getBytes(StandardCharsets.UTF_8)), Limits.defaults())
                .documents();
        assertThat(StructureCheck.check(documents.get(0)).stream().map(StructureCheckTest::text))
                .containsExactly("""
                        SPEC-004 2:11-2:19 spec.profil: unknown key `profil` in `spec`
                          label did you mean `profile`?
                          guess rename it to `profile` [2:11-2:19 "profile"]
                        """, """
                        SPEC-009 2:58-2:65 spec.hosts[0].role: unknown value `workr` of `role`: it can be `control-plane` or `worker`
                          label did you mean `worker`?
                          guess write `worker` [2:58-2:65 "worker"]
                        """);
    }

    @Test
    void timeGrowsWithTheDocumentAndNotWithItsSquare() {
        String items = "1, ".repeat(50_000);
        String keys = IntStream.range(0, 50_000).mapToObj(i -> "k" + i + ": ").collect(Collectors.joining(", "));
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(StructureCheck.check(wide("  hosts: [" + items + "]\n"))).hasSize(50_000);
            assertThat(StructureCheck.check(wide("  network: {" + keys + "}\n")))
                    .hasSize(50_000);
            assertThat(StructureCheck.check(wide("  users: [{name: a, groups: [" + "a, ".repeat(50_000) + "]}]\n")))
                    .hasSize(49_999);
        });
    }

    /** Lines longer than what is read by default. */
    private static SourceDocument wide(String rest) {
        byte[] bytes = site(rest).replace(", ", ",\n    ").getBytes(StandardCharsets.UTF_8);
        return SourceReader.read(new SourceText("site.yaml", bytes), Limits.defaults())
                .documents()
                .get(0);
    }

    @Test
    void oneInstanceServesAllThreads() throws Exception {
        String bad = StructureRule.UNKNOWN_KEY.explanation().bad();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Finding>>> calls = IntStream.range(0, 400)
                    .<Callable<List<Finding>>>mapToObj(i -> () -> StructureCheck.check(Documents.of(
                            i % 2 == 0
                                    ? bad
                                    : StructureRule.UNKNOWN_KEY.explanation().good())))
                    .toList();
            List<Future<List<Finding>>> results = threads.invokeAll(calls);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).hasSize(i % 2 == 0 ? 1 : 0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertSite(String rest, String expected) {
        assertFindings(site(rest), expected);
    }

    private static String site(String rest) {
        return """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: store-1}
                spec:
                  profile: p
                """ + (rest.startsWith(" ") ? rest : rest.indent(2));
    }

    private static void assertFindings(String yaml, String expected) {
        String found = StructureCheck.check(Documents.of(yaml)).stream()
                .map(StructureCheckTest::text)
                .collect(Collectors.joining());
        assertThat(found).isEqualTo(expected);
    }

    private static String head(Finding finding) {
        String path = finding.path().isEmpty() ? "" : finding.path() + ": ";
        return finding.code() + ' ' + range(finding.range().orElseThrow()) + ' ' + path + finding.message();
    }

    private static String text(Finding finding) {
        Stream<String> lines = Stream.of(
                        finding.label().stream().map(label -> "label " + label),
                        finding.related().stream()
                                .map(other -> "related " + range(other.range()) + ' ' + other.label()),
                        finding.fixes().stream().map(StructureCheckTest::fix))
                .flatMap(parts -> parts)
                .map(line -> "  " + line);
        return Stream.concat(Stream.of(head(finding)), lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String fix(Fix fix) {
        String kind = switch (fix.applicability()) {
            case SAFE -> "safe ";
            case GUESS -> "guess ";
            case ADVICE -> "advice ";
        };
        return kind
                + fix.text()
                + fix.edits().stream().map(StructureCheckTest::edit).collect(Collectors.joining());
    }

    private static String edit(Edit edit) {
        return " [" + range(edit.range()) + ' ' + edit.replacement() + ']';
    }

    private static String range(Range range) {
        return range.start().line() + ":" + range.start().column() + '-'
                + range.end().line() + ':' + range.end().column();
    }
}
