// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * {@code equals} and {@code hashCode} of a record as code: what {@link java.lang.runtime.ObjectMethods} would make of them. {@code toString}
 * stays, since a start does not call it.
 */
final class RecordMethod {
    private static final String MAKER = "java/lang/runtime/ObjectMethods";
    private static final String OBJECTS = "java/util/Objects";

    /** Behind the class and the names of the components. */
    private static final int FIRST_GETTER = 2;

    private final String owner;
    private final List<Handle> components;
    private final MethodVisitor code;

    private RecordMethod(String owner, List<Handle> components, MethodVisitor code) {
        this.owner = owner;
        this.components = components;
        this.code = code;
    }

    /** Replaces the code of a method if it leaves it to the runtime, and tells whether it does. */
    static boolean replace(ClassNode owner, MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof InvokeDynamicInsnNode site
                    && site.bsm.getOwner().equals(MAKER)) {
                List<Handle> components = new ArrayList<>();
                Arrays.stream(site.bsmArgs).skip(FIRST_GETTER).forEach(getter -> components.add((Handle) getter));
                RecordMethod made = new RecordMethod(owner.name, components, method);
                return switch (site.name) {
                    case "equals" -> made.equalsOf(method);
                    case "hashCode" -> made.hashCodeOf(method);
                    default -> false;
                };
            }
        }
        return false;
    }

    private static void clear(MethodNode method) {
        method.instructions.clear();
        method.localVariables = new ArrayList<>();
    }

    private boolean hashCodeOf(MethodNode method) {
        clear(method);
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle component : components) {
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            get(component, 0);
            Type type = Type.getType(component.getDesc());
            if (Primitives.is(type)) {
                code.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        Primitives.boxed(type),
                        "hashCode",
                        "(" + type.getDescriptor() + ")I",
                        false);
            } else {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, OBJECTS, "hashCode", "(Ljava/lang/Object;)I", false);
            }
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
        return true;
    }

    private boolean equalsOf(MethodNode method) {
        clear(method);
        Label different = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
        code.visitJumpInsn(Opcodes.IFEQ, different);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, owner);
        code.visitVarInsn(Opcodes.ASTORE, 2);
        for (Handle component : components) {
            get(component, 0);
            get(component, 2);
            jumpIfDifferent(Type.getType(component.getDesc()), different);
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(different);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        return true;
    }

    private void jumpIfDifferent(Type type, Label different) {
        switch (type.getSort()) {
            case Type.OBJECT, Type.ARRAY -> {
                code.visitMethodInsn(
                        Opcodes.INVOKESTATIC, OBJECTS, "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z", false);
                code.visitJumpInsn(Opcodes.IFEQ, different);
            }
            case Type.LONG, Type.FLOAT, Type.DOUBLE -> {
                String both = "(" + type.getDescriptor() + type.getDescriptor() + ")I";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, Primitives.boxed(type), "compare", both, false);
                code.visitJumpInsn(Opcodes.IFNE, different);
            }
            default -> code.visitJumpInsn(Opcodes.IF_ICMPNE, different);
        }
    }

    private void get(Handle component, int from) {
        code.visitVarInsn(Opcodes.ALOAD, from);
        code.visitFieldInsn(Opcodes.GETFIELD, owner, component.getName(), component.getDesc());
    }
}
