// SPDX-License-Identifier: Apache-2.0

/**
 * Structure schemas, the axis table, and the catalogues of facts with their typed readers: for the compiler alone, and no part of the API.
 * {@code dev.farstead.Farstead} gives the schemas to hosts.
 */
module dev.farstead.schemas {
    requires transitive dev.farstead.model;
    requires com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports dev.farstead.schemas to
            dev.farstead.compiler;
}
