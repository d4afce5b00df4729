// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.cli.in.InputException;
import dev.farstead.cli.out.OutputException;
import dev.farstead.cli.why.WhyException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A subcommand. */
interface Command {
    /** Describes its options and parameters. */
    CommandSpec spec();

    /** Does it, and returns the exit code. */
    int run(ParseResult arguments, Console console) throws InputException, OutputException, WhyException;
}
