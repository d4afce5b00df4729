// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.Architecture;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Hardware;
import dev.farstead.schemas.HardwareModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about processor architectures and the models of machines that stand behind them. */
final class ArchitectureRules {
    private static final String DEVICES =
            "Palette documentation, clusters/edge/hardware-requirements, ARM64 architecture devices";
    private static final String EARTHFILE = "github.com/spectrocloud/CanvOS v4.4.12 Earthfile";
    private static final String JETSON = "profile: {spec: {os: {baseImage: "
            + "registry.example.com/os/nvidia-jetson-agx-orin:22.04}, hostClasses: {small-box: {arch: arm64, "
            + "model: nvidia-jetson-agx-orin}}}}";

    private ArchitectureRules() {}

    private record Named(ResolvedHostClass machine, Sourced<String> model) {}

    private record Arm(ResolvedHostClass machine, ResolvedProfile profile, Hardware hardware) {
        Optional<HardwareModel> known() {
            return machine.model()
                    .flatMap(model -> hardware.model(model.value()))
                    .filter(model ->
                            model.architecture().equals(machine.arch().value().text()));
        }

        String models() {
            return models(hardware).map(HardwareModel::name).collect(Collectors.joining(", "));
        }

        /** Every verified model is recognised by the same text; a model that is not verified has none of its own. */
        String imageText() {
            return known().or(() -> models(hardware).findFirst())
                    .map(HardwareModel::imageText)
                    .orElse("");
        }

        boolean recognised() {
            return profile.baseImage()
                    .filter(image -> image.value().contains(imageText()))
                    .isPresent();
        }

        private static Stream<HardwareModel> models(Hardware hardware) {
            return hardware.models().stream()
                    .filter(model -> model.architecture().equals(Architecture.ARM64.text()));
        }
    }

    private record Classes(ResolvedHostClass first, ResolvedHostClass other) {}

    private record OnArchitecture(ResolvedPack pack, ResolvedHostClass machine, List<String> verified) {}

    static final Rule<ProfileContext, Named> MODEL_UNUSED = Rule.profile("ARCH-030")
            .title("a host class of amd64 names a model")
            .why("Machines of amd64 are not told apart by their model: no part of the output would change with it.")
            .evidence(DEVICES, "C-34")
            .inferred()
            .good(JETSON)
            .bad("profile: {spec: {hostClasses: {small-box: {model: nvidia-jetson-agx-orin}}}}")
            .subjects(context -> images(context.profile())
                    .flatMap(machine -> machine.model().map(model -> new Named(machine, model)).stream()))
            .broken(named -> named.machine().arch().value() == Architecture.AMD64, (named, finding) -> {
                Written.at(finding, named.model());
                Written.related(finding, named.machine().arch(), "the architecture is set here");
                finding.message("host class `" + named.machine().name() + "` is of amd64 and names the model `"
                                + named.model().value() + "`")
                        .effect("the line would have no effect")
                        .addFixes(Fix.advice("take `model` out, or set `arch: arm64`"));
            });

    static final Rule<ProfileContext, Arm> MODEL_NOT_VERIFIED = Rule.profile("ARCH-031")
            .warning()
            .title("a machine of arm64 is of no verified model")
            .why("""
                    Of the machines of arm64, only the family Nvidia Jetson Orin is verified, and that as a preview. On another one \
                    the image may not start, and nobody supports it.""")
            .evidence(DEVICES, "C-34", "C-35")
            .good(JETSON)
            .bad("profile: {spec: {os: {baseImage: registry.example.com/os/nvidia-jetson-agx-orin:22.04}, "
                    + "hostClasses: {small-box: {arch: arm64, model: raspberry-pi-4}}}}")
            .subjects(ArchitectureRules::arms)
            .broken(arm -> arm.known().isEmpty(), (arm, finding) -> {
                arm.machine()
                        .model()
                        .ifPresentOrElse(
                                model -> Written.at(finding, model),
                                () -> Written.at(finding, arm.machine().arch()));
                finding.message("host class `" + arm.machine().name() + "` is of arm64 and "
                                + arm.machine()
                                        .model()
                                        .map(model -> "its model `" + model.value() + "` is not verified")
                                        .orElse("names no model"))
                        .addValues("verified models: " + arm.models())
                        .effect("the image may not start on these machines, and they are not supported")
                        .addFixes(Fix.advice("set `model` to one of " + arm.models()));
            });

    static final Rule<ProfileContext, Arm> IMAGE_NOT_RECOGNISED = Rule.profile("ARCH-032")
            .warning()
            .title("an image for arm64 does not stand on a base image for Jetson")
            .why("""
                    The image build knows a Jetson by the name of its base image alone. Without the name it leaves out what these \
                    machines need, among it the way around a fault of the overlay on `/usr/local`.""")
            .evidence(EARTHFILE, "C-36")
            .good(JETSON)
            .bad("profile: {spec: {hostClasses: {small-box: {arch: arm64, model: nvidia-jetson-agx-orin}}}}")
            // One image is built for all classes: the first of them stands for the others.
            .subjects(context -> arms(context).limit(1))
            .broken(arm -> !arm.recognised(), (arm, finding) -> {
                arm.profile()
                        .baseImage()
                        .ifPresentOrElse(
                                image -> Written.at(finding, image),
                                () -> Written.at(finding, arm.profile().osFamily()));
                Written.related(finding, arm.machine().arch(), "the architecture is set here");
                finding.message(arm.profile()
                                .baseImage()
                                .map(image -> "the image build does not know `" + image.value()
                                        + "` as a base image for Jetson")
                                .orElse("an image for arm64 is built without a base image for Jetson"))
                        .addValues("the reference must contain `" + arm.imageText() + "`")
                        .effect("the image lacks what a Jetson needs, and may not start")
                        .addFixes(Fix.advice(
                                "set `os.baseImage` to an image whose name contains `" + arm.imageText() + "`"));
            });

