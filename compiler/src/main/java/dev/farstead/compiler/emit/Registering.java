// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedRegistry;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.util.stream.Stream;

/** Says in a run-sheet how a host makes itself known once it is on. */
final class Registering {
    private Registering() {}

    static String words(ResolvedSite site) {
        if (site.profile().mode().value() == ClusterMode.AIR_GAPPED) {
            return "Its screen shows the address of its Local UI.";
        }
        RegistrationMethod method = Values.needed(site.registration().method()).value();
        return switch (method) {
            case AUTO -> "It registers by itself.";
            case MANUAL -> "Enter its identifier from the table in the management plane, and it registers.";
            case QR_CODE -> "Scan the code on its screen with a phone, and register it in the application that opens.";
        };
    }

    /** Returns where the secrets in the user-data of a host come from; none where it holds none. */
    static Stream<Origin> secrets(ResolvedSite site) {
        return Stream.of(
                        site.registration().token().stream(),
                        site
                                .profile()
                                .content()
                                .flatMap(ResolvedContent::registry)
                                .map(ResolvedRegistry::password)
                                .stream(),
                        site.users().stream().flatMap(user -> user.passwordHash().stream()))
                .flatMap(secrets -> secrets)
                .map(Sourced::origin);
    }
}
