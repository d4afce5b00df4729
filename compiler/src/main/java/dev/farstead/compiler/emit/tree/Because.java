// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Adds to the origins of a tree what the tree as a whole was chosen by; values stay. */
public final class Because {
    private final UnaryOperator<Origin> change;
    /** By identity: nodes share their origins, and to compare origins is to compare all that they rest on. */
    private final IdentityHashMap<Origin, Origin> changed = new IdentityHashMap<>();

    private Because(UnaryOperator<Origin> change) {
        this.change = change;
    }

    /**
     * Adds causes where an origin is a fact or a default, or rests on a fact: these stand in an output since something was chosen.
     *
     * @param content the content
     * @param reason how it follows from the causes, in a few words
     * @param causes what it was chosen by
     * @return the content with other origins
     */
    public static OutputContent ofFacts(OutputContent content, String reason, List<Origin> causes) {
        Because because = facts(reason, causes);
        if (content instanceof OutputContent.Yaml yaml) {
            return new OutputContent.Yaml(yaml.header(), because.node(yaml.tree()));
        } else if (content instanceof OutputContent.Documents documents) {
            return new OutputContent.Documents(
                    documents.trees().stream().map(because::node).toList());
        } else if (content instanceof OutputContent.Environment environment) {
            return new OutputContent.Environment(because.map(environment.values()));
        } else if (content instanceof OutputContent.ServiceEnvironment environment) {
            return new OutputContent.ServiceEnvironment(because.map(environment.values()));
        }
        return content;
    }

    /**
     * Adds causes where an origin is a fact or a default, or rests on a fact.
     *
     * @param tree the tree
     * @param reason how it follows from the causes, in a few words
     * @param causes what it was chosen by
     * @return the tree with other origins
     */
    public static OutputMap ofFacts(OutputMap tree, String reason, Origin... causes) {
        return facts(reason, List.of(causes)).map(tree);
    }

    /**
     * Adds causes to every origin.
     *
     * @param tree the tree
     * @param reason how it follows, in a few words
     * @param causes what it depends on beside its own origin
     * @return the tree with other origins
     */
    public static OutputNode ofAll(OutputNode tree, String reason, Origin... causes) {
        return new Because(origin -> with(reason, origin, List.of(causes))).node(tree);
    }

    private static Because facts(String reason, List<Origin> causes) {
        return new Because(origin -> restsOnFact(origin) ? with(reason, origin, causes) : origin);
    }

    private static boolean restsOnFact(Origin origin) {
        return !origin.isWritten()
                || (origin instanceof Origin.Inferred inferred
                        && inferred.from().stream().anyMatch(Origin.Fact.class::isInstance));
    }

    private static Origin with(String reason, Origin origin, List<Origin> causes) {
        List<Origin> from = new ArrayList<>(causes);
        from.add(origin);
        return new Origin.Inferred(reason, from);
    }

    private Origin origin(OutputNode node) {
        return changed.computeIfAbsent(node.origin(), change);
    }

    private OutputMap map(OutputMap map) {
        return new OutputMap(
                map.entries().stream()
                        .map(entry -> new OutputEntry(entry.key(), node(entry.value()), entry.comment()))
                        .toList(),
                origin(map));
    }

    private OutputNode node(OutputNode node) {
        if (node instanceof OutputMap map) {
            return map(map);
        } else if (node instanceof OutputList list) {
            return new OutputList(list.items().stream().map(this::node).toList(), origin(list));
        } else if (node instanceof OutputText text) {
            return new OutputText(text.text(), origin(text));
        } else if (node instanceof OutputInteger integer) {
            return new OutputInteger(integer.value(), origin(integer));
        } else if (node instanceof OutputDecimal decimal) {
            return new OutputDecimal(decimal.value(), origin(decimal));
        } else if (node instanceof OutputBoolean truth) {
            return new OutputBoolean(truth.value(), origin(truth));
        } else if (node instanceof OutputSecret secret) {
            return new OutputSecret(secret.site(), secret.name(), origin(secret));
        }
        OutputEmbedded embedded = (OutputEmbedded) node;
        return new OutputEmbedded(node(embedded.tree()), origin(embedded));
    }
}
