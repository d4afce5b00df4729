// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.secret.SecretSource;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.NamedSources;
import dev.farstead.model.source.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.immutables.value.Value;

/** What is compiled: texts, and what their specifications name. The library reads no file, clock, environment or network itself. */
@Value.Immutable
@InputStyle
public interface Input {
    /**
     * Returns the sources: profiles and sites, one or thousands, in any order. Each has a name of its own: a second one of a name is not
     * read, and a finding says so.
     *
     * @return the sources
     */
    List<SourceText> sources();

    /**
     * Returns what gives the texts that specifications name.
     *
     * @return the named sources, by default none
     */
    @Value.Default
    default NamedSources namedSources() {
        return NamedSources.none();
    }

    /**
     * Returns what gives the secrets.
     *
     * @return the secrets, by default none: all stay open
     */
    @Value.Default
    default SecretSource secrets() {
        return SecretSource.none();
    }

    /**
     * Returns whether an open secret is an error instead of a warning.
     *
     * @return by default false
     */
    @Value.Default
    default boolean requireSecrets() {
        return false;
    }

    /**
     * Returns what a source may cost.
     *
     * @return the limits, by default safe for untrusted input
     */
    @Value.Default
    default Limits limits() {
        return Limits.defaults();
    }

    /**
     * Returns the day on which expiry is judged.
     *
     * @return the day; without one the end of life of a release is a note
     */
    Optional<LocalDate> today();

    /**
     * Returns what runs the work on sites. The result is the same whatever it is. It runs each task that it is given, or refuses it with an
     * exception, which ends the run; the thread that calls works too while it would wait for a task that has not begun. Once a run has
     * ended, however it did, no task of it runs, and one that the executor still holds does nothing.
     *
     * @return by default the thread that calls
     */
    @Value.Default
    default Executor executor() {
        return Runnable::run;
    }

    /**
     * Returns who is told how far a run came.
     *
     * @return by default nobody
     */
    @Value.Default
    default Progress progress() {
        return Progress.none();
    }

    /**
     * Returns a builder.
     *
     * @return a builder without sources
     */
    static ImmutableInput.Builder builder() {
        return ImmutableInput.builder();
    }
}
