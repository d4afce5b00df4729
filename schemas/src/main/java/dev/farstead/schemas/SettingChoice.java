// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Optional;

/**
 * What an argument has to be so that another one of its component can do its work.
 *
 * @param argument the argument
 * @param is its value, or a member of its list, or the name of one of its pairs; empty where any text that is not empty will do
 * @param not the one value that it must not have
 */
public record SettingChoice(String argument, Optional<String> is, Optional<String> not) {
    static SettingChoice read(JsonRecord fact) {
        return new SettingChoice(fact.text("argument"), fact.optionalText("is"), fact.optionalText("not"));
    }
}
