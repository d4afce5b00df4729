// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows on a terminal how far a long run came, how fast it goes and how long it will take; one line that rewrites itself. A short run shows
 * nothing. For one thread.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long QUIET_NANOS = 1_500_000_000L;
    private static final long INTERVAL_NANOS = 200_000_000L;

    private final Console console;
    private final LongSupplier clock;
    private Step step = Step.CHECK;
    private long startOfStep;
    private long due;
    private int width;

    ProgressLine(Console console) {
        this(console, System::nanoTime);
    }

    /** With another clock, which gives nanoseconds. */
    ProgressLine(Console console, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
        this.startOfStep = clock.getAsLong();
        this.due = startOfStep + QUIET_NANOS;
    }

    @Override
    public void at(Step now, int done, int total) {
        if (!console.interactive()) {
            return;
        }
        long nanos = clock.getAsLong();
        if (now != step) {
            step = now;
            startOfStep = nanos;
            // A rate takes a while to be one.
            due = Math.max(due, nanos + INTERVAL_NANOS);
        }
        if (nanos >= due) {
            due = nanos + INTERVAL_NANOS;
            show(text(now, done, total, nanos - startOfStep));
        }
    }

    /** Says it in words: sources a second, and the seconds until the step ends. */
    private static String text(Step step, int done, int total, long nanos) {
        String verb = step == Step.CHECK ? "checked" : "wrote";
        if (done == 0) {
            // Sites of the first source are done, which say nothing of how many sources a second there will be.
            return String.format(Locale.ROOT, "%s 0 of %d sources", verb, total);
        }
        double perSecond = done / Math.max(1e-9, nanos / 1e9);
        long left = Math.round((total - done) / Math.max(1e-9, perSecond));
        return String.format(Locale.ROOT, "%s %d of %d sources, %.0f/s, %d s left", verb, done, total, perSecond, left);
    }

    private void show(String text) {
        int former = width;
        width = text.length();
        console.err().print('\r' + text + " ".repeat(Math.max(0, former - width)));
        console.err().flush();
    }

    @Override
    public void close() {
        if (width > 0) {
            console.err().print('\r' + " ".repeat(width) + '\r');
            console.err().flush();
        }
    }
}
