// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import org.objectweb.asm.Type;

/** Primitive types and the classes of their boxes. */
final class Primitives {
    private Primitives() {}

    static boolean is(Type type) {
        return type.getSort() < Type.ARRAY && type.getSort() != Type.VOID;
    }

    /** Returns the internal name of the class of a box. */
    static String boxed(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.FLOAT -> "java/lang/Float";
            case Type.LONG -> "java/lang/Long";
            case Type.DOUBLE -> "java/lang/Double";
            default -> throw new IllegalArgumentException(primitive + " is not primitive");
        };
    }

    /** Tells whether a value of a type is given as another by a cast, a box or by taking it out of its own box, and by nothing more. */
    static boolean fits(Type given, Type taken) {
        if (is(given) && is(taken)) {
            return given.equals(taken);
        }
        if (is(given)) {
            return taken.getInternalName().equals(boxed(given))
                    || taken.getInternalName().equals("java/lang/Object");
        }
        return !is(taken) || given.getInternalName().equals(boxed(taken));
    }
}
