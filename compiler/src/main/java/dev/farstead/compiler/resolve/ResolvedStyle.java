// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** How resolved values are generated: JDK collections, each attribute set once. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(jdkOnly = true, strictBuilder = true, visibility = Value.Style.ImplementationVisibility.PACKAGE)
@interface ResolvedStyle {}
