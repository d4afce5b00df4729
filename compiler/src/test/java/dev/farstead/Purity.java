// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.text.Collator;
import java.text.Format;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Date;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;

/** Tells what reaches beyond the arguments of a call: the result would depend on the machine, or the machine on the call. */
final class Purity {
    /** The one class that reads the resources of the library itself. */
    private static final String RESOURCES = "dev.farstead.schemas.Resources";

    private static final Set<String> RESOURCE_METHODS = Set.of(
            "getResource",
            "getResourceAsStream",
            "getResources",
            "getSystemResource",
            "getSystemResourceAsStream",
            "getSystemResources",
            "resources");

    /** Types that reach out whatever is called on them. */
    private static final List<Class<?>> TYPES = List.of(
            Calendar.class,
            Collator.class,
            CompletableFuture.class,
            Executor.class,
            Executors.class,
            ForkJoinTask.class,
            Format.class,
            Process.class,
            ProcessBuilder.class,
            Random.class,
            Runtime.class,
            Scanner.class,
            SplittableRandom.class,
            Thread.class,
            ThreadLocal.class,
            TimeZone.class,
            Timer.class);

    /** Packages that reach out; of `java.io` the byte and text streams in memory do not, and of `java.net` the parser of URIs. */
    private static final List<String> PACKAGES = List.of(
            "java.lang.invoke.MethodHandles",
            "java.lang.management.",
            "java.lang.reflect.",
            "java.net.",
            "java.nio.channels.",
            "java.nio.file.",
            "java.io.File",
            "java.io.RandomAccessFile",
            "java.security.SecureRandom",
            "java.sql.",
            "java.util.ServiceLoader",
            "java.util.logging.",
            "java.util.prefs.",
            "org.slf4j.",
            "sun.");

    /** The one class that hands work to threads, and only to those of the caller; an interrupt of the thread that calls ends it. */
    private static final String ORDERED_WORK = "dev.farstead.OrderedWork";

    private static final Set<String> HANDING_OVER = Set.of("execute", "currentThread", "interrupt", "interrupted");

    private Purity() {}

    static boolean isTouch(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        JavaClass owner = target.getOwner();
        if (RESOURCE_METHODS.contains(target.getName())
                && (owner.isEquivalentTo(Class.class) || owner.isAssignableTo(ClassLoader.class))) {
            return !access.getOriginOwner().getName().equals(RESOURCES);
        }
        return (TYPES.stream().anyMatch(owner::isAssignableTo) && !isHandedOver(access))
                || (PACKAGES.stream().anyMatch(owner.getName()::startsWith) && !owner.isEquivalentTo(URI.class))
                || isOfSystem(owner, target.getName())
                || isClock(owner, target.getName())
                || isDefault(owner, target)
                || isParallel(owner, target.getName());
    }

    private static boolean isHandedOver(JavaAccess<?> access) {
        return access.getOriginOwner().getName().equals(ORDERED_WORK)
                && HANDING_OVER.contains(access.getTarget().getName());
    }

    /** Copying arrays is all that is asked of the system. */
    private static boolean isOfSystem(JavaClass owner, String name) {
        return (owner.isEquivalentTo(System.class) && !name.equals("arraycopy"))
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(Integer.class) && name.equals("getInteger"))
                || (owner.isEquivalentTo(Long.class) && name.equals("getLong"))
                || (owner.isEquivalentTo(Boolean.class) && name.equals("getBoolean"))
                || (owner.isEquivalentTo(Date.class) && !name.equals("toInstant"))
                || (owner.isEquivalentTo(Throwable.class) && name.equals("printStackTrace"))
                || owner.isAssignableTo(PrintStream.class);
    }

    private static boolean isClock(JavaClass owner, String name) {
        return owner.getPackageName().startsWith("java.time")
                && (name.startsWith("now") || name.startsWith("system") || owner.isEquivalentTo(ZoneId.class));
    }

    /** Calls that take the locale, charset or line end of the machine, as their argument list has none. */
    private static boolean isDefault(JavaClass owner, AccessTarget target) {
        String name = target.getName();
        if (owner.isEquivalentTo(Locale.class)) {
            return name.equals("getDefault") || name.equals("setDefault");
        }
        if (owner.isEquivalentTo(Charset.class)) {
            return name.equals("defaultCharset");
        }
        if (!(target instanceof AccessTarget.CodeUnitAccessTarget call)) {
            return false;
        }
        List<String> parameters =
                call.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean withLocale = parameters.contains(Locale.class.getName());
        boolean withCharset = parameters.contains(Charset.class.getName());
        if (owner.isEquivalentTo(String.class)) {
            return switch (name) {
                case "toLowerCase", "toUpperCase", "format" -> !withLocale;
                case "formatted" -> true;
                case "getBytes" -> !withCharset;
                case "<init>" -> parameters.contains(byte[].class.getName()) && !withCharset;
                default -> false;
            };
        }
        if (owner.isEquivalentTo(InputStreamReader.class)
                || owner.isEquivalentTo(OutputStreamWriter.class)
                || owner.isEquivalentTo(PrintWriter.class)) {
            return name.equals("<init>") && !withCharset;
        }
        if (owner.isEquivalentTo(Formatter.class) || owner.isEquivalentTo(DateTimeFormatter.class)) {
            return (name.equals("<init>") || name.startsWith("of")) && !withLocale;
        }
        return false;
    }

    private static boolean isParallel(JavaClass owner, String name) {
        return owner.getPackageName().startsWith("java.util") && name.startsWith("parallel");
    }
}
