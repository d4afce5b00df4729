// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts programs of the tests in processes of their own, which may be killed. */
public final class Processes {
    private Processes() {}

    /** Starts a class with a main method; what it says goes to one stream. */
    static Process java(Class<?> main, String... args) throws IOException {
        return new ProcessBuilder(command(main.getName(), args))
                .redirectErrorStream(true)
                .start();
    }

    /** Returns the command that starts a class with a main method. */
    public static List<String> command(String main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                classPath(),
                main));
        command.addAll(List.of(args));
        return command;
    }

    /** Maven puts what the tests stand on partly on the module path; ours is then named by its place in the build. */
    private static String classPath() {
        return Stream.of(
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""),
                        Path.of("target/classes").toAbsolutePath().toString(),
                        Path.of("target/test-classes").toAbsolutePath().toString())
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
