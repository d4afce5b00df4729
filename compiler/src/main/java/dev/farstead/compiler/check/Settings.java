// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of the components of a site.
 *
 * @param all those of all layers that reach its hosts, farthest first; an argument wins over any field
 * @param holding those that hold: the nearest layer replaces what those before it say, and an argument the field
 */
record Settings(List<Setting> all, List<Setting> holding) {
    static final Settings NONE = new Settings(List.of(), List.of());

    static Settings of(SiteContext context) {
        List<PassedConfig> layers = PassedConfig.reaching(context).toList();
        List<Setting> all = Stream.concat(
                        layers.stream().flatMap(PassedField::of).flatMap(Setting::ofField),
                        layers.stream().flatMap(PassedArgument::of).flatMap(Setting::ofArgument))
                .toList();
        Map<String, Setting> last =
                all.stream().collect(Collectors.toMap(Setting::key, setting -> setting, (earlier, later) -> later));
        return new Settings(
                all,
                all.stream()
                        .filter(setting -> setting.standsWith(last.getOrDefault(setting.key(), setting)))
                        .toList());
    }

    /** Returns those for one argument, in all layers. */
    Stream<Setting> of(String component, String argument) {
        return all.stream().filter(setting -> setting.isOf(component, argument));
    }
}
