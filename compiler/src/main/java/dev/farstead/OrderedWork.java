// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work that other threads may do, whose results are taken in the order in which it was given; a few results wait at a time. Used by one
 * thread.
 *
 * @param <R> type of a result
 * @param <X> what taking a result may throw
 */
final class OrderedWork<R, X extends Exception> {
    /** Enough that no thread waits for the slowest piece, and few enough that what waits is a small part of a fleet. */
    private static final int MOST_WAITING = 32;

    private final Executor executor;
    private final Taker<R, X> taker;
    private final Deque<CompletableFuture<R>> given = new ArrayDeque<>();

    OrderedWork(Executor executor, Taker<R, X> taker) {
        this.executor = executor;
        this.taker = taker;
    }

    /** Takes a result. */
    @FunctionalInterface
    interface Taker<R, X extends Exception> {
        void take(R result) throws X;
    }

    void give(Supplier<R> work) throws X {
        given.add(CompletableFuture.supplyAsync(work, executor));
        if (given.size() > MOST_WAITING) {
            takeFirst();
        }
    }

    void finish() throws X {
        while (!given.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() throws X {
        taker.take(result(given.remove()));
    }

    private static <R> R result(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            // What the work threw is what the caller is to see: it is of no checked type.
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
