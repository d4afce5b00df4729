// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The generator does all that the schemas allow, at each place, and what it gives compiles nearly always. */
final class SpecsTest {
    @Test
    void everyKeyIsSetAndLeftOutAndEveryValueAndTypeIsTakenAtEachPlace() {
        assertThat(missing(Specs.SCHEMA, SampleSet.all().used()))
                .as("what the schemas allow and no sample does")
                .isEmpty();
    }

    @Test
    void soItIsInSpecificationsThatCompile() {
        assertThat(missing(Specs.SCHEMA, SampleSet.all().usedWhereItCompiles()))
                .as("what the schemas allow and no sample that compiles does")
                .isEmpty();
    }

    @Test
    void whatNoSampleDoesIsNamed() {
        SpecSchema wider = new SpecSchema(text -> text.replace("[\"ssd\", \"hdd\"]", "[\"ssd\", \"hdd\", \"tape\"]")
                .replace("\"clusterToken\":", "\"clusterTicket\": {\"type\": \"boolean\"}, \"clusterToken\":"));

        assertThat(missing(wider, SampleSet.all().used()))
                .containsExactly(
                        "Profile.spec.hostClasses.*.disks[].type = tape",
                        "Profile.spec.site.clusterTicket",
                        "Profile.spec.site.clusterTicket = false",
                        "Profile.spec.site.clusterTicket = true",
                        "Profile.spec.site.clusterTicket left out",
                        "Site.spec.clusterTicket",
                        "Site.spec.clusterTicket = false",
                        "Site.spec.clusterTicket = true",
                        "Site.spec.clusterTicket left out");
    }

    private static Set<String> missing(SpecSchema schema, Set<String> used) {
        Set<String> missing = new TreeSet<>(schema.possible());
        missing.removeAll(used);
        return missing;
    }

    @Test
    void nineInTenCompile() {
        assertThat(SampleSet.all().compiling().size())
                .as(
                        "of %s samples meant to be valid; errors of the rest:%n%s",
                        SampleSet.SIZE,
                        SampleSet.all().faults().entrySet().stream()
                                .map(fault -> fault.getValue() + " | " + fault.getKey())
                                .collect(Collectors.joining("\n")))
                .isGreaterThanOrEqualTo(SampleSet.SIZE * 9 / 10);
    }
}
