// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.schemas.FlavorFacts;
import dev.farstead.schemas.ProviderRelease;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a distribution that is one unit with one configuration file: K3s and RKE2. */
final class FilesOfUnit implements NodeProvider {
    private final FlavorFacts flavor;
    private final FileProvider provider;
    private final UnitEnvironment environment;

    FilesOfUnit(FlavorFacts flavor, ProviderRelease release, OutputMap config, OutputText endpoint) {
        this.flavor = flavor;
        this.provider = flavor.flavor().equals("rke2")
                ? new Rke2Provider(release, config, endpoint)
                : new K3sProvider(release, config, endpoint);
        this.environment = new UnitEnvironment(release, config);
    }

    @Override
    public Map<String, OutputContent> files(Role role, Node node) {
        Map<String, OutputContent> files = new LinkedHashMap<>();
        files.put(
                flavor.configFile().substring(1),
                new OutputContent.Yaml(Optional.empty(), provider.configuration(role)));
        environment
                .of(node.proxy(), node.address())
                .ifPresent(
                        values -> files.put("etc/default/" + role.unit(flavor), new OutputContent.Environment(values)));
        return files;
    }
}
