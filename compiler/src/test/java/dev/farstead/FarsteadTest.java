// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.ImmutableLimits;
import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library as its users see it. */
final class FarsteadTest {
    private static final Farstead FARSTEAD = Farstead.create();

    static final String PROFILE = """
            apiVersion: farstead/v1alpha1
            kind: Profile
            metadata: {name: chain}
            spec:
              mode: connected
              agent: {version: 4.5.15}
              os: {family: ubuntu, version: "22.04"}
              kubernetes: {flavor: k3s, version: "1.28"}
              network: {podCidr: 100.64.0.0/18, serviceCidr: 100.64.64.0/18, cni: {name: calico, version: 3.27.0}}
              image: {format: iso, registry: registry.example.com/edge, repository: ubuntu, customTag: store}
              hostClasses:
                box: {arch: amd64, cores: 4, memory: 16Gi, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}
              site:
                registration: {method: auto, endpoint: api.example.com, project: stores, token: {secretRef: token}}
                controlPlaneEndpoint: {vip: {hostNumber: 10}}
                network: {gateway: {hostNumber: 1}, nameservers: [{hostNumber: 1}], ntpServers: [ntp.example.com]}
                users: [{name: ops, passwordHash: {secretRef: hash}}]
                hosts: [{name: a, role: control-plane, class: box, interfaces: {eth0: {hostNumber: 11}}}]
            """;

    static SourceText profile() {
        return SpecText.source("profile.yaml", PROFILE);
    }

    private static SourceText site(String file, String name, String profile) {
        return SpecText.source(file, """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: %s}
                spec: {profile: %s, network: {lan: 10.20.4.0/24}}
                """.formatted(name, profile));
    }

