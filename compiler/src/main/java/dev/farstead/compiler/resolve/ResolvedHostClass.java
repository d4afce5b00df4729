// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.axis.AfterInstall;
import dev.farstead.model.axis.Architecture;
import dev.farstead.model.axis.DiskUse;
import dev.farstead.model.axis.Platform;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A kind of machine. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedHostClass {
    /**
     * Returns the name.
     *
     * @return the name
     */
    String name();

    /**
     * Returns where the class was written.
     *
     * @return where the class was written
     */
    Place place();

    /**
     * Returns the processor architecture.
     *
     * @return the processor architecture
     */
    Sourced<Architecture> arch();

    /**
     * Returns the model.
     *
     * @return the model, such as {@code nvidia-jetson-agx-orin}
     */
    Optional<Sourced<String>> model();

    /**
     * Returns what it is.
     *
     * @return what it is
     */
    Sourced<Platform> platform();

    /**
     * Returns the number of processor cores.
     *
     * @return the number of processor cores
     */
    Sourced<Integer> cores();

    /**
     * Returns the memory.
     *
     * @return the memory
     */
    Optional<Sourced<Quantity>> memory();

    /**
     * Returns the disks in the order of the profile.
     *
     * @return the disks in the order of the profile
     */
    List<ResolvedDisk> disks();

    /**
     * Returns what it does when it is installed.
     *
     * @return what it does when it is installed
     */
    Sourced<AfterInstall> afterInstall();

    /**
     * Returns the disk on which the operating system is installed.
     *
     * @return the first disk of that use
     */
    default Optional<ResolvedDisk> installDisk() {
        return disks().stream()
                .filter(disk -> disk.use().value() == DiskUse.INSTALL)
                .findFirst();
    }

    /**
     * Returns the disks that are given to the container storage.
     *
     * @return the disks of that use
     */
    default List<ResolvedDisk> dataDisks() {
        return disks().stream()
                .filter(disk -> disk.use().value() == DiskUse.DATA)
                .toList();
    }
}
