// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.AfterInstall;
import dev.farstead.model.axis.Architecture;
import dev.farstead.model.axis.Platform;
import dev.farstead.model.source.Located;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A kind of machine. */
@Value.Immutable
@SpecStyle
public interface HostClass {
    /**
     * Returns the processor architecture.
     *
     * @return the processor architecture
     */
    Located<Architecture> arch();

    /**
     * Returns the model of the machine, such as {@code nvidia-jetson-agx-orin}.
     *
     * @return the model of the machine, such as {@code nvidia-jetson-agx-orin}
     */
    Optional<Located<String>> model();

    /**
     * Returns what it is.
     *
     * @return what it is
     */
    Optional<Located<Platform>> platform();

    /**
     * Returns the number of processor cores.
     *
     * @return the number of processor cores
     */
    Located<Integer> cores();

    /**
     * Returns the memory, such as {@code 16Gi}.
     *
     * @return the memory, such as {@code 16Gi}
     */
    Located<String> memory();

    /**
     * Returns the disks.
     *
     * @return the disks
     */
    Located<List<Located<Disk>>> disks();

    /**
     * Returns what it does when it is installed.
     *
     * @return what it does when it is installed
     */
    Optional<Located<AfterInstall>> afterInstall();
}
