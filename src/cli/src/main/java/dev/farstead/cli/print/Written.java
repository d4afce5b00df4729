// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.cli.out.WriteReport;

/**
 * What a run wrote.
 *
 * @param folder the folder as it was named
 * @param tally the files
 * @param report what writing did
 */
public record Written(String folder, Tally tally, WriteReport report) {}
