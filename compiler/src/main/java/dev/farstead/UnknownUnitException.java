// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

/** An input holds no profile or site with the folder that was asked for. */
public final class UnknownUnitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownUnitException(String unit) {
        super("the input holds no profile or site with the folder `" + unit + "`");
    }
}
