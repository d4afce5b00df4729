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
    static Fault of(Error error, Nodes nodes) {
        NodePath fragment = error.getSchemaLocation().getFragment();
        boolean named = fragment.getNameCount() > 1 && fragment.getName(0).equals("definitions");
        String property = error.getProperty();
        return new Fault(
                nodes.at(path(error.getInstanceLocation())),
                error.getKeyword(),
                named ? fragment.getName(1) : Language.ROOT,
                error.getSchemaNode(),
                property == null ? "" : property);
    }

    private static String path(NodePath location) {
        String path = "";
        for (int i = 0; i < location.getNameCount(); i++) {
            Object step = location.getElement(i);
            path = step instanceof Integer index ? Places.path(path, index) : Places.path(path, String.valueOf(step));
        }
        return path;
    }

    /**
     * Returns the path of what stands under {@link #property()}.
     *
     * @return the path
     */
    String propertyPath() {
        return Places.path(node.place().path(), property);
    }
}
