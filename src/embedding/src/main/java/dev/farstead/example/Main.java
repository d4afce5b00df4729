// SPDX-License-Identifier: Apache-2.0
package dev.farstead.example;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Compiles in each of the ways in which hosts call a library, and prints the digests if they are the same each time. */
public final class Main {
    private static final int THREADS = 8;
    private static final int RUNS = 32;
    private static final int SMALL_STACK = 256 << 10;

    private static final List<String> REFUSED =
            List.of("nested.yaml YAML-007", "nested.json YAML-007", "site.json SPEC-004");

    private final Path specifications;

    private Main(Path specifications) {
        this.specifications = specifications;
    }

    /**
     * Runs.
     *
     * @param args the folder of the specifications, and the one to write to
     * @throws Exception whatever goes wrong
     */
    public static void main(String[] args) throws Exception {
        Main main = new Main(Path.of(args[0]));
        // First of all, so that classes are initialised where there is least room for it.
        String expected = main.inThread(SMALL_STACK, Optional.of(Main.class.getClassLoader()));
        main.same("no context class loader", expected, main.inThread(0, Optional.empty()));
        try (URLClassLoader stranger = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            main.same("a stranger's context class loader", expected, main.inThread(0, Optional.of(stranger)));
        }
        for (String digests : main.inThreads()) {
            main.same(THREADS + " threads", expected, digests);
        }
        if (!Main.class.getModule().isNamed()) {
            for (String digests : main.inClassLoaders()) {
                main.same("two class loaders", expected, digests);
            }
        }
        new Portal(main.specifications).write(Path.of(args[1]));
        System.out.print(expected);
    }

    private void same(String how, String expected, String actual) {
        if (!actual.equals(expected)) {
            throw new IllegalStateException("other files with " + how + ":\n" + actual + "instead of\n" + expected);
        }
    }

    private String inThread(int stack, Optional<ClassLoader> context) throws Exception {
        FutureTask<String> task = new FutureTask<>(() -> {
            Portal portal = new Portal(specifications);
            if (!portal.refused().equals(REFUSED)) {
                throw new IllegalStateException("other findings: " + portal.refused());
            }
            return portal.digests();
        });
        Thread thread = new Thread(null, task, "portal", stack);
        thread.setContextClassLoader(context.orElse(null));
        thread.start();
        return task.get();
    }

    /** One instance for all threads. */
    private List<String> inThreads() throws Exception {
        Portal portal = new Portal(specifications);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                running.add(threads.submit(portal::digests));
            }
            List<String> digests = new ArrayList<>();
            for (Future<String> run : running) {
                digests.add(run.get());
            }
            return digests;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Two applications in one server: each has all classes for itself, and both run at once. */
    private List<String> inClassLoaders() throws Exception {
        URL[] classPath = classPath();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (URLClassLoader one = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
                URLClassLoader other = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            List<Future<String>> running = threads.invokeAll(List.of(isolated(one), isolated(other)));
            return List.of(running.get(0).get(), running.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<String> isolated(ClassLoader loader) {
        return () -> {
            Class<?> portal = loader.loadClass(Portal.class.getName());
            if (portal == Portal.class) {
                throw new IllegalStateException("the class loader is not isolated");
            }
            try {
                Object instance = portal.getConstructor(Path.class).newInstance(specifications);
                return (String) portal.getMethod("digests").invoke(instance);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
            }
        };
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
