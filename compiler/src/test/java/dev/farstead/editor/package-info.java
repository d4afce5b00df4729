// SPDX-License-Identifier: Apache-2.0

/** Makes the editor schema from the structure schemas, the axis table and the texts of {@code schemas/src/editor}, and holds it against them. */
@NullMarked
package dev.farstead.editor;

import org.jspecify.annotations.NullMarked;
