// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputDecimal;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputSecret;
import dev.farstead.compiler.emit.tree.OutputText;

/** Compares output trees by what would be written, whatever their origins. */
final class SameValues {
    private SameValues() {}

    static boolean of(OutputNode one, OutputNode other) {
        if (one instanceof OutputMap map && other instanceof OutputMap that) {
            return maps(map, that);
        }
        if (one instanceof OutputList list && other instanceof OutputList that) {
            return lists(list, that);
        }
        if (one instanceof OutputEmbedded embedded && other instanceof OutputEmbedded that) {
            return of(embedded.tree(), that.tree());
        }
        return scalar(one).equals(scalar(other));
    }

    private static boolean maps(OutputMap one, OutputMap other) {
        if (one.entries().size() != other.entries().size()) {
            return false;
        }
        for (int i = 0; i < one.entries().size(); i++) {
            boolean sameKey =
                    one.entries().get(i).key().equals(other.entries().get(i).key());
            if (!sameKey
                    || !of(one.entries().get(i).value(), other.entries().get(i).value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean lists(OutputList one, OutputList other) {
        if (one.items().size() != other.items().size()) {
            return false;
        }
        for (int i = 0; i < one.items().size(); i++) {
            if (!of(one.items().get(i), other.items().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the value of a scalar; a map or list is equal to nothing else. */
    private static Object scalar(OutputNode node) {
        if (node instanceof OutputText text) {
            return text.text();
        }
        if (node instanceof OutputInteger integer) {
            return integer.value();
        }
        if (node instanceof OutputDecimal decimal) {
            return decimal.text();
        }
        if (node instanceof OutputBoolean bool) {
            return bool.value();
        }
        if (node instanceof OutputSecret secret) {
            return secret.site() + "/" + secret.name();
        }
        return node;
    }
}
