// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import java.util.regex.Pattern;

/** Writes settings of the kernel: lines {@code name=value} (procps, sysctl.d(5)). */
final class KernelSettingsWriter {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_./-]*");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private KernelSettingsWriter() {}

    static WrittenText write(OutputMap settings) {
        LinedText out = new LinedText();
        for (OutputEntry entry : settings.entries()) {
            if (!(entry.value() instanceof OutputText text)
                    || !NAME.matcher(entry.key()).matches()
                    || !VALUE.matcher(text.text()).matches()) {
                throw new IllegalArgumentException("the file can't carry kernel setting " + entry.key() + " exactly");
            }
            out.append(entry.key()).append('=').append(text.text()).endLine(text.origin());
        }
        return out.written();
    }
}
