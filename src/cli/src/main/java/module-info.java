// SPDX-License-Identifier: Apache-2.0

/** The command {@code farstead}: it reads files, prints findings and writes output sets; all else is the compiler's. */
module dev.farstead.cli {
    requires com.fasterxml.jackson.core;
    requires dev.farstead.compiler;
    requires info.picocli;
    requires org.apache.commons.compress;
    requires org.yaml.snakeyaml;
    requires static transitive org.jspecify;
}
