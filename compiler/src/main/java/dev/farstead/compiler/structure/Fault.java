// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;

/**
 * What the validator found, without its words.
 *
 * @param node the node that breaks the keyword
 * @param keyword the keyword
 * @param definition name of the definition that holds the keyword, or {@link Language#ROOT}
 * @param schema what the keyword says
 * @param property the key that the keyword speaks about, empty where it speaks about the node itself
 */
record Fault(Node node, String keyword, String definition, JsonNode schema, String property) {
    static Fault of(Error error, Node root) {
        NodePath fragment = error.getSchemaLocation().getFragment();
        boolean named = fragment.getNameCount() > 1 && fragment.getName(0).equals("definitions");
        String property = error.getProperty();
        return new Fault(
                find(error.getInstanceLocation(), root),
                error.getKeyword(),
                named ? fragment.getName(1) : Language.ROOT,
                error.getSchemaNode(),
                property == null ? "" : property);
    }

    private static Node find(NodePath path, Node root) {
        Node node = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            node = step instanceof Integer index
                    ? node.items().get(index)
                    : node.entry(String.valueOf(step)).orElseThrow();
        }
        return node;
    }
}
