// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.model.origin.Origin;
import java.util.List;

/**
 * Writes a JSON map whose last entries are lists that need never be in memory as a whole. The parts together are what {@link JsonWriter}
 * would write, but that an empty list takes two lines. Used by one thread.
 */
public final class JsonListWriter {
    /** Of the items' lines, in characters. */
    static final int INDENTATION = 4;

    private final String path;
    private final Origin origin;

    /** The last line so far, which gets a comma once another item or list follows. */
    private String last = "";

    private Origin lastOrigin;

    /**
     * Makes a writer.
     *
     * @param path of the file, for messages
     * @param origin of the lines that belong to no item
     */
    public JsonListWriter(String path, Origin origin) {
        this.path = path;
        this.origin = origin;
        this.lastOrigin = origin;
    }

    /**
     * Begins.
     *
     * @param entries those before the lists, at least one
     * @return lines that are whole now
     */
    public WrittenPart begin(OutputMap entries) {
        WrittenText map = JsonWriter.write(entries, SecretText.reference());
        // All but the bracket at the end.
        int end = map.text().lastIndexOf("}\n");
        return part(
                map.text().substring(0, end), map.lines().subList(0, map.lines().size() - 1), "");
    }

    /**
     * Begins a list.
     *
     * @param key of the list
     * @return lines that are whole now
     */
    public WrittenPart list(String key) {
        WrittenText before = ended(",");
        LinedText out = new LinedText();
        out.written(before.text(), before.lines());
        out.append("  \"").append(key).append("\": [").endLine(origin);
        return new WrittenPart(path, out.written());
    }

    /**
     * Adds items to the list.
     *
     * @param items at least one
     * @return lines that are whole now
     */
    public WrittenPart add(JsonItems items) {
        return part(items.text().text(), items.text().lines(), ",");
    }

    /**
     * Ends the list.
     *
     * @return lines that are whole now
     */
    public WrittenPart endList() {
        return part("  ]\n", List.of(origin), "");
    }

    /**
     * Ends.
     *
     * @return the last lines
     */
    public WrittenPart end() {
        LinedText out = new LinedText();
        WrittenText before = ended("");
        out.written(before.text(), before.lines());
        out.append('}').endLine(origin);
        return new WrittenPart(path, out.written());
    }

    /** Writes lines behind what was kept back, and keeps back the last of them. */
    private WrittenPart part(String text, List<Origin> origins, String divider) {
        WrittenText before = ended(divider);
        LinedText out = new LinedText();
        out.written(before.text(), before.lines());
        int startOfLast = text.lastIndexOf('\n', text.length() - 2) + 1;
        out.written(text.substring(0, startOfLast), origins.subList(0, origins.size() - 1));
        last = text.substring(startOfLast, text.length() - 1);
        lastOrigin = origins.get(origins.size() - 1);
        return new WrittenPart(path, out.written());
    }

    private WrittenText ended(String divider) {
        LinedText out = new LinedText();
        if (!last.isEmpty()) {
            out.append(last).append(divider).endLine(lastOrigin);
            last = "";
        }
        return out.written();
    }
}
