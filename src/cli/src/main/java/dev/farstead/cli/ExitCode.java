// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

/** What the command says to the shell. */
final class ExitCode {
    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int BUG = 3;

    private ExitCode() {}
}
