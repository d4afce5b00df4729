// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** A value that a specification chooses from a fixed set. */
public interface AxisValue {
    /**
     * Returns the value as specifications write it.
     *
     * @return the text, such as {@code control-plane}
     */
    String text();
}
