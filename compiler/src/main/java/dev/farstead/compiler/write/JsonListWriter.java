// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.model.origin.Origin;
import java.util.List;

/**
 * Writes a JSON map whose last entry is a list that need never be in memory as a whole. The parts together are what {@link JsonWriter} would
 * write. Used by one thread.
 */
public final class JsonListWriter {
    /** Of the items' lines, in characters. */
    static final int INDENTATION = 4;

    private final String path;
    private final String key;
    private final Origin origin;

    /** The last line of the last item, which gets a comma once another item comes; empty before the first. */
    private String last = "";

    private Origin lastOrigin;

    /**
     * Makes a writer.
     *
     * @param path of the file, for messages
     * @param key of the list
     * @param origin of the list
     */
    public JsonListWriter(String path, String key, Origin origin) {
        this.path = path;
        this.key = key;
        this.origin = origin;
        this.lastOrigin = origin;
    }

    /**
     * Begins.
     *
     * @param entries those before the list, at least one
     * @return the first lines
     */
    public WrittenPart begin(OutputMap entries) {
        WrittenText map = JsonWriter.write(entries, SecretText.reference());
        LinedText out = new LinedText();
        String text = map.text();
        // All but the bracket at the end, whose line and the one before end in line feeds.
        int end = text.lastIndexOf("\n}\n");
        out.written(text.substring(0, end), map.lines().subList(0, map.lines().size() - 2));
        out.append(',').endLine(map.lines().get(map.lines().size() - 2));
        out.append("  \"").append(key).append("\": [").endLine(origin);
        return new WrittenPart(path, out.written());
    }

    /**
     * Adds items.
     *
     * @param items at least one
     * @return lines that are whole now
     */
    public WrittenPart add(JsonItems items) {
        String text = items.text().text();
        List<Origin> origins = items.text().lines();
        int startOfLast = text.lastIndexOf('\n', text.length() - 2) + 1;
        LinedText out = new LinedText();
        if (!last.isEmpty()) {
            out.append(last).append(',').endLine(lastOrigin);
        }
        out.written(text.substring(0, startOfLast), origins.subList(0, origins.size() - 1));
        last = text.substring(startOfLast, text.length() - 1);
        lastOrigin = origins.get(origins.size() - 1);
        return new WrittenPart(path, out.written());
    }

    /**
     * Ends.
     *
     * @return the last lines
     */
    public WrittenPart end() {
        LinedText out = new LinedText();
        if (!last.isEmpty()) {
            out.append(last).endLine(lastOrigin);
        }
        out.append("  ]").endLine(origin);
        out.append('}').endLine(origin);
        return new WrittenPart(path, out.written());
    }
}
