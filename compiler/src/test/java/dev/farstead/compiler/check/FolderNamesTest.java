// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names can be folders on every system. */
final class FolderNamesTest {
    @ParameterizedTest
    @CsvSource({
        "name: con, true",
        "name: lpt9, true",
        "name: com0, false",
        "name: com10, false",
        "name: console, false",
        "name: nul, true",
    })
    void aSiteCanHaveNoNameOfADevice(String name, boolean broken) {
        assertThat(PassedFindings.in("site: {metadata: {" + name + "}}").stream()
                        .map(Finding::code)
                        .toList())
                .isEqualTo(broken ? List.of("SPEC-903") : List.of());
    }

    @Test
    void aHostCanHaveNoneEither() {
        assertThat(PassedFindings.in("site: {spec: {hosts: [{name: a, absent: true}, {name: aux, role: control-plane, "
                        + "class: small-box, interfaces: {enp1s0: {hostNumber: 14}}}]}}"))
                .extracting(Finding::code)
                .contains("SPEC-903");
    }
}
