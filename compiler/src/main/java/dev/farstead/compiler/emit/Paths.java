// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;

/** Where files stand in the output set. */
public final class Paths {
    private Paths() {}

    /**
     * Returns the folder of a profile.
     *
     * @param profile the profile
     * @return the folder, with a slash at its end
     */
    public static String of(ResolvedProfile profile) {
        return "profiles/" + profile.name().value() + "/";
    }

    /**
     * Returns the folder of a site.
     *
     * @param site the site
     * @return the folder, with a slash at its end
     */
    public static String of(ResolvedSite site) {
        return "sites/" + site.name().value() + "/";
    }

    static String installer(ResolvedProfile profile) {
        return of(profile) + "installer/" + Installer.arch(profile).value().text() + "/";
    }

    static String of(ResolvedSite site, ResolvedHost host) {
        return of(site) + "hosts/" + host.name().value() + "/";
    }
}
