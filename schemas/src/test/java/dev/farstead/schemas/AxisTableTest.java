// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farstead.model.axis.Architecture;
import dev.farstead.model.axis.AxisValue;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.CsiName;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.ImageFormat;
import dev.farstead.model.axis.OsDistribution;
import dev.farstead.model.axis.OsFamily;
import dev.farstead.model.axis.Platform;
import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AxisTableTest {
    private final AxisTable table = Catalogue.bundled().axes();

    private AxisConstraint constraint(String code) {
        return table.constraints().stream()
                .filter(constraint -> constraint.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> vocabulary() {
        return Stream.of(
                Arguments.of("mode", ClusterMode.values()),
                Arguments.of("os.family", OsFamily.values()),
                Arguments.of("os.distribution", OsDistribution.values()),
                Arguments.of("os.hardening", Hardening.values()),
                Arguments.of("kubernetes.flavor", Flavor.values()),
                Arguments.of("kubernetes.hardening", Hardening.values()),
                Arguments.of("image.format", ImageFormat.values()),
                Arguments.of("registration", RegistrationMethod.values()),
                Arguments.of("arch", Architecture.values()),
                Arguments.of("platform", Platform.values()),
                Arguments.of("cni", CniName.values()),
                Arguments.of("csi", CsiName.values()));
    }

    @ParameterizedTest
    @MethodSource("vocabulary")
    void theWrittenValuesAreThoseOfTheVocabulary(String axis, AxisValue[] values) {
        assertThat(table.axis(axis).orElseThrow().written())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(values).map(AxisValue::text).toList());
    }

    @Test
    void anAbsentKeyIsNoWrittenValue() {
        Axis registration = table.axis("registration").orElseThrow();
        assertThat(registration.value("none").orElseThrow().absent()).isTrue();
        assertThat(registration.written()).containsExactly("manual", "auto", "qr-code");
        assertThat(table.axis("cni").orElseThrow().written()).contains("none");
    }

    @Test
    void thereAreSixteenAxes() {
        assertThat(table.axes()).hasSize(16).extracting(Axis::name).doesNotHaveDuplicates();
        assertThat(table.axis("kubernetes.flavor").orElseThrow().value("nodeadm"))
                .isEmpty();
        assertThat(table.axis("colour")).isEmpty();
    }

    @Test
    void anAxisMayBeOpenWithinAnother() {
        Axis distribution = table.axis("os.distribution").orElseThrow();
        assertThat(distribution.within()).isEqualTo(Map.of("os.family", List.of("byoos")));
        assertThat(table.axes())
                .filteredOn(axis -> !axis.within().isEmpty())
                .extracting(Axis::name)
                .containsExactly("os.distribution");
    }

    @Test
    void codesAreUniqueAndNameTheirRow() {
        assertThat(table.constraints())
                .extracting(AxisConstraint::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z0-9]+-[0-9]{3}"));
        assertThat(table.constraints())
                .flatExtracting(AxisConstraint::rows)
                .contains("C-01", "C-02", "C-03", "C-40", "C-49", "C-71")
                .allMatch(row -> row.matches("C-[0-9]{2,3}"));
        assertThat(table.constraints())
                .filteredOn(constraint -> constraint.rows().isEmpty())
                .allMatch(AxisConstraint::inferred);
        assertThat(table.constraints())
                .extracting(AxisConstraint::severity)
                .containsOnly(Severity.ERROR, Severity.WARNING);
    }

    @Test
    void aConstraintIsBrokenByAnotherValueOnly() {
        AxisConstraint fips = constraint("FIPS-001");
        assertThat(fips.broken(Map.of("fips", "true", "kubernetes.flavor", "k3s")))
                .containsExactly("kubernetes.flavor");
        assertThat(fips.broken(Map.of("fips", "true", "kubernetes.flavor", "rke2")))
                .isEmpty();
        assertThat(fips.broken(Map.of("fips", "false", "kubernetes.flavor", "k3s")))
                .isEmpty();
    }

    @Test
    void aConstraintIsSilentWhileAnAxisIsUnknown() {
        assertThat(constraint("FIPS-001").broken(Map.of("fips", "true"))).isEmpty();
        assertThat(constraint("FIPS-001").broken(Map.of("kubernetes.flavor", "k3s")))
                .isEmpty();
    }

    @Test
    void imageHardeningIsForUbuntuOnAmd64() {
        assertThat(constraint("OS-002").broken(Map.of("os.hardening", "cis", "os.family", "opensuse")))
                .containsExactly("os.family");
        assertThat(constraint("ARCH-001").broken(Map.of("os.hardening", "cis", "arch", "arm64")))
                .containsExactly("arch");
        assertThat(constraint("ARCH-001").broken(Map.of("os.hardening", "none", "arch", "arm64")))
                .isEmpty();
    }

    @Test
    void aConstraintThatNamesNoAxisOrNoValueIsRefused() {
        AxisConstraint unknownAxis = constraint(Map.of("colour", List.of("red")));
        AxisConstraint unknownValue = constraint(Map.of("fips", List.of("maybe")));
        assertThatThrownBy(() -> new AxisTable(table.axes(), List.of(unknownAxis)))
                .hasMessage("X-001 names no axis: colour");
        assertThatThrownBy(() -> new AxisTable(table.axes(), List.of(unknownValue)))
                .hasMessage("X-001 names no value of fips: maybe");
    }

    private static AxisConstraint constraint(Map<String, List<String>> then) {
        return new AxisConstraint(
                "X-001", List.of("C-01"), Severity.ERROR, Map.of(), then, "wrong", "fails", false, "a document");
    }
}
