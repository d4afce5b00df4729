// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.json",
                "profiles/retail/installer/amd64/.arg",
                "sites/a/hosts/b/cidata/user-data",
                "a/getty@tty1.service.d/x+y_z.conf"
            })
    void a_relative_path_of_portable_names_passes(String path) {
        assertThatCode(() -> OutputPaths.check(path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "a/.", "../a", "a b", "a\\b", "a:b", "a\nb", "\u00E9",
                "-a", "a./b", "~/a"
            })
    void any_other_path_is_refused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> OutputPaths.check(path));
    }

    @Test
    void names_and_paths_have_a_longest_length() {
        String name = "n".repeat(OutputPaths.LONGEST_NAME);
        assertThatCode(() -> OutputPaths.check(name + "/" + name)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> OutputPaths.check(name + "n"));
        assertThatIllegalArgumentException().isThrownBy(() -> OutputPaths.check("ab/".repeat(341) + "ab"));
    }

    @Test
    void paths_that_meet_on_some_file_system_are_refused() {
        assertThatCode(() -> OutputPaths.checkUnique(List.of("a/b", "a/c", "ab", "d/a/b")))
                .doesNotThrowAnyException();
        for (List<String> paths : List.of(
                List.of("a", "a"),
                List.of("a/B", "A/b"),
                List.of("a", "A"),
                List.of("a", "a/b"),
                List.of("a/b/c", "A"),
                List.of("Shop/a", "shop/b"))) {
            assertThatIllegalArgumentException().as("%s", paths).isThrownBy(() -> OutputPaths.checkUnique(paths));
        }
    }
}
