// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

class CallSitesTest {
    /** Equal in what they hold, and no components that are equal. */
    private static final int[][] ARRAYS = {{1}, {1}};

    private final Jar jar = OwnClasses.jar();
    private final Jar without = CallSites.without(jar);

    @Test
    void lambdasDoWhatTheyDid() throws Exception {
        List<String> said = new Lambdas().call();

        assertThat(said).hasSizeGreaterThan(30);
        assertThat(called(without)).isEqualTo(said);
    }

    private static Object called(Jar jar) throws Exception {
        Constructor<?> constructor =
                new JarLoader(jar).loadClass(Lambdas.class.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return ((Callable<?>) constructor.newInstance()).call();
    }

    @Test
    void whatNeedsMoreThanACastStaysACallSite() {
        assertThat(methodsWithSites(jar))
                .contains("<clinit>", "capturing", "references", "primitives", "nested", "untouched", "above", "later");
        assertThat(methodsWithSites(without)).containsExactly("$deserializeLambda$", "untouched");
    }

    private static Set<String> methodsWithSites(Jar jar) {
        Set<String> found = new TreeSet<>();
        jar.entries().forEach((path, bytes) -> {
            if (path.contains("/Lambdas")) {
                ClassNode read = new ClassNode();
                new ClassReader(bytes).accept(read, 0);
                for (MethodNode method : read.methods) {
                    for (AbstractInsnNode instruction : method.instructions) {
                        if (instruction instanceof InvokeDynamicInsnNode) {
                            found.add(method.name);
                        }
                    }
                }
            }
        });
        return found;
    }

    @Test
    void recordsAreComparedAsTheyWere() throws Exception {
        ClassLoader loader = new JarLoader(without);
        List<Object> theirs = values(loader.loadClass(Values.class.getName()));
        List<Object> ours = values(Values.class);

        assertThat(loader.loadClass(Values.class.getName())).isNotSameAs(Values.class);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(theirs.get(i)).hasToString(ours.get(i).toString());
            assertThat(theirs.get(i).hashCode()).isEqualTo(ours.get(i).hashCode());
            assertThat(theirs.get(i).equals(new Object())).isFalse();
            for (int j = 0; j < ours.size(); j++) {
                assertThat(theirs.get(i).equals(theirs.get(j)))
                        .as("%s and %s", ours.get(i), ours.get(j))
                        .isEqualTo(ours.get(i).equals(ours.get(j)))
                        .isEqualTo(i / 2 == j / 2);
            }
        }
    }

    /** Each value twice, and each different from the one before in one component. */
    private static List<Object> values(Class<?> type) throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] first = {false, (byte) 1, (short) 2, 'c', 4, 5L, 0.0f, 0.0, "text", List.of(1), ARRAYS[0]};
        Object[] others = {true, (byte) -1, (short) -2, 'd', -4, 1L << 40, -0.0f, Double.NaN, null, List.of(), ARRAYS[1]
        };
        List<Object> values = new ArrayList<>();
        for (int i = -1; i < first.length; i++) {
            if (i >= 0) {
                first[i] = others[i];
            }
            values.add(constructor.newInstance(first));
            values.add(constructor.newInstance(first));
        }
        return values;
    }

    @Test
    void aRecordWithoutComponentsEqualsItsLike() throws Exception {
        Constructor<?> constructor =
                new JarLoader(without).loadClass(Values.None.class.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);

        assertThat(constructor.newInstance())
                .isEqualTo(constructor.newInstance())
                .hasSameHashCodeAs(new Values.None());
    }

    @Test
    void theSameJarGivesTheSameJar() {
        Jar again = CallSites.without(jar);

        assertThat(again.entries().keySet())
                .containsExactlyElementsOf(without.entries().keySet());
        without.entries()
                .forEach((path, bytes) -> assertThat(again.entries().get(path)).isEqualTo(bytes));
        assertThat(CallSites.without(without).entries().keySet())
                .containsExactlyElementsOf(without.entries().keySet());
    }
}
