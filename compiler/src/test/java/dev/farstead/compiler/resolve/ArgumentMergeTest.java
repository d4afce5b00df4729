// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.model.origin.Origin;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentMergeTest {
    private static final Origin ORIGIN = new Origin.Default("test");

    private static List<Argument> arguments(String... texts) {
        return Stream.of(texts).map(text -> Argument.parse(text, ORIGIN)).toList();
    }

    private static List<String> merge(List<Argument> lower, List<Argument> upper) {
        return ArgumentMerge.merge(Vector.ofAll(lower), upper)
                .map(Argument::text)
                .toJavaList();
    }

    @ParameterizedTest
    @CsvSource({
        "v=2, v, '', 2",
        "--v=2, v, '', 2",
        "profiling, profiling, '', true",
        "feature-gates=A=true, feature-gates, '', A=true",
        "feature-gates+=A=true, feature-gates, +, A=true",
        "feature-gates-=A=true, feature-gates, -, A=true",
        "empty=, empty, '', ''",
        "=x, '', '', x"
    })
    void anArgumentIsReadAsTheDistributionReadsIt(String text, String name, String operator, String value) {
        Argument argument = Argument.parse(text, ORIGIN);
        assertThat(argument.name()).isEqualTo(name);
        assertThat(argument.operator()).isEqualTo(operator);
        assertThat(argument.value()).isEqualTo(value);
    }

    @Test
    void aReplacedArgumentKeepsItsPlaceAndNewOnesFollow() {
        assertThat(merge(arguments("a=1", "b=1", "c=1"), arguments("d=2", "b=2")))
                .containsExactly("a=1", "b=2", "c=1", "d=2");
    }

    @Test
    void aRepeatedNameReplacesAllOfThatName() {
        assertThat(merge(arguments("a=1", "b=1", "a=2"), arguments("a=3", "a=4")))
                .containsExactly("a=3", "a=4", "b=1");
    }

    @Test
    void whatAppendsOrPrependsLeavesTheValueBelow() {
        assertThat(merge(arguments("a=1", "b=1"), arguments("a+=2", "a-=0")))
                .containsExactly("a=1", "b=1", "a+=2", "a-=0");
        assertThat(merge(arguments("a=1", "a+=2"), arguments("a=3"))).containsExactly("a=3");
    }

    @Test
    void nothingOverSomethingChangesNothing() {
        assertThat(merge(arguments("a=1", "a+=2"), List.of())).containsExactly("a=1", "a+=2");
        assertThat(merge(List.of(), arguments("a=1"))).containsExactly("a=1");
    }
}
