// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreScalarsTest {
    // The tag resolution table of YAML 1.2.2, section 10.3.2, as it stands there.
    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
            + "|[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

    @Property(seed = "20261101")
    void agreesWithTheTableOfTheSpecification(
            @ForAll
                    @StringLength(max = 7)
                    @Chars({'0', '1', '7', '9', '+', '-', '.', 'e', 'E', 'x', 'o', 'a', 'f', '_', ':'})
                    String text) {
        assertThat(CoreScalars.type(text)).isEqualTo(byTable(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "null",
                "Null",
                "NULL",
                "nULL",
                "true",
                "True",
                "TRUE",
                "tRUE",
                "false",
                "False",
                "FALSE",
                "yes",
                "no",
                "on",
                "off",
                "y",
                "n",
                "0644",
                "0o17",
                "0o8",
                "0x1F",
                "0xG",
                "0b11",
                "1_000",
                "12:30",
                "1:20",
                "1.30",
                "1.",
                ".5",
                "+5",
                "-",
                "+",
                ".",
                "..",
                "-.",
                "1e3",
                "1e",
                "1e+",
                "e1",
                ".inf",
                "-.inf",
                "+.Inf",
                ".INF",
                ".nan",
                "-.nan",
                ".NaN",
                "2001-01-01",
                "<<",
                "=",
                "1.2.3",
                "10.0.0.1",
                "00",
                "-0",
                "0x",
                "0o",
                "٣"
            })
    void agreesWithTheTableOnWellKnownTraps(String text) {
        assertThat(CoreScalars.type(text)).isEqualTo(byTable(text));
    }

    private static SourceScalar.Type byTable(String text) {
        if (NULL.matcher(text).matches()) {
            return SourceScalar.Type.NULL;
        }
        if (BOOLEAN.matcher(text).matches()) {
            return SourceScalar.Type.BOOLEAN;
        }
        if (INTEGER.matcher(text).matches()) {
            return SourceScalar.Type.INTEGER;
        }
        return FLOAT.matcher(text).matches() ? SourceScalar.Type.FLOAT : SourceScalar.Type.TEXT;
    }
}
