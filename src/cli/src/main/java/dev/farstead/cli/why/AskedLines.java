// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.why;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file and lines of it.
 *
 * @param path the file as it was named
 * @param first the first line, from 1
 * @param last the last line; {@link Integer#MAX_VALUE} where the whole file is meant
 */
public record AskedLines(Path path, int first, int last) {
    private static final Pattern LINES = Pattern.compile("(.+):([0-9]{1,9})(?:-([0-9]{1,9}))?", Pattern.DOTALL);

    /**
     * Reads a question.
     *
     * @param text such as {@code build/sites/a/cluster.yaml:14}, {@code …:14-20}, or a path alone
     * @return the question
     * @throws WhyException if the lines are none
     */
    public static AskedLines parse(String text) throws WhyException {
        Matcher matcher = LINES.matcher(text);
        if (!matcher.matches()) {
            return new AskedLines(Path.of(text), 1, Integer.MAX_VALUE);
        }
        int first = Integer.parseInt(matcher.group(2));
        int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
        if (first < 1 || last < first) {
            throw new WhyException("`" + text + "`: lines count from 1, and a range begins with its first");
        }
        return new AskedLines(Path.of(matcher.group(1)), first, last);
    }

    boolean isWholeFile() {
        return last == Integer.MAX_VALUE;
    }
}
