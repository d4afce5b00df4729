// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Build argument files give the same values to bash and to the dotenv parser of Earthly. */
class ArgTextTest {
    private static final List<String> SHELL = List.of(
            "",
            "ubuntu",
            "22.04",
            "ttl.sh/a:b@c",
            "a,b",
            "a=b",
            "ACME Corporation",
            "a;b",
            "a & b",
            "a && reboot",
            "$HOME",
            "${HOME}",
            "$(id)",
            "`id`",
            "a$",
            "$",
            "$$",
            "$1",
            "a|b",
            "a>b",
            "a<b",
            "*",
            "?",
            "[a]",
            "{a,b}",
            "~",
            "~root",
            "a:~",
            "#a",
            "a #b",
            "a#b",
            "!",
            "!!",
            "!a",
            "\"",
            "\"\"",
            "\"a\"",
            "a\"b",
            "'",
            "''",
            "it's",
            "'a'",
            "it's \"so\" it",
            "it's $HOME",
            "it's `id`",
            "it's \\n",
            "it's \\$A",
            "it's $(id)",
            "it's ${A}x",
            "'\\\"'",
            "\\",
            "a\\",
            "\\n",
            "a\\nb",
            "\\\\",
            "a\\'b",
            "a\\\"b",
            "\\$A",
            " a",
            "a ",
            " ",
            "\u00E9",
            "\uD83D\uDE00",
            "\u00A0",
            "'\u00A0",
            "-n",
            "a'\"",
            "\"'",
            "'\"'",
            "'a\\",
            "A=$B",
            "export X=1",
            "a\nb",
            "a\tb",
            "a\rb",
            "\0",
            "\u007F",
            "\u0085",
            "{{ a }}",
            "$B_C",
            "'$B_C",
            "x\\'",
            "'\\$",
            "'\\\\$B");

    @TempDir
    Path folder;

    /** Sources a file as the build does and prints each variable with a NUL behind it. */
    private Map<String, String> bash(String file, List<String> names) throws IOException, InterruptedException {
        Path path = folder.resolve("values");
        Files.writeString(path, file, StandardCharsets.UTF_8);
        String script = "set -eu; source \"$1\"; shift; for name; do printf '%s\\0' \"${!name}\"; done";
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", script, "bash", path.toString()));
        command.addAll(names);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(errors).isZero();
        assertThat(errors).isEmpty();
        String[] values = printed.split("\0", -1);
        Map<String, String> read = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            read.put(names.get(i), values[i]);
        }
        return read;
    }

    private void check(List<String> strings) throws IOException, InterruptedException {
        Map<String, String> expected = new LinkedHashMap<>();
        OutputMap.Builder tree = OutputMap.builder(Trees.ORIGIN);
        for (String text : strings) {
            if (ArgText.carries(text)) {
                String key = "VALUE_" + expected.size();
                expected.put(key, text);
                tree.put(key, Trees.text(text), "why " + text);
            }
        }
        WrittenText written = AssignmentWriter.buildArguments(tree.build(), SecretText.reference());
        assertThat(written.text().lines()).hasSize(2 * expected.size());
        assertThat(written.lines()).hasSize(2 * expected.size());
        assertThat(bash(written.text(), List.copyOf(expected.keySet()))).isEqualTo(expected);
        assertThat(DotenvReader.read(written.text())).isEqualTo(expected);
    }

    @Test
    void values_with_a_meaning_to_a_shell_reach_both_readers_unchanged() throws IOException, InterruptedException {
        check(SHELL);
        check(HostileStrings.all());
    }

    @Test
    void random_values_from_the_signs_of_both_readers_reach_both_unchanged() throws IOException, InterruptedException {
        Random random = new Random(20261101);
        String signs = "AB_0an \\\\\"\"''$$`(){}#=:~!&;*";
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length >= 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            strings.add(text.toString());
        }
        check(strings);
    }

    @Test
    void what_no_common_form_carries_is_told_before_and_refused() {
        for (String text : List.of("a\\", "\\", "it's\"", "a\nb", "a\rb", "a\tb", "\0", "\u007F", "\u0085")) {
            assertThat(ArgText.carries(text)).as(text).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            AssignmentWriter.buildArguments(Trees.map("KEY", Trees.text(text)), SecretText.reference()))
                    .withMessage("the file can't carry the value of KEY exactly");
        }
        assertThat(List.of("", "a\"", "it's", "\"it's", "a\\b", "$(id)")).allMatch(ArgText::carries);
    }

    @Test
    void each_value_stands_in_the_plainest_form_that_carries_it() {
        OutputMap tree = OutputMap.builder(Trees.ORIGIN)
                .put("OS_DISTRIBUTION", Trees.text("ubuntu"), "the\nbase")
                .put("HTTP_PROXY", Trees.text(""))
                .put("EFI_MAX_SIZE", new OutputInteger(2048, Trees.ORIGIN))
                .put("IS_UKI", new OutputBoolean(false, Trees.ORIGIN))
                .put("MY_ORG", Trees.text("ACME & $ons"))
                .put("QUOTED", Trees.text("ACME's \"$ons\" `x` \\ y"))
                .put("UBUNTU_PRO_KEY", new OutputSecret("", "pro-key", Trees.ORIGIN))
                .build();
        assertThat(AssignmentWriter.buildArguments(tree, SecretText::placeholder)
                        .text())
                .isEqualTo("""
                        # the base
                        OS_DISTRIBUTION=ubuntu
                        HTTP_PROXY=
                        EFI_MAX_SIZE=2048
                        IS_UKI=false
                        MY_ORG='ACME & $ons'
                        QUOTED="ACME's \\"\\$ons\\" \\`x\\` \\\\ y"
                        UBUNTU_PRO_KEY='$secret-not-given$pro-key'
                        """);
    }

    @Test
    void a_key_is_the_name_of_a_variable_and_a_value_a_scalar() {
        for (String key : List.of("", "A B", "A-B", "1A", "A.B", "A=B", "\u00C4", "$A")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            AssignmentWriter.buildArguments(Trees.map(key, Trees.text("a")), SecretText.reference()));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AssignmentWriter.buildArguments(Trees.map("A", Trees.list()), SecretText.reference()));
    }

    @Test
    void an_environment_file_takes_values_as_they_are_and_refuses_what_systemd_would_change() {
        String proxy = "http://user:p%40ss@proxy.example:3128/?a=b c#d";
        assertThat(AssignmentWriter.environment(Trees.map("HTTP_PROXY", Trees.text(proxy)), SecretText.reference())
                        .text())
                .isEqualTo("HTTP_PROXY=" + proxy + "\n");
        for (String text : List.of("a\\b", "\"a\"", "'a", " a", "a ", "a\nb", "\t")) {
            assertThat(EnvironmentText.carries(text)).as(text).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            AssignmentWriter.environment(Trees.map("KEY", Trees.text(text)), SecretText.reference()));
        }
        assertThat(List.of("", "a", "a'b", "#a", "$a", "a b")).allMatch(EnvironmentText::carries);
    }
}
