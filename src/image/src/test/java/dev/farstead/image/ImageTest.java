// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ImageTest {
    @TempDir
    private Path folder;

    /** A class as compilers wrote it before Java 6: code meets, and nothing says what is on the stack there. */
    private static byte[] old(String name) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "shorter", "(Z)Ljava/lang/Object;", null, null);
        Label otherwise = new Label();
        Label end = new Label();
        code.visitCode();
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.IFEQ, otherwise);
        code.visitLdcInsn("yes");
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(otherwise);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Collections", "emptyList", "()Ljava/util/List;", false);
        code.visitLabel(end);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @BeforeEach
    void program() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("from/lib"));
        byte[] manifest = "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8);
        OwnClasses.jar().write(folder.resolve("from/farstead-cli.jar"));
        new Jar(Map.of("META-INF/MANIFEST.MF", manifest, "a/Old.class", old("a/Old"))).write(lib.resolve("old-1.jar"));
        OwnClasses.jar().write(lib.resolve("other-1.jar"));
        Image.main(new String[] {
            folder.resolve("from/farstead-cli.jar").toString(),
            folder.resolve("to").toString()
        });
    }

    @Test
    void onlyOurJarsLoseTheirCallSites() throws IOException {
        assertThat(Jar.read(folder.resolve("to/farstead-cli.jar")).entries())
                .hasSizeGreaterThan(OwnClasses.jar().entries().size() + 20);
        assertThat(Jar.read(folder.resolve("to/lib/other-1.jar")).entries().keySet())
                .isEqualTo(OwnClasses.jar().entries().keySet());
    }

    @Test
    void anOldClassIsLifted() throws Exception {
        Jar jar = Jar.read(folder.resolve("to/lib/old-1.jar"));
        byte[] bytes = jar.entries().get("a/Old.class");
        Method shorter = new JarLoader(jar).loadClass("a.Old").getMethod("shorter", boolean.class);

        assertThat(new ClassReader(bytes).readUnsignedShort(6)).isEqualTo(Opcodes.V1_8);
        assertThat(shorter.invoke(null, true)).isEqualTo("yes");
        assertThat(shorter.invoke(null, false)).hasToString("[]");
        assertThat(jar.entries()).containsKey("META-INF/MANIFEST.MF");
    }

    @Test
    void theSameJarsGiveTheSameBytesAndWhatWasThereIsGone() throws IOException {
        Path jar = folder.resolve("to/farstead-cli.jar");
        byte[] first = Files.readAllBytes(jar);
        Files.writeString(folder.resolve("to/lib/stale.jar"), "stale");

        Image.main(new String[] {
            folder.resolve("from/farstead-cli.jar").toString(),
            folder.resolve("to").toString()
        });

        assertThat(Files.readAllBytes(jar)).isEqualTo(first);
        assertThat(folder.resolve("to/lib/stale.jar")).doesNotExist();
    }
}
