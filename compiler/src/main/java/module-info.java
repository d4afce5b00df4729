// SPDX-License-Identifier: Apache-2.0

/**
 * Compiles profiles and sites into the files of an edge Kubernetes site: one façade, {@code dev.farstead.Farstead}. The API is what this
 * module and {@code dev.farstead.model} export to all; on a class path every other package can be seen too, and changes without notice.
 */
module dev.farstead.compiler {
    requires transitive dev.farstead.model;
    requires dev.farstead.schemas;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.networknt.schema;
    requires inet.ipaddr;
    requires io.vavr;
    requires org.yaml.snakeyaml;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports dev.farstead;
}
