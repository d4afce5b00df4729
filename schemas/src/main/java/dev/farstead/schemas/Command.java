// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Locale;
import java.util.Optional;

/** The command of a distribution that reads a configuration file. */
public enum Command {
    /** Runs on control-plane hosts. */
    SERVER,
    /** Runs on workers. */
    AGENT;

    static Optional<Command> parse(String text) {
        for (Command command : values()) {
            if (command.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
