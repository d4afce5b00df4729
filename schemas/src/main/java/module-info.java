// SPDX-License-Identifier: Apache-2.0

/** Structure schemas, the axis table, and the catalogues of facts with their typed readers. */
module dev.farstead.schemas {
    requires transitive dev.farstead.model;
    requires com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports dev.farstead.schemas;
}
