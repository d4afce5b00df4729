// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.FolderNames;
import java.util.List;
import java.util.stream.Stream;

/** Rules about names that become folders of the output. What letters they may hold is a matter of structure. */
final class FolderNameRules {
    private FolderNameRules() {}

    /**
     * A name that becomes a folder.
     *
     * @param of what has it, in words
     * @param name the name
     * @param reserved the names that no folder can have
     */
    record Named(String of, Sourced<String> name, FolderNames reserved) {
        static Stream<Named> of(SiteContext context) {
            FolderNames reserved = context.catalogue().folderNames();
            return Stream.concat(
                    Stream.of(new Named("site", context.site().name(), reserved)),
                    context.site().hosts().stream().map(host -> new Named("host", host.name(), reserved)));
        }

        /** Names hold no dots, so none of the reserved ones stands before an extension. */
        boolean isDevice() {
            return reserved.reserved().contains(name.value());
        }
    }

    static final Rule<ProfileContext, Named> DEVICE_NAME = Rule.profile("SPEC-903")
            .title("a name is that of a device of Windows")
            .why("""
                    Each profile, site and host has a folder of its name in the output. Windows keeps the names of its devices for \
                    itself, in every folder: one of these can't be made there, nor checked out of a repository.""")
            .evidence("Microsoft documentation, Win32, naming files, paths, and namespaces")
            .good("{profile: {metadata: {name: auxiliary}}, site: {spec: {profile: auxiliary}}}")
            .bad("{profile: {metadata: {name: aux}}, site: {spec: {profile: aux}}}")
            .subjects(context -> Stream.of(new Named(
                    "profile", context.profile().name(), context.catalogue().folderNames())))
            .broken(Named::isDevice, (named, finding) -> {
                Written.at(finding, named.name());
                finding.message("`" + named.name().value() + "`, the name of a " + named.of()
                                + ", is that of a device of Windows")
                        .effect("on Windows its folder can't be made, and the output can't be checked out")
                        .addFixes(Fix.advice(
                                "choose another name, such as `" + named.name().value() + "-" + named.of() + "`"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(DEVICE_NAME);

    static final List<Rule<SiteContext, ?>> SITE = List.of(DEVICE_NAME.over(Named::of));
}
