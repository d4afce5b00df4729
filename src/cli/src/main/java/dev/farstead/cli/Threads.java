// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads of a run. */
final class Threads {
    private Threads() {}

    /** Returns a pool with a thread for each processor; a thread starts when there is work, and none keeps the process alive. */
    static ExecutorService pool() {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            Thread thread = new Thread(work, "farstead");
            thread.setDaemon(true);
            return thread;
        });
    }
}
