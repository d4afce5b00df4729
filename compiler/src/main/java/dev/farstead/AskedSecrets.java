// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.write.Digests;
import dev.farstead.model.secret.KeptSecret;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The secrets of the caller, which must stay the same throughout a run. Where its code fails, its own words are not passed on: they may hold
 * the secret. Thread-safe.
 */
final class AskedSecrets implements SecretSource {
    /** Stands for the digest of a secret that is not there. */
    private static final long OPEN = 0;

    private final SecretSource source;

    /** Enough of a digest to tell that an answer is another one. */
    private final ConcurrentHashMap<Asked, Long> answers = new ConcurrentHashMap<>();

    AskedSecrets(SecretSource source) {
        this.source = source;
    }

    private record Asked(String site, String name) {}

    /** @throws SourceChangedException if the answer is another one than before */
    @Override
    public Optional<Secret> find(String site, String name) {
        Optional<Secret> answer = ask(site, name);
        long digest = answer.map(AskedSecrets::digest).orElse(OPEN);
        Long before = answers.putIfAbsent(new Asked(site, name), digest);
        if (before != null && before != digest) {
            throw new SourceChangedException("secret `" + name + (site.isEmpty() ? "`" : "` of site `" + site + "`"));
        }
        return answer;
    }

    /** Tells whether a site asked for a secret. */
    boolean wasAsked(String site, String name) {
        return answers.containsKey(new Asked(site, name));
    }

    /** Tells whether a site asked for a secret that is not there. */
    boolean isOpen(String site, String name) {
        Long answer = answers.get(new Asked(site, name));
        return answer != null && answer == OPEN;
    }

    /** Returns the names that each site asked for. */
    Map<String, Set<String>> bySite() {
        return answers.keySet().stream()
                .collect(Collectors.groupingBy(
                        Asked::site, Collectors.mapping(Asked::name, Collectors.toCollection(TreeSet::new))));
    }

    /** Returns the names that some site asked for and did not get. */
    Collection<String> open() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue() == OPEN)
                .map(answer -> answer.getKey().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Hands over what the caller keeps, name by name. */
    @SuppressWarnings("UnusedException") // the cause may show a secret
    void eachKept(Consumer<KeptSecret> taker) {
        try (Stream<KeptSecret> kept = Objects.requireNonNull(source.kept())) {
            kept.forEachOrdered(each -> taker.accept(Objects.requireNonNull(each)));
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the secret source failed to name its secrets with "
                    + e.getClass().getName());
        }
    }

    private static long digest(Secret secret) {
        return ByteBuffer.wrap(Digests.bytes(secret.reveal().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    @SuppressWarnings("UnusedException") // the cause may show a secret
    private Optional<Secret> ask(String site, String name) {
        Optional<Secret> answer;
        try {
            answer = source.find(site, name);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // Code that is not ours may throw a checked exception too.
            throw failed(name, e.getClass().getName());
        }
        if (answer == null) {
            throw failed(name, "null as its answer");
        }
        return answer;
    }

    private static IllegalStateException failed(String name, String with) {
        return new IllegalStateException("the secret source failed for `" + name + "` with " + with);
    }

    @Override
    public String toString() {
        return "AskedSecrets[hidden]";
    }
}
