// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The class of a lambda or a method reference: what {@link java.lang.invoke.LambdaMetafactory} would make at its call site. A lambda that
 * takes nothing from around it has one instance, as there.
 */
final class LambdaClass {
    private static final String MAKER = "java/lang/invoke/LambdaMetafactory";
    private static final String OBJECT = "java/lang/Object";
    private static final String ONLY = "ONLY";

    private final ClassNode node = new ClassNode();
    private final String interfaceMethod;
    private final Type[] captured;
    private final Type erased;
    private final Type meant;
    private final Handle called;

    private LambdaClass(ClassNode owner, InvokeDynamicInsnNode site, int number) {
        this.interfaceMethod = site.name;
        this.captured = Type.getArgumentTypes(site.desc);
        this.erased = (Type) site.bsmArgs[0];
        this.called = (Handle) site.bsmArgs[1];
        this.meant = (Type) site.bsmArgs[2];
        node.version = owner.version;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        node.name = owner.name + "$$Lambda" + number;
        node.superName = OBJECT;
        node.interfaces = List.of(Type.getReturnType(site.desc).getInternalName());
    }

    /**
     * Returns the class for a call site.
     *
     * @param owner where the site stands
     * @param site the site
     * @param number tells the class from the others of its owner
     * @return empty for a site that makes no lambda, or one with more to it than the simplest conversions; it stays as it is
     */
    static Optional<LambdaClass> of(ClassNode owner, InvokeDynamicInsnNode site, int number) {
        if (!site.bsm.getOwner().equals(MAKER) || !site.bsm.getName().equals("metafactory")) {
            return Optional.empty();
        }
        LambdaClass lambda = new LambdaClass(owner, site, number);
        if (!lambda.isPlain(owner)) {
            return Optional.empty();
        }
        lambda.make();
        return Optional.of(lambda);
    }

    ClassNode node() {
        return node;
    }

    /** Returns what takes the place of the call site: it takes the same values from the stack and leaves the lambda there. */
    AbstractInsnNode instance() {
        return captured.length == 0
                ? new FieldInsnNode(Opcodes.GETSTATIC, node.name, ONLY, type())
                : new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, "of", factory(), false);
    }

    private String type() {
        return Type.getObjectType(node.name).getDescriptor();
    }

    private String factory() {
        return Type.getMethodDescriptor(Type.getObjectType(node.name), captured);
    }

    private String constructor() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    }

    private boolean isPlain(ClassNode owner) {
        boolean reached = switch (called.getTag()) {
            case Opcodes.H_INVOKESTATIC,
                    Opcodes.H_INVOKEVIRTUAL,
                    Opcodes.H_INVOKEINTERFACE,
                    Opcodes.H_NEWINVOKESPECIAL -> true;
            case Opcodes.H_INVOKESPECIAL -> called.getOwner().equals(owner.name);
            default -> false;
        };
        if (!reached || called.getOwner().startsWith("[")) {
            return false;
        }
        List<Type> taken = taken();
        Type[] given = meant.getArgumentTypes();
        for (int i = 0; i < given.length; i++) {
            if (!Primitives.fits(given[i], taken.get(captured.length + i))) {
                return false;
            }
        }
        return isVoid()
                || (Primitives.fits(returned(), meant.getReturnType())
                        && Primitives.fits(returned(), erased.getReturnType()));
    }

    private boolean isVoid() {
        return erased.getReturnType().getSort() == Type.VOID;
    }

    /** The parameters of the method that is called, its receiver first. */
    private List<Type> taken() {
        List<Type> taken = new ArrayList<>();
        if (called.getTag() != Opcodes.H_INVOKESTATIC && called.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            taken.add(Type.getObjectType(called.getOwner()));
        }
        taken.addAll(List.of(Type.getArgumentTypes(called.getDesc())));
        return taken;
    }

    private Type returned() {
        return called.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(called.getOwner())
                : Type.getReturnType(called.getDesc());
    }

    private void make() {
        makeConstructor();
        if (captured.length == 0) {
            makeOnly();
        } else {
            makeFactory();
        }
        makeMethod();
    }

    private void makeConstructor() {
        MethodVisitor code = node.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructor(), null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        int at = 1;
        for (int i = 0; i < captured.length; i++) {
            node.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured[i].getDescriptor(), null, null);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            at = load(code, captured[i], at);
            code.visitFieldInsn(Opcodes.PUTFIELD, node.name, field(i), captured[i].getDescriptor());
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
    }

    private static String field(int index) {
        return "captured" + index;
    }

    private static int load(MethodVisitor code, Type type, int at) {
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), at);
        return at + type.getSize();
    }

    private void makeOnly() {
        node.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, ONLY, type(), null, null);
        MethodVisitor code = node.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        create(code);
        code.visitFieldInsn(Opcodes.PUTSTATIC, node.name, ONLY, type());
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
    }

    private void makeFactory() {
        MethodVisitor code = node.visitMethod(Opcodes.ACC_STATIC, "of", factory(), null, null);
        create(code);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
    }

    private void create(MethodVisitor code) {
        code.visitTypeInsn(Opcodes.NEW, node.name);
        code.visitInsn(Opcodes.DUP);
        int at = 0;
        for (Type type : captured) {
            at = load(code, type, at);
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, node.name, "<init>", constructor(), false);
    }

    private void makeMethod() {
        MethodVisitor code = node.visitMethod(Opcodes.ACC_PUBLIC, interfaceMethod, erased.getDescriptor(), null, null);
        if (called.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.visitTypeInsn(Opcodes.NEW, called.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, node.name, field(i), captured[i].getDescriptor());
        }
        List<Type> taken = taken();
        Type[] given = erased.getArgumentTypes();
        int at = 1;
        for (int i = 0; i < given.length; i++) {
            at = load(code, given[i], at);
            // The interface takes any object where it is generic; what is meant is known at the site.
            cast(code, given[i], meant.getArgumentTypes()[i]);
            convert(code, meant.getArgumentTypes()[i], taken.get(captured.length + i));
        }
        code.visitMethodInsn(opcode(), called.getOwner(), called.getName(), called.getDesc(), called.isInterface());
        leave(code);
        code.visitMaxs(0, 0);
    }

    private int opcode() {
        return switch (called.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            // A private method: a member of its nest calls it like any other.
            default -> called.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private void leave(MethodVisitor code) {
        Type result = erased.getReturnType();
        if (isVoid()) {
            if (returned().getSize() > 0) {
                code.visitInsn(returned().getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
            }
        } else {
            convert(code, returned(), result);
        }
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    }

    private static void convert(MethodVisitor code, Type given, Type taken) {
        if (Primitives.is(given) && !Primitives.is(taken)) {
            String box = Primitives.boxed(given);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, box, "valueOf", "(" + given.getDescriptor() + ")L" + box + ";", false);
        } else if (!Primitives.is(given) && Primitives.is(taken)) {
            String box = Primitives.boxed(taken);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, box, taken.getClassName() + "Value", "()" + taken.getDescriptor(), false);
        } else if (!Primitives.is(given)) {
            cast(code, given, taken);
        }
    }

    private static void cast(MethodVisitor code, Type given, Type taken) {
        if (!Primitives.is(taken)
                && !taken.equals(given)
                && !taken.getInternalName().equals(OBJECT)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, taken.getInternalName());
        }
    }
}
