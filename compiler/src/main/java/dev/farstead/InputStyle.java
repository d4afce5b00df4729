// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** How an input is generated: JDK collections only, and no annotation in the class file that a caller's compiler would look for in vain. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(jdkOnly = true, allowedClasspathAnnotations = Override.class)
@interface InputStyle {}
