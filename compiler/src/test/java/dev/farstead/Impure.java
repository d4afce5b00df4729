// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Every method reaches beyond its arguments: {@link Purity} is held against each of them, and nothing ever runs. */
@SuppressWarnings({"unused", "DefaultCharset", "StringCaseLocaleUsage", "JavaTimeDefaultTimeZone"})
final class Impure {
    private Impure() {
        this(new ArrayList<>());
    }

    private Impure(List<String> nothing) {}

    static long clock() {
        return System.currentTimeMillis();
    }

    static long ticks() {
        return System.nanoTime();
    }

    static Instant instant() {
        return Instant.now();
    }

    static Supplier<LocalDate> reference() {
        return LocalDate::now;
    }

    static String environment() {
        return System.getenv("HOME");
    }

    static String property() {
        return System.getProperty("user.home");
    }

    static Integer wrappedProperty() {
        return Integer.getInteger("a");
    }

    static String lineEnd() {
        return System.lineSeparator();
    }

    static int random() {
        return new Random().nextInt();
    }

    static UUID identifier() {
        return UUID.randomUUID();
    }

    static double fraction() {
        return Math.random();
    }

    static int identity(Object object) {
        return System.identityHashCode(object);
    }

    static String file(Path path) throws IOException {
        return Files.readString(path);
    }

    static int stream(String name) throws IOException {
        try (FileInputStream in = new FileInputStream(name)) {
            return in.read();
        }
    }

    static InetAddress[] network() throws IOException {
        return InetAddress.getAllByName("example.com");
    }

    static void output() {
        System.out.println();
    }

    static void threads() {
        Executors.newCachedThreadPool();
    }

    static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    static Object resource() {
        return Impure.class.getResource("a");
    }

    static long parallel(List<String> texts) {
        return texts.parallelStream().count();
    }

    static Locale locale() {
        return Locale.getDefault();
    }

    static Charset charset() {
        return Charset.defaultCharset();
    }

    static TimeZone zone() {
        return TimeZone.getDefault();
    }

    static String lower(String text) {
        return text.toLowerCase();
    }

    static Supplier<String> upper(String text) {
        return text::toUpperCase;
    }

    static String format(int number) {
        return String.format("%d", number);
    }

    static String formatted(int number) {
        return "%d".formatted(number);
    }

    static byte[] bytes(String text) {
        return text.getBytes();
    }

    static String text(byte[] bytes) {
        return new String(bytes);
    }
}