    static final Rule<ProfileContext, Classes> TWO_ARCHITECTURES = Rule.profile("ARCH-033")
            .title("host classes of one profile differ in their architecture")
            .why("""
                    A profile has one installer and one reference of one image, and all hosts of a machine pool share their \
                    architecture. An image is built for one architecture; on a host of the other one nothing of it starts.""")
            .evidence("github.com/spectrocloud/terraform-provider-spectrocloud, cluster_edge_native, arch_type", "C-41")
            .good("profile: {spec: {hostClasses: {big-box: {arch: amd64, cores: 8, memory: 32Gi, afterInstall:"
                    + " poweroff, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, {device:"
                    + " /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .bad("profile: {spec: {hostClasses: {big-box: {arch: arm64, cores: 8, memory: 32Gi, afterInstall:"
                    + " poweroff, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}, {device:"
                    + " /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}")
            .subjects(context -> {
                List<ResolvedHostClass> all = images(context.profile()).toList();
                return all.stream().skip(1).map(other -> new Classes(all.get(0), other));
            })
            .broken(
                    classes -> classes.first().arch().value()
                            != classes.other().arch().value(),
                    (classes, finding) -> {
                        Written.at(finding, classes.other().arch());
                        Written.related(finding, classes.first().arch(), "the other class is set here");
                        finding.message("host class `" + classes.other().name() + "` is of "
                                        + classes.other().arch().value().text() + ", and `"
                                        + classes.first().name() + "` of "
                                        + classes.first().arch().value().text())
                                .label("one image serves both classes")
                                .effect("on hosts of one of the two classes the image does not start")
                                .addFixes(Fix.advice("give each architecture a profile of its own"));
                    });

    static final Rule<ProfileContext, OnArchitecture> REGISTRY = Rule.profile("ARCH-034")
            .title("the registry in the cluster does not run on the architecture of the hosts")
            .why("""
                    The images of the registry exist for amd64 alone. On other hosts its pods end with `exec format error`, and \
                    what waits for the registry never gets its images.""")
            .evidence(
                    "Palette documentation, clusters/edge/site-deployment/deploy-custom-registries/local-registry,"
                            + " prerequisites",
                    "C-37")
            .good("profile: {spec: {content: {inClusterRegistry: {name: harbor-edge-native-config}}, "
                    + "hostClasses: {small-box: {cores: 8}}}}")
            .bad("profile: {spec: {content: {inClusterRegistry: {name: harbor-edge-native-config}}, "
                    + "hostClasses: {small-box: {cores: 8, arch: arm64, model: nvidia-jetson-agx-orin}}}}")
            .subjects(context -> context.profile().content().stream()
                    .flatMap(content -> content.registryPack().stream())
                    .flatMap(pack -> images(context.profile())
                            .limit(1)
                            .map(machine -> new OnArchitecture(
                                    pack,
                                    machine,
                                    context.catalogue().hardware().registry().architectures()))))
            .broken(
                    subject -> !subject.verified()
                            .contains(subject.machine().arch().value().text()),
                    (subject, finding) -> {
                        String arch = subject.machine().arch().value().text();
                        Written.at(finding, subject.machine().arch());
                        Written.place(subject.pack().name())
                                .ifPresent(place ->
                                        finding.addRelated(new Related(place.value(), "the registry is chosen here")));
                        finding.message("the registry in the cluster does not run on " + arch)
                                .addValues("it runs on " + String.join(", ", subject.verified()))
                                .effect("the registry never starts, and hosts pull their images in vain")
                                .addFixes(Fix.advice("take `content.inClusterRegistry` out and pull from a registry "
                                        + "outside the cluster, or use other machines"));
                    });

    static final List<Rule<ProfileContext, ?>> ALL =
            List.of(MODEL_UNUSED, MODEL_NOT_VERIFIED, IMAGE_NOT_RECOGNISED, TWO_ARCHITECTURES, REGISTRY);

    /** Where cloud-init sets the hosts up, no image is built. */
    private static Stream<ResolvedHostClass> images(ResolvedProfile profile) {
        return profile.hasAgent() ? profile.hostClasses().values().stream() : Stream.empty();
    }

    private static Stream<Arm> arms(ProfileContext context) {
        return images(context.profile())
                .filter(machine -> machine.arch().value() == Architecture.ARM64)
                .map(machine ->
                        new Arm(machine, context.profile(), context.catalogue().hardware()));
    }
}
