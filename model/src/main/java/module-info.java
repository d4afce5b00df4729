// SPDX-License-Identifier: Apache-2.0

/** The vocabulary of Farstead: specifications, axes, findings and origins, in JDK types only. */
module dev.farstead.model {
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports dev.farstead.model.axis;
    exports dev.farstead.model.finding;
    exports dev.farstead.model.origin;
    exports dev.farstead.model.output;
    exports dev.farstead.model.secret;
    exports dev.farstead.model.source;
    exports dev.farstead.model.spec;
}
