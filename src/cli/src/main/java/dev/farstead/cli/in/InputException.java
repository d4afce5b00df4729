// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

/** Something that was named on the command line can't be read: the message says what and why, and never shows a secret. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
