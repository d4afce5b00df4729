// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputSecret;
import dev.farstead.compiler.emit.tree.OutputText;
import java.util.function.Predicate;

/**
 * Writes lines {@code KEY=value}: the build argument files that Earthly and bash read, the environment files of systemd and the drop-ins of its
 * services.
 */
final class AssignmentWriter {
    private AssignmentWriter() {}

    /** How values stand in a format. */
    @FunctionalInterface
    private interface Form {
        void write(StringBuilder line, String value);

        default String of(String value) {
            StringBuilder line = new StringBuilder();
            write(line, value);
            return line.toString();
        }
    }

    /**
     * Writes a build argument file.
     *
     * @param values the arguments; keys are names of shell variables, values scalars that {@link ArgText} carries
     * @param secrets gives the text of each secret
     * @return the text
     */
    static WrittenText buildArguments(OutputMap values, SecretText secrets) {
        return write(values, secrets, ArgText::carries, ArgText::write, new LinedText(), "", "");
    }

    /**
     * Writes an environment file.
     *
     * @param values the variables; keys are names of shell variables, values scalars that {@link EnvironmentText} carries
     * @param secrets gives the text of each secret
     * @return the text
     */
    static WrittenText environment(OutputMap values, SecretText secrets) {
        return write(values, secrets, EnvironmentText::carries, StringBuilder::append, new LinedText(), "", "");
    }

    /**
     * Writes a drop-in of a systemd service.
     *
     * @param values the variables; keys are names of shell variables, values scalars that {@link EnvironmentText} carries in double quotes
     * @param secrets gives the text of each secret
     * @return the text
     */
    static WrittenText serviceEnvironment(OutputMap values, SecretText secrets) {
        LinedText out = new LinedText();
        out.append("[Service]").endLine(values.origin());
        return write(
                values, secrets, EnvironmentText::carriesInQuotes, StringBuilder::append, out, "Environment=\"", "\"");
    }

    private static WrittenText write(
            OutputMap values,
            SecretText secrets,
            Predicate<String> carries,
            Form form,
            LinedText out,
            String before,
            String behind) {
        for (OutputEntry entry : values.entries()) {
            String key = entry.key();
            if (!isName(key)) {
                throw new IllegalArgumentException("no name of a variable: " + key);
            }
            String value = text(key, entry.value(), secrets);
            if (!carries.test(value)) {
                // The value is not shown: it may be a secret.
                throw new IllegalArgumentException("the file can't carry the value of " + key + " exactly");
            }
            entry.comment()
                    .ifPresent(comment ->
                            Comments.write(out, 0, comment, entry.value().origin()));
            out.append(before).append(key).append('=');
            if (entry.value() instanceof OutputSecret secret) {
                out.secret(form.of(value), form.of(SecretText.referenceTo(secret)));
            } else {
                form.write(out.line(), value);
            }
            out.append(behind).endLine(entry.value().origin());
        }
        return out.written();
    }

    private static boolean isName(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !key.isEmpty();
    }

    private static String text(String key, OutputNode value, SecretText secrets) {
        if (value instanceof OutputText text) {
            return text.text();
        } else if (value instanceof OutputInteger integer) {
            return Long.toString(integer.value());
        } else if (value instanceof OutputBoolean truth) {
            return truth.value() ? "true" : "false";
        } else if (value instanceof OutputSecret secret) {
            return secrets.text(secret);
        }
        throw new IllegalArgumentException("the value of " + key + " is no scalar");
    }
}
