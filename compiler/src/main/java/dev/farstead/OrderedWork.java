// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Work that other threads may do, whose results are taken in the order in which it was given; a few results wait at a time. Used by one
 * thread. Once it is closed, none of the work runs any more.
 *
 * @param <R> type of a result
 * @param <X> what taking a result may throw
 */
final class OrderedWork<R, X extends Exception> implements AutoCloseable {
    /** Enough that no thread waits for the slowest piece, and few enough that what waits is a small part of a fleet. */
    private static final int MOST_WAITING = 32;

    private final Executor executor;
    private final Taker<R, X> taker;
    private final Deque<Piece> given = new ArrayDeque<>();
    private volatile boolean closed;

    OrderedWork(Executor executor, Taker<R, X> taker) {
        this.executor = executor;
        this.taker = taker;
    }

    /** Takes a result. */
    @FunctionalInterface
    interface Taker<R, X extends Exception> {
        void take(R result) throws X;
    }

    /** A piece of work. Whoever comes first runs it, and holds its lock meanwhile. */
    private final class Piece extends FutureTask<R> {
        private final ReentrantLock lock = new ReentrantLock();

        Piece(Supplier<R> work) {
            super(work::get);
        }

        @Override
        public void run() {
            if (!lock.tryLock()) {
                return;
            }
            try {
                if (!closed) {
                    super.run();
                }
            } finally {
                lock.unlock();
            }
        }

        /** Returns once it does not run, and never will. */
        void end() {
            lock.lock();
            try {
                cancel(false);
            } finally {
                lock.unlock();
            }
        }
    }

    /** @throws CancellationException if the thread was interrupted; its flag stays set */
    void give(Supplier<R> work) throws X {
        Piece piece = new Piece(work);
        given.add(piece);
        executor.execute(piece);
        if (given.size() > MOST_WAITING) {
            takeFirst();
        }
    }

    /** @throws CancellationException if the thread was interrupted; its flag stays set */
    void finish() throws X {
        while (!given.isEmpty()) {
            takeFirst();
        }
    }

    /** Waits for what runs: the caller's own code may be part of it. */
    @Override
    public void close() {
        closed = true;
        given.forEach(Piece::end);
    }

    private void takeFirst() throws X {
        R result = result(given.element());
        given.remove();
        taker.take(result);
    }

    private static <R> R result(FutureTask<R> piece) {
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            // Where no thread has begun it: none may be free but this one.
            piece.run();
            return piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the thread that compiles was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            // What the work threw is what the caller is to see: it is of no checked type.
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        }
    }
}
