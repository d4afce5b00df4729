// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.why;

import dev.farstead.Compilation;
import dev.farstead.Output;
import dev.farstead.cli.print.OriginText;
import dev.farstead.cli.print.SourceLines;
import dev.farstead.cli.print.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the lines that were asked for come from. Lines are shown as they compile now, without secrets: what stands in the folder may
 * hold some.
 */
public final class Answer {
    /** What the compiler writes in the place of a secret that it was not given begins so. */
    private static final String OPEN_SECRET = "$secret-not-given$";

    private final Output file;
    private final List<String> lines;
    private final List<LineRun> runs;
    private final List<String> warnings;

    private Answer(Output file, List<String> lines, List<LineRun> runs, List<String> warnings) {
        this.file = file;
        this.lines = lines;
        this.runs = runs;
        this.warnings = warnings;
    }

    /**
     * Finds an answer.
     *
     * @param asked the lines
     * @param path their file within the set
     * @param compilation the set as it compiles now
     * @param index the set as it was written
     * @return the answer
     * @throws WhyException if there is no such line or file now
     */
    public static Answer of(AskedLines asked, String path, Compilation compilation, SetIndex index)
            throws WhyException {
        Output file =
                compilation.outputs().flatMap(outputs -> outputs.file(path)).orElseThrow(() -> gone(path));
        List<String> lines =
                new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
        if (!asked.isWholeFile() && asked.last() > lines.size()) {
            throw new WhyException(path + " has " + (lines.size() == 1 ? "1 line" : lines.size() + " lines")
                    + ", and none of number " + asked.last());
        }
        return new Answer(
                file, lines, LineRun.of(file, asked.first(), asked.last()), differences(file, path, lines, index));
    }

    /**
     * Says that there is no such file now.
     *
     * @param path the file within the set
     * @return the exception to throw
     */
    public static WhyException gone(String path) {
        return new WhyException("the inputs don't give " + path
                + " any more: compile again, and ask for a file that index.json then lists");
    }

    private static List<String> differences(Output file, String path, List<String> lines, SetIndex index) {
        Path there = index.folder().resolve(path);
        List<String> onDisk;
        try {
            onDisk = new String(Files.readAllBytes(there), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of(there + " is not there or can't be read: the answer is about what compiles now");
        }
        boolean alike = onDisk.size() == lines.size();
        for (int i = 0; alike && i < lines.size(); i++) {
            alike = onDisk.get(i).equals(lines.get(i)) || lines.get(i).contains(OPEN_SECRET);
        }
        boolean ours =
                path.equals("index.json") || file.digest().equals(index.files().get(path));
        List<String> warnings = new ArrayList<>();
        if (!alike || !ours) {
            warnings.add(
                    there + " differs from what compiles now, so the line may have moved: the answer shows the line"
                            + " as it compiles now");
        }
        return warnings;
    }

    /**
     * Tells what makes the answer doubtful.
     *
     * @return one line for each reason
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Shows the answer to people.
     *
     * @param sources the lines of the specifications
     * @param style colours, or none
     * @return text with line ends
     */
    public String text(SourceLines sources, Style style) {
        OriginText text = new OriginText(sources, style);
        StringBuilder out = new StringBuilder();
        for (LineRun run : runs) {
            out.append(
                    text.print(file.path(), run.first(), shown().subList(run.first() - 1, run.last()), run.origin()));
        }
        return out.toString();
    }

    /**
     * Shows the answer to programs.
     *
     * @param doubts what makes it doubtful
     * @return a JSON object and a line end
     */
    public String json(List<String> doubts) {
        return OriginJson.answer(file.path(), shown(), runs, doubts);
    }

    /** No secret was given, so none can be shown; a name says more than that it is open. */
    private List<String> shown() {
        return lines.stream().map(line -> line.replace(OPEN_SECRET, "secret:")).toList();
    }
}
