// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lambda of each kind, and what it gives. */
@SuppressWarnings("UnnecessaryLambda")
final class Lambdas implements Callable<List<String>> {
    private final List<String> said = new ArrayList<>();
    private final int field = 7;

    /** A lambda in an interface, whose private methods are its nest's. */
    interface Named {
        Function<String, String> UPPER = text -> upper(text);

        private static String upper(String text) {
            return text + "!";
        }

        String name();

        default Supplier<String> later() {
            return () -> name() + " later";
        }
    }

    /** A functional interface with a default method, and one that is generic in its result. */
    interface Step<T extends Comparable<T>> {
        T apply(T value, long times);

        default T twice(T value) {
            return apply(apply(value, 1), 2);
        }
    }

    static class Base {
        String greet(String name) {
            return "base " + name;
        }
    }

    static final class Derived extends Base {
        @Override
        String greet(String name) {
            return "derived " + name;
        }

        Function<String, String> above() {
            return super::greet;
        }

        Function<String, String> own() {
            return this::greet;
        }
    }

    private void say(@Nullable Object text) {
        said.add(String.valueOf(text));
    }

    private static boolean isLong(String text) {
        return text.length() > 3;
    }

    @Override
    public List<String> call() throws Exception {
        capturing("a", 3, 4L, 2.5, 'c', true);
        references();
        primitives();
        nested();
        untouched();
        Object first = supplier(0);
        Object second = supplier(1);
        say(first == second);
        return List.copyOf(said);
    }

    /** What captures nothing is one object, however often it is asked for. */
    private static Supplier<String> supplier(int time) {
        return time < 0 ? () -> "never" : () -> "one";
    }

    private void capturing(String text, int number, long wide, double real, char letter, boolean flag) {
        BiFunction<String, Integer, String> all =
                (more, count) -> text + number + wide + real + letter + flag + more + count + field;
        say(all.apply("b", 5));
        Runnable effect = () -> say(wide + real);
        effect.run();
        byte small = 1;
        short little = 2;
        float part = 0.5f;
        Supplier<String> narrow = () -> "" + small + little + part;
        say(narrow.get());
    }

    private void references() {
        Function<String, Integer> length = String::length;
        say(length.apply("four"));
        Function<Integer, List<String>> create = ArrayList::new;
        say(create.apply(10));
        Supplier<Map<String, String>> empty = TreeMap::new;
        say(empty.get());
        Predicate<String> matches = Lambdas::isLong;
        say(matches.and(text -> text.startsWith("l")).test("long"));
        "bound".chars().mapToObj(Character::toString).forEach(this::say);
        Function<Map<String, Integer>, Integer> get = map -> map.get("a");
        say(get.apply(Map.of("a", 1)));
        BiFunction<Map<String, String>, String, String> found = Map::get;
        say(found.apply(Map.of("k", "v"), "k"));
        Comparator<String> order = Comparator.comparing(String::length);
        say(Stream.of("ccc", "a", "bb")
                .sorted(order.thenComparing(Comparator.naturalOrder()))
                .toList());
        say(new Derived().above().apply("x") + new Derived().own().apply("y"));
        say(Named.UPPER.apply("u"));
        Named named = () -> "n";
        say(named.later().get());
        Step<String> step = (value, times) -> value + times;
        say(step.twice("s"));
        Callable<String> thrower = () -> {
            throw new java.io.IOException("checked");
        };
        try {
            thrower.call();
        } catch (Exception e) {
            say(e);
        }
    }

    private void primitives() {
        ToIntFunction<String> count = String::length;
        say(count.applyAsInt("12345"));
        IntFunction<String> text = Integer::toString;
        say(text.apply(12));
        IntBinaryOperator sum = Integer::sum;
        say(sum.applyAsInt(2, 3));
        Function<Integer, Integer> boxed = Math::abs;
        say(boxed.apply(-4));
        Function<Object, Object> any = value -> value;
        say(any.apply(3));
        Supplier<Object> out = this::number;
        say(out.get());
        ToIntFunction<Integer> unboxed = Integer::intValue;
        say(unboxed.applyAsInt(8));
        say(IntStream.range(0, 3).mapToObj(i -> "i" + i).collect(Collectors.joining(",")));
        UnaryOperator<String> trim = String::trim;
        say(trim.apply(" t "));
        Runnable ignored = this::number;
        ignored.run();
        Runnable wide = this::wide;
        wide.run();
    }

    private int number() {
        said.add("number");
        return 5;
    }

    private long wide() {
        said.add("wide");
        return 6;
    }

    private void nested() {
        Function<String, Function<String, Supplier<String>>> curried = a -> b -> () -> a + b + field;
        say(curried.apply("p").apply("q").get());
        new Object() {
            void run() {
                Supplier<Integer> inner = () -> field;
                say(inner.get());
            }
        }.run();
    }

    /** Kinds that stay call sites: a number that grows wider on its way, and lambdas of several interfaces. */
    private void untouched() {
        LongSupplier widened = this::number;
        say(widened.getAsLong());
        ToDoubleFunction<Integer> real = Integer::intValue;
        say(real.applyAsDouble(3));
        Runnable both = (Runnable & Serializable) () -> say("both");
        both.run();
        IntFunction<int[]> array = int[]::new;
        say(array.apply(2).length);
        Function<int[], Object> copy = int[]::clone;
        say(((int[]) copy.apply(new int[] {1, 2})).length);
    }
}
