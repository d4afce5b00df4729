// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How the values of specifications are generated: JDK collections only, each attribute set at most once, and no annotation in the class file
 * that a caller's compiler would look for in vain.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(jdkOnly = true, strictBuilder = true, allowedClasspathAnnotations = Override.class)
@interface SpecStyle {}
