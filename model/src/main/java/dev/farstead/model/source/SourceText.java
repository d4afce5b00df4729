// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.source;

/**
 * A text to read, as bytes.
 *
 * @param name how findings name it, such as {@code sites/store-0412.yaml}; also decides the format: a name that ends in
 *     {@code .json} is JSON, any other YAML
 * @param bytes the text in UTF-8; not copied, so do not change it afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, and copying megabytes per source would be waste
public record SourceText(String name, byte[] bytes) {}
