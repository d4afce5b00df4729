// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.structure.Documents;
import dev.farstead.compiler.structure.StructureCheck;
import dev.farstead.model.axis.AfterInstall;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.spec.AddressChoice;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.Host;
import dev.farstead.model.spec.HostClass;
import dev.farstead.model.spec.Profile;
import dev.farstead.model.spec.Site;
import dev.farstead.model.spec.TextChoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BinderTest {
    @Test
    void theChainOfStoresBinds() {
        SourceDocument document = Documents.file("retail-profile.yaml").get(0);
        assertThat(StructureCheck.check(document)).isEmpty();

        Profile profile = Binder.profile(document).value();

        assertThat(profile.metadata().value().name().value()).isEqualTo("retail-k3s");
        assertThat(profile.spec().value().kubernetes().value().flavor().value()).isEqualTo(Flavor.K3S);
        Map<String, Located<HostClass>> classes =
                profile.spec().value().hostClasses().value();
        assertThat(classes).containsOnlyKeys("small-box");
        HostClass box = classes.values().iterator().next().value();
        assertThat(box.afterInstall().map(Located::value)).hasValue(AfterInstall.POWEROFF);
        assertThat(box.disks().value())
                .extracting(disk -> disk.value().size().value())
                .containsExactly("240Gi", "480Gi");
        var network = profile.spec()
                .value()
                .site()
                .orElseThrow()
                .value()
                .network()
                .orElseThrow()
                .value();
        assertThat(network.caCertificates().orElseThrow().value().get(0).value())
                .isInstanceOfSatisfying(
                        TextChoice.NamedSource.class,
                        source -> assertThat(source.name().value()).isEqualTo("certs/example-root.pem"));
        assertThat(network.ntpServers().orElseThrow().value())
                .extracting(server ->
                        ((AddressChoice.Literal) server.value()).text().value())
                .containsExactly("ntp1.example.com", "ntp2.example.com");
    }

    @Test
    void eachDocumentOfAFileBindsWithItsOwnPlaces() {
        List<SourceDocument> documents = Documents.file("retail-stores.yaml");
        assertThat(documents)
                .hasSize(2)
                .allSatisfy(
                        document -> assertThat(StructureCheck.check(document)).isEmpty());

        Site site = Binder.site(documents.get(1)).value();

        assertThat(site.metadata().value().labels().orElseThrow().value()).containsOnlyKeys("city", "ring");
        Located<Host> host = site.spec().value().hosts().orElseThrow().value().get(0);
        assertThat(host.value().role()).isEmpty();
        Located<AddressChoice> address = host.value()
                .interfaces()
                .orElseThrow()
                .value()
                .values()
                .iterator()
                .next();
        assertThat(address.place())
                .isEqualTo(new Place("spec.hosts[0].interfaces.enp1s0", range(23, 9, 15), range(23, 17, 41)));
        assertThat(((AddressChoice.Literal) address.value()).text().place())
                .isEqualTo(new Place("spec.hosts[0].interfaces.enp1s0.address", range(23, 18, 25), range(23, 27, 40)));
    }

    private static Range range(int line, int start, int end) {
        // The start of line 23 in UTF-16 units, counted by an editor.
        int offset = 458;
        return new Range(
                "retail-stores.yaml",
                new Position(line, start, offset + start - 1),
                new Position(line, end, offset + end - 1));
    }

    @Test
    void numbersThatArePassedOnKeepHowTheyWereWritten() {
        Site site = Binder.site(Documents.of("""
                        apiVersion: farstead/v1alpha1
                        kind: Site
                        metadata: {name: a}
                        spec: {profile: p, kubernetes: {config: {a: 0x1F, b: 1.50, c: 010, d: -2e3, e: True, f: "1.50"}}}
                        """)).value();

        Map<String, Located<ConfigValue>> config = site.spec()
                .value()
                .kubernetes()
                .orElseThrow()
                .value()
                .config()
                .orElseThrow()
                .value();
        assertThat(config.values().stream().map(Located::value))
                .containsExactly(
                        new ConfigValue.Numeral(new BigDecimal("31"), "0x1F"),
                        new ConfigValue.Numeral(new BigDecimal("1.50"), "1.50"),
                        new ConfigValue.Numeral(new BigDecimal("10"), "010"),
                        new ConfigValue.Numeral(new BigDecimal("-2E+3"), "-2e3"),
                        new ConfigValue.Bool(true),
                        new ConfigValue.Text("1.50"));
    }

    @Test
    void aKeyThatNoFieldTakesIsNeverDropped() {
        SourceDocument document = Documents.of("kind: Site\nmetadata: {name: a, nam: b}\nspec: {profile: p}\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> Binder.site(document))
                .withMessage("the structure pass let the key `nam` through");
    }
}
