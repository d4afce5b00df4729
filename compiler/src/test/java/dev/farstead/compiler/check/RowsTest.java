// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.model.finding.Explanation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each row of the constraint catalogue is accounted for; {@code -Dguide=update} rewrites the page, except where CI is set. */
final class RowsTest {
    private static final Path PAGE = Path.of("../src/guide/rows.md");

    private final List<Explanation> explanations = Farstead.create().explanations();

    @Test
    void eachRowIsAccountedForOnce() {
        List<String> accounted = new ArrayList<>(Rows.codes(explanations).keySet());
        Rows.ENTRIES.forEach(entry -> accounted.add(entry.row()));

        assertThat(accounted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Rows.all());
    }

    @Test
    void whatHoldsByConstructionIsShownByATest() {
        Set<String> tests = Arrays.stream(ByConstructionTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(Rows.ENTRIES)
                .filteredOn(entry -> entry.reason() == Rows.Reason.BUILT)
                .extracting(Rows.Entry::text)
                .allMatch(tests::contains);
    }

    @Test
    void thePageSaysWhatBecomesOfEachRow() throws IOException {
        String expected = Rows.page(explanations);
        if ("update".equals(System.getProperty("guide"))) {
            assertThat(System.getenv("CI")).as("pages are not rewritten in CI").isNull();
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }
}
