// SPDX-License-Identifier: Apache-2.0

/** A host that embeds Farstead; the same classes also run on a class path. */
module dev.farstead.example {
    requires dev.farstead.compiler;
}
