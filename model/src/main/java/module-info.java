// SPDX-License-Identifier: Apache-2.0

/**
 * The vocabulary of Farstead: specifications, axes, findings and origins, in JDK types only. What a host gives and takes is exported to
 * all; how a specification is bound is for the compiler alone, and no part of the API.
 */
module dev.farstead.model {
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports dev.farstead.model.finding;
    exports dev.farstead.model.origin;
    exports dev.farstead.model.output;
    exports dev.farstead.model.secret;
    exports dev.farstead.model.source;
    exports dev.farstead.model.axis to
            dev.farstead.schemas,
            dev.farstead.compiler;
    exports dev.farstead.model.spec to
            dev.farstead.compiler;
}
