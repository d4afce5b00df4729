// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * How an operating system runs in FIPS mode.
 *
 * @param bases the versions with a base image, by agent release, oldest release first
 * @param kernelArguments what the kernel's command line must hold, in order
 * @param source the document that names the operating system
 */
public record FipsSystem(List<FipsBase> bases, List<KernelArgument> kernelArguments, String source) {
    /** Copies the lists. */
    public FipsSystem {
        bases = List.copyOf(bases);
        kernelArguments = List.copyOf(kernelArguments);
    }

    static FipsSystem read(JsonRecord fact) {
        FipsSystem read = new FipsSystem(
                fact.objects("bases", FipsBase::read),
                fact.objects("kernelArguments", KernelArgument::read),
                fact.source());
        fact.end();
        return read;
    }

    /**
     * Returns the versions that can be built in FIPS mode.
     *
     * @param agent the agent release
     * @return the versions, oldest first; empty for an agent that is older than what the catalogue covers
     */
    public List<String> versions(AgentVersion agent) {
        return bases.stream()
                .filter(base -> base.since().compareTo(agent) <= 0)
                .reduce((older, newer) -> newer)
                .map(FipsBase::versions)
                .orElse(List.of());
    }

    /**
     * Returns the kernel's arguments as user-data writes them.
     *
     * @return the arguments joined by spaces
     */
    public String commandLine() {
        return String.join(
                " ", kernelArguments.stream().map(KernelArgument::text).toList());
    }
}
