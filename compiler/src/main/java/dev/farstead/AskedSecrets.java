// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.write.Digests;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The secrets of the caller, which must stay the same throughout a run. Where its code fails, its own words are not passed on: they may hold
 * the secret. Thread-safe.
 */
final class AskedSecrets implements SecretSource {
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
        long digest = answer.map(AskedSecrets::digest).orElse(0L);
        Long before = answers.putIfAbsent(new Asked(site, name), digest);
        if (before != null && before != digest) {
            throw new SourceChangedException("secret `" + name + (site.isEmpty() ? "`" : "` of site `" + site + "`"));
        }
        return answer;
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
