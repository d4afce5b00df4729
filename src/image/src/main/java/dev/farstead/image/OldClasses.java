// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Gives class files that are too old for a class archive a format that it takes. */
final class OldClasses {
    /** The format of Java 6: the first that the archive of Java 17 takes (JDK 17, {@code SystemDictionaryShared::check_for_exclusion}). */
    private static final int TAKEN = Opcodes.V1_6;

    private static final int VERSION_AT = 6;

    private OldClasses() {}

    /** Returns what finds the classes of jars, to tell what two of them have in common. */
    static ClassLoader loader(List<Path> jars) throws MalformedURLException {
        List<URL> places = new ArrayList<>();
        for (Path jar : jars) {
            places.add(jar.toUri().toURL());
        }
        return new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    static Jar lifted(Jar jar, ClassLoader loader) {
        return jar.classes(bytes -> {
            ClassReader reader = new ClassReader(bytes);
            return reader.readUnsignedShort(VERSION_AT) < TAKEN ? lifted(reader, loader) : bytes;
        });
    }

    /** Formats of Java 7 and later say what stands on the stack where code meets, so this is found out on the way. */
    private static byte[] lifted(ClassReader reader, ClassLoader loader) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return loader;
            }
        };
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int version,
                            int access,
                            String name,
                            @Nullable String signature,
                            @Nullable String superName,
                            String @Nullable [] interfaces) {
                        super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
