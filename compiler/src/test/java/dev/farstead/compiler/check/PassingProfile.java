// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

/** A profile alone, whose only fault can be what it passes on to its distribution, as a text whose places tests can count on. */
public final class PassingProfile {
    private PassingProfile() {}

    /**
     * Returns the profile.
     *
     * @param flavor the distribution
     * @param config what is passed on: entries of a map, in one line or indented as far as this one is
     */
    public static String of(String flavor, String config) {
        return """
                apiVersion: farstead/v1alpha1
                kind: Profile
                metadata: {name: p}
                spec:
                  mode: connected
                  agent: {version: 4.5.15}
                  os: {family: ubuntu, version: "22.04"}
                  kubernetes:
                    flavor: FLAVOR
                    version: "1.28.13"
                    config:
                      CONFIG
                  network: {podCidr: 100.64.0.0/18, serviceCidr: 100.64.64.0/18, cni: {name: calico, version: 3.27.0}}
                  image: {format: iso, registry: registry.example.com/edge, repository: ubuntu, customTag: store}
                  hostClasses:
                    box: {arch: amd64, cores: 4, memory: 16Gi, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}
                """.replace("FLAVOR", flavor).replace("CONFIG", config);
    }
}
