// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.LocalUiFacts;
import java.util.ArrayList;
import java.util.List;

/** Says in a run-sheet how a cluster is created at a site that no management plane reaches. */
final class LocalUi {
    private LocalUi() {}

    static Prose[] steps(ResolvedSite site) {
        LocalUiFacts page = Values.needed(site.profile().agent()).localUi();
        int servers = site.hosts(HostRole.CONTROL_PLANE).size();
        List<Prose> steps = new ArrayList<>();
        steps.add(Prose.of(
                        "Open the Local UI of the " + (servers == 1 ? "" : "first ") + "control-plane host: port "
                                + page.port()
                                + " of its address, with HTTPS. It asks for the name and the password of a user of the host",
                        "",
                        people(site) + ".")
                .from(site.users().stream().map(user -> user.name().origin()))
                .from(new Origin.Fact("port of the Local UI", page.source())));
        if (site.hosts().size() > 1) {
            steps.add(
                    Prose.of(
                            "Link the other hosts to it: a link token lives two minutes, and the address of a linked host must not change."));
        }
        if (site.profile().content().flatMap(ResolvedContent::clusterDefinition).isEmpty()) {
            steps.add(
                    Prose.of(
                            "Export the cluster definition of the profile from the management plane, and import it in the Local UI."));
        }
        steps.add(Prose.of(
                "Create the cluster with the endpoint, the pools and the hosts that ",
                "cluster.yaml",
                " lists, and the values that it gives for packs."));
        return steps.stream()
                .map(step -> step.from(site.profile().mode().origin(), Members.of(site)))
                .toArray(Prose[]::new);
    }

    private static String people(ResolvedSite site) {
        List<String> names = site.users().stream()
                .filter(user -> user.passwordHash().isPresent())
                .map(user -> user.name().value())
                .toList();
        return names.isEmpty() ? "" : ": " + String.join(" or ", names);
    }
}
