// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * What an argument needs beside it.
 *
 * @param with the value, or the member of a list, that needs it; empty where any value does
 * @param anyOf the arguments of the same component of which one has to be as it says
 * @param effect what happens otherwise, where the component does not end at its start
 * @param source the upstream repository, tag and path
 */
public record SettingNeed(Optional<String> with, List<SettingChoice> anyOf, Optional<String> effect, String source) {
    static SettingNeed read(JsonRecord fact) {
        return new SettingNeed(
                fact.optionalText("with"),
                fact.objects("anyOf", SettingChoice::read),
                fact.optionalText("effect"),
                fact.source());
    }
}
