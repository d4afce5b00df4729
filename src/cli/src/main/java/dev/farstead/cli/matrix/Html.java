// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tree of HTML that writes itself, with every text escaped. Not thread-safe. */
final class Html {
    private static final Set<String> VOID = Set.of("meta", "br", "input");

    /** Their text is no markup, and must not be escaped; only files of this program get there. */
    private static final Set<String> RAW = Set.of("style", "script");

    private final String tag;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();

    private Html(String tag) {
        this.tag = tag;
    }

    static Html of(String tag, Object... children) {
        Html element = new Html(tag);
        for (Object child : children) {
            element.add(child);
        }
        return element;
    }

    Html with(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    /** Adds an element, or anything else as text. */
    Html add(Object child) {
        children.add(child instanceof Html ? child : child.toString());
        return this;
    }

    void write(StringBuilder text) {
        text.append('<').append(tag);
        attributes.forEach((name, value) -> text.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        text.append('>');
        for (Object child : children) {
            if (child instanceof Html element) {
                element.write(text);
            } else {
                text.append(RAW.contains(tag) ? child.toString() : escaped(child.toString()));
            }
        }
        if (!VOID.contains(tag)) {
            text.append("</").append(tag).append('>');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
