// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.OutputSet;
import dev.farstead.cli.out.WriteReport;

/**
 * What a run wrote.
 *
 * @param folder the folder as it was named
 * @param outputs the set
 * @param report what writing did
 */
public record Written(String folder, OutputSet outputs, WriteReport report) {}