    private static Compilation compile(SourceText... sources) {
        return FARSTEAD.compile(Samples.input(List.of(sources)));
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.code() + " "
                        + finding.range().map(range -> range.source()).orElse("") + " " + finding.message())
                .toList();
    }

    @Test
    void aSiteAndItsProfileCompileWithTheIndexLast() {
        Compilation compilation = compile(site("b.yaml", "shop", "chain"), profile());

        assertThat(errors(compilation)).isEmpty();
        List<String> paths = compilation.outputs().orElseThrow().files().stream()
                .map(Output::path)
                .toList();
        assertThat(paths).startsWith("profiles/chain/installer/amd64/.arg").endsWith("index.json");
        assertThat(paths)
                .contains("sites/shop/hosts/a/cidata/user-data", "sites/shop/preview/init/etc/rancher/k3s/config.yaml");
    }

    @Test
    void theRunSheetOfASiteWithTwoPlatformsTellsThemApart() {
        String box = "box: {arch: amd64, ";
        String disks = "cores: 4, memory: 16Gi, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}";
        String mixed = PROFILE.replace(box, "vm: {arch: amd64, platform: kvm, " + disks + "\n    " + box)
                .replace(
                        "hosts: [",
                        "hosts: [{name: w, role: worker, class: vm, interfaces: {eth0: {hostNumber: 12}}}, ");
        Compilation compilation = compile(site("b.yaml", "shop", "chain"), SpecText.source("profile.yaml", mixed));

        assertThat(Samples.files(compilation).get("sites/shop/run-sheet.md"))
                .contains("Boot the host ")
                .contains(" On KVM, create the virtual machine first, with EFI firmware and virtio devices.");
    }

    @Test
    void checkingGivesTheSameFindingsAndNoOutputs() {
        Input input = Input.builder()
                .addSources(profile(), site("b.yaml", "shop", "chain"))
                .build();

        assertThat(FARSTEAD.check(input).outputs()).isEmpty();
        assertThat(FARSTEAD.check(input).findings())
                .isEqualTo(FARSTEAD.compile(input).findings())
                .isNotEmpty();
    }

    @Test
    void jsonCompilesToTheSameFiles() {
        SourceText json = SpecText.source("b.json", """
                {"apiVersion": "farstead/v1alpha1", "kind": "Site", "metadata": {"name": "shop"},
                 "spec": {"profile": "chain", "network": {"lan": "10.20.4.0/24"}}}""");

        assertThat(Samples.files(compile(profile(), json)))
                .isEqualTo(Samples.files(compile(profile(), site("b.yaml", "shop", "chain"))));
    }

    @Test
    void twoSitesOfOneNameAreFoundAtTheSecond() {
        assertThat(errors(compile(profile(), site("b.yaml", "shop", "chain"), site("c.yaml", "shop", "chain"))))
                .containsExactly("SPEC-105 c.yaml a second site is named `shop`");
    }

    @Test
    void aSecondSourceOfANameIsRefusedAndLosesNoFindingOfTheFirst() {
        SourceText first = SpecText.source("b.yaml", """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: shop}
                spec: {profile: chain, network: {lan: 10.20.4.9/24}}
                """);
        SourceText second = site("b.yaml", "shap", "chain");
        Compilation compilation = compile(profile(), first, second, second);

        assertThat(compilation.findings())
                .filteredOn(finding -> finding.code().equals("NET-004"))
                .extracting(Finding::document)
                .containsExactly("Site/shop");
        assertThat(errors(compilation)).contains("SPEC-902  a second source is named `b.yaml`");
        assertThat(errors(FARSTEAD.compile(Samples.input(List.of(profile(), second, first)), "sites/shop")))
                .containsExactly("SPEC-902  a second source is named `b.yaml`");
    }

    @Test
    void twoProfilesOfOneNameAreFoundAtTheSecond() {
        SourceText again = SpecText.source("z.yaml", PROFILE);

        assertThat(errors(compile(profile(), again)))
                .containsExactly("SPEC-105 z.yaml a second profile is named `chain`");
    }

    @Test
    void aProfileWithoutARightNameMayBeTheOneThatASiteNames() {
        SourceText shouted = SpecText.source("p.yaml", PROFILE.replace("name: chain", "name: CHAIN"));
        SourceText nameless = SpecText.source("p.yaml", PROFILE.replace("name: chain", "labels: {a: b}"));

        assertThat(errors(compile(shouted, site("b.yaml", "shop", "chain"))))
                .allMatch(error -> error.contains("p.yaml"));
        assertThat(errors(compile(nameless, site("b.yaml", "shop", "chain"))))
                .allMatch(error -> error.contains("p.yaml"));
    }

    @Test
    void anEditOfJsonWritesJson() {
        SourceText site = SpecText.source("b.JSON", """
                {"apiVersion": "farstead/v1alpha1", "kind": "Site", "metadata": {"name": "shop"},
                 "spec": {"profile": "chain", "network": {"lan": "10.20.4.9/24"}}}""");
        Finding finding = compile(profile(), site).findings().stream()
                .filter(each -> each.code().equals("NET-004"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.fixes().get(0).edits().get(0).replacement()).isEqualTo("\"10.20.4.0/24\"");
    }

    @Test
    void anUnknownProfileIsFoundWithTheNearestName() {
        Compilation compilation = compile(profile(), site("b.yaml", "shop", "chian"));

        assertThat(errors(compilation)).containsExactly("SPEC-102 b.yaml no profile is named `chian`");
        Finding finding = compilation.findings().stream()
                .filter(each -> each.code().equals("SPEC-102"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.fixes().get(0).edits().get(0).replacement()).isEqualTo("chain");
    }

    @Test
    void aFindingNamesFewOfManyKnownNames() {
        List<SourceText> sources = new ArrayList<>();
        IntStream.range(0, 40)
                .forEach(i -> sources.add(SpecText.source("p" + i + ".yaml", PROFILE.replace("chain", "chain-" + i))));
        String classes = IntStream.range(0, 40)
                .mapToObj(i -> "\n    box-" + i + ": {arch: amd64, cores: 4, memory: 16Gi, "
                        + "disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}")
                .collect(Collectors.joining());
        sources.add(SpecText.source(
                "many.yaml",
                PROFILE.replace("hostClasses:", "hostClasses:" + classes).replace("class: box", "class: bx")));
        sources.add(site("a.yaml", "shop-a", "none"));
        sources.add(site("b.yaml", "shop-b", "chain"));
        List<Finding> findings = FARSTEAD.check(Samples.input(sources)).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("SPEC-102"))
                .flatExtracting(Finding::values)
                .containsExactly("profiles: chain-0, chain-1, chain-2, chain-3, chain-4 (5 of 41)");
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("SPEC-103"))
                .flatExtracting(Finding::values)
                .containsExactly("its host classes: box, box-0, box-1, box-10, box-11 (5 of 41)");
    }

    @Test
    void anObjectOfAnotherProgramIsNoProfile() {
        SourceText other = SpecText.source("other.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: cm}
                ---
                apiVersion: farstead/v1alpha1
                kind: site
                metadata: {name: small}
                """);

        assertThat(compile(other, site("a.yaml", "shop", "cm")).findings())
                .filteredOn(finding -> finding.code().equals("SPEC-102"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.values()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: connected | mod: connected",
                "kind: Profile | knd: Profile",
                "kind: Profile | kind: Profiel",
                "metadata: | metdata:",
                "name: chain | nam: chain"
            })
    void sitesOfAFaultyProfileStaySilent(String right, String slip) {
        SourceText faulty = SpecText.source("profile.yaml", PROFILE.replace(right, slip));

        assertThat(errors(compile(faulty, site("b.yaml", "shop", "chain"), site("c.yaml", "other", "chain"))))
                .hasSize(1)
                .allMatch(error -> error.contains("profile.yaml"));
    }

    @Test
    void aLineOfTheProfileThatBreaksAThousandSitesIsOneFinding() {
        SourceText broken =
                SpecText.source("profile.yaml", PROFILE.replace("vip: {hostNumber: 10}", "vip: {hostNumber: 300}"));
        List<SourceText> sources = new ArrayList<>(List.of(broken));
        IntStream.range(0, 1_000)
                .forEach(i -> sources.add(SpecText.source(i + ".yaml", """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: shop-%d}
                spec: {profile: chain, network: {lan: 10.%d.%d.0/24}}
                """.formatted(i, 100 + i / 250, i % 250))));
        Compilation compilation = FARSTEAD.compile(Samples.input(sources));

        List<Finding> outside = compilation.findings().stream()
                .filter(finding -> finding.code().equals("NET-003"))
                .toList();
        assertThat(outside).hasSize(1);
        assertThat(outside.get(0).sites()).hasSize(1_000).startsWith("shop-0", "shop-1");
        assertThat(outside.get(0).range().orElseThrow().source()).isEqualTo("profile.yaml");
    }

    @Test
    void aLanOfOneAddressIsOneFinding() {
        SourceText site = SpecText.source("b.yaml", """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: shop}
                spec: {profile: chain, network: {lan: 10.20.4.9/32}}
                """);

        assertThat(errors(compile(profile(), site)))
                .containsExactly("NET-003 b.yaml the LAN 10.20.4.9/32 has no host number: it is one address");
    }

    @Test
    void findingsAreKeptUpToTheLimitAndOneMoreSaysSo() {
        List<SourceText> sources = IntStream.range(0, 9)
                .mapToObj(i -> site(i + ".yaml", "shop-" + i, "none"))
                .toList();
        Compilation compilation = FARSTEAD.compile(Input.builder()
                .sources(sources)
                .limits(ImmutableLimits.builder().findings(5).build())
                .build());

        assertThat(compilation.findings())
                .extracting(Finding::code)
                .containsExactly("SPEC-102", "SPEC-102", "SPEC-102", "SPEC-102", "SPEC-102", "SPEC-901");
        assertThat(compilation.findings().get(5).message()).isEqualTo("4 more findings were left out");
    }

    @Test
    void anErrorBeyondTheLimitIsStillAnError() {
        Compilation compilation = FARSTEAD.compile(Input.builder()
                .addSources(profile(), site("b.yaml", "shop", "chain"), site("c.yaml", "other", "none"))
                .limits(ImmutableLimits.builder().findings(0).build())
                .build());

        assertThat(compilation.outputs()).isEmpty();
        assertThat(compilation.hasErrors()).isTrue();
    }

    @Test
    void oneSiteCompilesWhateverIsWrongWithOthers() {
        SourceText faulty = SpecText.source("c.yaml", """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: other}
                spec: {profile: chain, netwrk: {lan: 10.20.5.0/24}}
                """);
        Input input = Samples.input(List.of(profile(), site("b.yaml", "shop", "chain"), faulty));

        assertThat(errors(FARSTEAD.compile(input))).hasSize(1);
        assertThat(errors(FARSTEAD.compile(input, "sites/other"))).hasSize(1);
        Compilation shop = FARSTEAD.compile(input, "sites/shop");
        assertThat(errors(shop)).isEmpty();
        assertThat(shop.outputs().orElseThrow().files())
                .extracting(Output::path)
                .anyMatch(path -> path.startsWith("sites/shop/"))
                .noneMatch(path -> path.startsWith("sites/other/"));
    }

    @Test
    void aUnitThatIsNotThereIsNamed() {
        Input input = Samples.input(List.of(profile(), site("b.yaml", "shop", "chain")));
        for (String unit : List.of("sites/shap", "sites/shop/", "shop", "")) {
            assertThatThrownBy(() -> FARSTEAD.compile(input, unit))
                    .isInstanceOf(UnknownUnitException.class)
                    .hasMessage("the input holds no profile or site with the folder `" + unit + "`");
        }
        Input broken = Samples.input(List.of(profile(), SpecText.source("b.yaml", "kind: [Site\n")));
        assertThat(FARSTEAD.compile(broken, "sites/shop").hasErrors()).isTrue();
    }

    @Test
    void eachFindingAboutAnotherDocumentOfTheSourceIsLeftOut() {
        String sites = IntStream.range(0, 5).mapToObj(i -> """
                        apiVersion: farstead/v1alpha1
                        kind: Site
                        metadata: {name: shop-%d}
                        spec: {profile: chain, netwrk: {lan: 10.20.%d.0/24}}
                        """.formatted(i, i)).collect(Collectors.joining("---\n"));
        Input input = Samples.input(List.of(profile(), SpecText.source("b.yaml", sites)));

        for (int i = 0; i < 5; i++) {
            assertThat(FARSTEAD.compile(input, "sites/shop-" + i).findings())
                    .filteredOn(finding -> finding.code().equals("SPEC-004"))
                    .extracting(Finding::document)
                    .containsExactly("Site/shop-" + i);
        }
    }

    @Test
    void nothingCompilesToAnIndexAlone() {
        assertThat(compile().outputs().orElseThrow().files())
                .extracting(Output::path)
                .containsExactly("index.json");
    }

    @Test
    void theIndexOfNothingFitsItsSchema() {
        String schema = Objects.requireNonNull(Farstead.create().schemas().get("urn:farstead:schema:index:v1"));
        String index = Samples.text(compile().outputs().orElseThrow().files().get(0));

        assertThat(SchemaRegistry.withDialect(Dialects.getDraft7())
                        .getSchema(schema)
                        .validate(index, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void anOpenSecretIsAWarningOrAsWishedAnError() {
        ImmutableInput.Builder none = Input.builder().addSources(profile(), site("b.yaml", "shop", "chain"));
        Compilation open = FARSTEAD.compile(none.build());

        assertThat(open.outputs()).isPresent();
        assertThat(Samples.text(open.outputs().orElseThrow().file("index.json").orElseThrow()))
                .contains("\"complete\": false");
        assertThat(errors(FARSTEAD.compile(none.requireSecrets(true).build())))
                .hasSize(2)
                .allMatch(error -> error.startsWith("SEC-001 profile.yaml "));
    }

    @Test
    void oneInstanceServesManyThreadsAlike() throws Exception {
        List<Input> inputs = Stream.of("a", "b", "c", "d")
                .map(name -> Samples.input(List.of(profile(), site("s.yaml", "shop-" + name, "chain"))))
                .toList();
        List<String> alone =
                inputs.stream().map(FARSTEAD::compile).map(FarsteadTest::all).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Input input = inputs.get(i % inputs.size());
                results.add(threads.submit(() -> all(FARSTEAD.compile(input))));
            }
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(alone.get(i % alone.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String all(Compilation compilation) {
        return compilation.findings()
                + compilation.outputs().orElseThrow().files().stream()
                        .map(file -> file + "\n" + Samples.text(file))
                        .toList()
                        .toString();
    }

    @Test
    void everyCodeIsExplainedAndNoOther() {
        assertThat(FARSTEAD.explanations())
                .allSatisfy(explanation ->
                        assertThat(FARSTEAD.explain(explanation.code())).contains(explanation));
        assertThat(FARSTEAD.explanations())
                .extracting(each -> each.code())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(FARSTEAD.explain("spec-105")).isPresent();
        assertThat(FARSTEAD.explain("NONE-999")).isEmpty();
    }

    @Test
    void aRepeatedValueOfAnAxisCountsOnce() {
        List<String> once = List.of("connected");
        List<String> twice = List.of("connected", "connected");

        assertThat(FARSTEAD.matrix(Map.of("mode", twice, "agent", List.of("present", "present"))))
                .isEqualTo(FARSTEAD.matrix(Map.of("mode", once)));
    }

    @Test
    void theSchemasAreGivenByTheirIdentifiers() {
        assertThat(FARSTEAD.schemas())
                .containsKeys("urn:farstead:schema:profile:v1alpha1", "urn:farstead:schema:site:v1alpha1");
    }
}
