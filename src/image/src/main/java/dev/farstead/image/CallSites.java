// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Takes from a jar the call sites that Java links one by one when they are first met, and puts classes and code in their place. */
final class CallSites {
    private final Jar jar;
    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final List<ClassNode> lambdas = new ArrayList<>();

    private CallSites(Jar jar) {
        this.jar = jar;
        jar.entries().forEach((path, bytes) -> {
            if (Jar.isClass(path)) {
                ClassNode read = new ClassNode();
                new ClassReader(bytes).accept(read, 0);
                classes.put(read.name, read);
            }
        });
    }

    /** Returns a jar of the same classes, and of one class more for each lambda. */
    static Jar without(Jar jar) {
        return new CallSites(jar).replaced();
    }

    private Jar replaced() {
        List.copyOf(classes.values()).forEach(this::replace);
        Map<String, byte[]> entries = new LinkedHashMap<>(jar.entries());
        changed.forEach(name -> entries.put(Jar.path(name), bytes(node(name))));
        lambdas.forEach(lambda -> entries.put(Jar.path(lambda.name), bytes(lambda)));
        return new Jar(entries);
    }

    private ClassNode node(String name) {
        return Optional.ofNullable(classes.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the jar lacks " + name));
    }

    private static byte[] bytes(ClassNode node) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private void replace(ClassNode owner) {
        int before = lambdas.size();
        for (MethodNode method : owner.methods) {
            if (RecordMethod.replace(owner, method)) {
                changed.add(owner.name);
            }
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode site) {
                    LambdaClass.of(owner, site, lambdas.size() - before).ifPresent(lambda -> {
                        method.instructions.set(site, lambda.instance());
                        keep(owner, lambda.node());
                    });
                }
            }
        }
    }

    /** The class of a lambda calls a private method of its owner, so it belongs to the same nest. */
    private void keep(ClassNode owner, ClassNode lambda) {
        ClassNode host = owner.nestHostClass == null ? owner : node(owner.nestHostClass);
        lambda.nestHostClass = host.name;
        if (host.nestMembers == null) {
            host.nestMembers = new ArrayList<>();
        }
        host.nestMembers.add(lambda.name);
        lambdas.add(lambda);
        changed.add(owner.name);
        changed.add(host.name);
    }
}
