// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.AfterInstall;
import dev.farstead.model.axis.Architecture;
import dev.farstead.model.origin.Sourced;

/**
 * What the installer of a profile does to a machine. One installer serves all host classes, so rules make sure that they agree, and the
 * first class speaks for all.
 */
final class Installer {
    private Installer() {}

    static Sourced<Architecture> arch(ResolvedProfile profile) {
        return first(profile).arch();
    }

    static ResolvedDisk disk(ResolvedProfile profile) {
        return first(profile)
                .installDisk()
                .orElseThrow(() -> new IllegalStateException("a rule asks every host class for an install disk"));
    }

    static Sourced<AfterInstall> afterInstall(ResolvedProfile profile) {
        return first(profile).afterInstall();
    }

    private static ResolvedHostClass first(ResolvedProfile profile) {
        return profile.hostClasses().values().iterator().next();
    }
}
