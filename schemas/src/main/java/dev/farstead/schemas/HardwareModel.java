// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A model of a machine that is verified by its name.
 *
 * @param name as specifications write it, such as {@code nvidia-jetson-agx-orin}
 * @param architecture as specifications write it
 * @param imageText what the reference of the base image must contain so that the image build recognises the model's family
 * @param imageTextSource the upstream repository, tag and path that states {@code imageText}
 * @param source the document that names the family
 */
public record HardwareModel(String name, String architecture, String imageText, String imageTextSource, String source) {
    static HardwareModel read(JsonRecord fact) {
        JsonRecord image = fact.object("image");
        HardwareModel model = new HardwareModel(
                fact.text("name"), fact.text("architecture"), image.text("contains"), image.source(), fact.source());
        image.end();
        return model;
    }
}
