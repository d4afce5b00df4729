// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * The facts about other people's programs that this version of the library carries. Each file is read when it is first asked for, once. Immutable
 * and thread-safe.
 */
public final class Catalogue {
    private static final Catalogue BUNDLED = new Catalogue();

    private final Lazy<List<AgentRelease>> agentReleases = new Lazy<>(Catalogue::readAgentReleases);
    private final Lazy<ConfigKeys> k3sKeys = new Lazy<>(() -> ConfigKeys.read("catalogue/k3s-config-keys.json"));

    private Catalogue() {}

    /**
     * Returns the catalogue inside the library.
     *
     * @return always the same one
     */
    public static Catalogue bundled() {
        return BUNDLED;
    }

    private static List<AgentRelease> readAgentReleases() {
        JsonRecord file = JsonFile.read("catalogue/agent-releases.json");
        List<AgentRelease> releases = file.objects("releases", AgentRelease::read);
        file.end();
        return releases;
    }

    /**
     * Returns the agent releases.
     *
     * @return the releases, oldest first
     */
    public List<AgentRelease> agentReleases() {
        return agentReleases.get();
    }

    /**
     * Finds an agent release.
     *
     * @param version such as {@code 4.5.15}
     * @return the release, or empty for one that the catalogue does not know
     */
    public Optional<AgentRelease> agentRelease(String version) {
        return agentReleases().stream()
                .filter(release -> release.version().toString().equals(version))
                .findFirst();
    }

    /**
     * Returns the keys of the K3s configuration file.
     *
     * @return the keys
     */
    public ConfigKeys k3sKeys() {
        return k3sKeys.get();
    }
}
