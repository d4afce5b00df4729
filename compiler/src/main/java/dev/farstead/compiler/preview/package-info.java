// SPDX-License-Identifier: Apache-2.0

/**
 * What the agent's provider will write on the nodes of a site, by role. Computed from the emitted files, as the provider does, and not
 * from the resolved site: so a preview also shows what a mistake of ours in those files would do. Previews are never delivered.
 */
@NullMarked
package dev.farstead.compiler.preview;

import org.jspecify.annotations.NullMarked;
