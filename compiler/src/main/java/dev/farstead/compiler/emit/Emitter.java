// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** Emits all files of a profile or a site that has no errors; thread-safe. */
public final class Emitter {
    private final Catalogue catalogue;

    /**
     * Makes an emitter.
     *
     * @param catalogue the facts that it draws on
     */
    public Emitter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Emits what depends on a profile alone.
     *
     * @param profile the profile
     * @return its files, in the order of their paths' folders
     */
    public List<OutputFile> emit(ResolvedProfile profile) {
        List<OutputFile> files = new ArrayList<>();
        if (!profile.hasAgent()) {
            // Nothing is built for hosts without the agent, and no management plane knows them.
            return files;
        }
        files.add(InstallerArguments.emit(profile, catalogue));
        files.add(InstallerUserData.emit(profile, catalogue));
        files.add(ClusterProfile.emit(profile, catalogue));
        for (PackValues pack : PackValues.of(profile, catalogue)) {
            if (pack.hasValues()) {
                files.add(pack.file(profile));
            }
        }
        files.add(ProfileRunSheet.emit(profile, catalogue));
        return files;
    }

    /**
     * Emits what depends on a site.
     *
     * @param site the site
     * @return its files; the previews are not among them, since they are computed from written text
     */
    public List<OutputFile> emit(ResolvedSite site) {
        List<OutputFile> files = new ArrayList<>();
        if (!site.profile().hasAgent()) {
            files.add(PlainRunSheet.emit(site, catalogue));
            for (ResolvedHost host : site.hosts()) {
                PlainHost node = new PlainHost(site, host, catalogue);
                files.addAll(NocloudSeed.of(node));
                NodeFiles.of(node).forEach(file -> files.add(file.standing(site, host)));
            }
            return files;
        }
        files.add(ClusterRequest.emit(site, catalogue));
        files.add(SiteRunSheet.emit(site, catalogue));
        for (ResolvedHost host : site.hosts()) {
            files.add(HostUserData.emit(site, host, catalogue));
            files.add(HostUserData.metaData(site, host));
        }
        return files;
    }
}
