// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputText;
import java.util.Map;

/**
 * What a host's user-data says that a provider uses.
 *
 * @param proxy its proxy, by name of the environment variable
 * @param address its address with prefix length: the provider takes that of the first interface
 */
record Node(Map<String, OutputText> proxy, OutputText address) {}
