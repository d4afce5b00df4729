// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.why;

/** The question has no answer: the message says why, and what to ask instead. */
public final class WhyException extends Exception {
    private static final long serialVersionUID = 1L;

    WhyException(String message) {
        super(message);
    }
}
