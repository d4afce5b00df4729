// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/** The command of a distribution that reads a configuration file. */
public enum Command {
    /** Runs on control-plane hosts. */
    SERVER,
    /** Runs on workers. */
    AGENT
}
