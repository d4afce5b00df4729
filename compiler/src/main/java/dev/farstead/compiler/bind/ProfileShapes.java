// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import static dev.farstead.compiler.bind.SiteShapes.SECRET;
import static dev.farstead.compiler.bind.SiteShapes.TEXT;

import dev.farstead.compiler.bind.Decoder.Axis;
import dev.farstead.compiler.bind.Decoder.Entries;
import dev.farstead.compiler.bind.Decoder.Items;
import dev.farstead.compiler.bind.Decoder.Truth;
import dev.farstead.compiler.bind.Decoder.WholeNumber;
import dev.farstead.model.axis.AfterInstall;
import dev.farstead.model.axis.Architecture;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.CsiName;
import dev.farstead.model.axis.DiskType;
import dev.farstead.model.axis.DiskUse;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.ImageFormat;
import dev.farstead.model.axis.OsDistribution;
import dev.farstead.model.axis.OsFamily;
import dev.farstead.model.axis.Platform;
import dev.farstead.model.axis.RegistryName;
import dev.farstead.model.spec.AgentSpec;
import dev.farstead.model.spec.CniSpec;
import dev.farstead.model.spec.ContentSpec;
import dev.farstead.model.spec.CsiSpec;
import dev.farstead.model.spec.Disk;
import dev.farstead.model.spec.HostClass;
import dev.farstead.model.spec.ImageSpec;
import dev.farstead.model.spec.ImmutableAgentSpec;
import dev.farstead.model.spec.ImmutableCniSpec;
import dev.farstead.model.spec.ImmutableContentSpec;
import dev.farstead.model.spec.ImmutableCsiSpec;
import dev.farstead.model.spec.ImmutableDisk;
import dev.farstead.model.spec.ImmutableHostClass;
import dev.farstead.model.spec.ImmutableImageSpec;
import dev.farstead.model.spec.ImmutableInClusterRegistry;
import dev.farstead.model.spec.ImmutableKubernetesSpec;
import dev.farstead.model.spec.ImmutableNetworkSpec;
import dev.farstead.model.spec.ImmutableOsSpec;
import dev.farstead.model.spec.ImmutableProfileSpec;
import dev.farstead.model.spec.ImmutableRegistrySpec;
import dev.farstead.model.spec.ImmutableStorageSpec;
import dev.farstead.model.spec.InClusterRegistry;
import dev.farstead.model.spec.KubernetesSpec;
import dev.farstead.model.spec.NetworkSpec;
import dev.farstead.model.spec.OsSpec;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.RegistrySpec;
import dev.farstead.model.spec.StorageSpec;

/** The shapes of what a profile says. */
final class ProfileShapes {
    private static final Decoder<Hardening> HARDENING = Axis.of(Hardening.class);

    private static final Decoder<AgentSpec> AGENT = Shape.<AgentSpec, ImmutableAgentSpec.Builder>of(
                    ImmutableAgentSpec::builder, ImmutableAgentSpec.Builder::build)
            .required("version", TEXT, ImmutableAgentSpec.Builder::version, AgentSpec::version);

    private static final Decoder<OsSpec> OS = Shape.<OsSpec, ImmutableOsSpec.Builder>of(
                    ImmutableOsSpec::builder, ImmutableOsSpec.Builder::build)
            .required("family", Axis.of(OsFamily.class), ImmutableOsSpec.Builder::family, OsSpec::family)
            .optional(
                    "distribution",
                    Axis.of(OsDistribution.class),
                    ImmutableOsSpec.Builder::distribution,
                    OsSpec::distribution)
            .optional("baseImage", TEXT, ImmutableOsSpec.Builder::baseImage, OsSpec::baseImage)
            .required("version", TEXT, ImmutableOsSpec.Builder::version, OsSpec::version)
            .optional("hardening", HARDENING, ImmutableOsSpec.Builder::hardening, OsSpec::hardening);

    private static final Decoder<KubernetesSpec> KUBERNETES = Shape.<KubernetesSpec, ImmutableKubernetesSpec.Builder>of(
                    ImmutableKubernetesSpec::builder, ImmutableKubernetesSpec.Builder::build)
            .required("flavor", Axis.of(Flavor.class), ImmutableKubernetesSpec.Builder::flavor, KubernetesSpec::flavor)
            .required("version", TEXT, ImmutableKubernetesSpec.Builder::version, KubernetesSpec::version)
            .optional("hardening", HARDENING, ImmutableKubernetesSpec.Builder::hardening, KubernetesSpec::hardening)
            .optional("config", SiteShapes.CONFIG, ImmutableKubernetesSpec.Builder::config, KubernetesSpec::config);

    private static final Decoder<CniSpec> CNI = Shape.<CniSpec, ImmutableCniSpec.Builder>of(
                    ImmutableCniSpec::builder, ImmutableCniSpec.Builder::build)
            .required("name", Axis.of(CniName.class), ImmutableCniSpec.Builder::name, CniSpec::name)
            .optional("version", TEXT, ImmutableCniSpec.Builder::version, CniSpec::version);

    private static final Decoder<NetworkSpec> NETWORK = Shape.<NetworkSpec, ImmutableNetworkSpec.Builder>of(
                    ImmutableNetworkSpec::builder, ImmutableNetworkSpec.Builder::build)
            .required("podCidr", TEXT, ImmutableNetworkSpec.Builder::podCidr, NetworkSpec::podCidr)
            .required("serviceCidr", TEXT, ImmutableNetworkSpec.Builder::serviceCidr, NetworkSpec::serviceCidr)
            .required("cni", CNI, ImmutableNetworkSpec.Builder::cni, NetworkSpec::cni);

    private static final Decoder<CsiSpec> CSI = Shape.<CsiSpec, ImmutableCsiSpec.Builder>of(
                    ImmutableCsiSpec::builder, ImmutableCsiSpec.Builder::build)
            .required("name", Axis.of(CsiName.class), ImmutableCsiSpec.Builder::name, CsiSpec::name)
            .required("version", TEXT, ImmutableCsiSpec.Builder::version, CsiSpec::version);

    private static final Decoder<StorageSpec> STORAGE = Shape.<StorageSpec, ImmutableStorageSpec.Builder>of(
                    ImmutableStorageSpec::builder, ImmutableStorageSpec.Builder::build)
            .required("csi", CSI, ImmutableStorageSpec.Builder::csi, StorageSpec::csi);

    private static final Decoder<ImageSpec> IMAGE = Shape.<ImageSpec, ImmutableImageSpec.Builder>of(
                    ImmutableImageSpec::builder, ImmutableImageSpec.Builder::build)
            .required("format", Axis.of(ImageFormat.class), ImmutableImageSpec.Builder::format, ImageSpec::format)
            .required("registry", TEXT, ImmutableImageSpec.Builder::registry, ImageSpec::registry)
            .required("repository", TEXT, ImmutableImageSpec.Builder::repository, ImageSpec::repository)
            .required("customTag", TEXT, ImmutableImageSpec.Builder::customTag, ImageSpec::customTag)
            .optional("isoName", TEXT, ImmutableImageSpec.Builder::isoName, ImageSpec::isoName);

    private static final Decoder<RegistrySpec> REGISTRY = Shape.<RegistrySpec, ImmutableRegistrySpec.Builder>of(
                    ImmutableRegistrySpec::builder, ImmutableRegistrySpec.Builder::build)
            .required("domain", TEXT, ImmutableRegistrySpec.Builder::domain, RegistrySpec::domain)
            .required("username", TEXT, ImmutableRegistrySpec.Builder::username, RegistrySpec::username)
            .required("password", SECRET, ImmutableRegistrySpec.Builder::password, RegistrySpec::password);

    private static final Decoder<InClusterRegistry> IN_CLUSTER_REGISTRY =
            Shape.<InClusterRegistry, ImmutableInClusterRegistry.Builder>of(
                            ImmutableInClusterRegistry::builder, ImmutableInClusterRegistry.Builder::build)
                    .required(
                            "name",
                            Axis.of(RegistryName.class),
                            ImmutableInClusterRegistry.Builder::name,
                            InClusterRegistry::name)
                    .optional("version", TEXT, ImmutableInClusterRegistry.Builder::version, InClusterRegistry::version);

    private static final Decoder<ContentSpec> CONTENT = Shape.<ContentSpec, ImmutableContentSpec.Builder>of(
                    ImmutableContentSpec::builder, ImmutableContentSpec.Builder::build)
            .optional(
                    "clusterDefinition",
                    TEXT,
                    ImmutableContentSpec.Builder::clusterDefinition,
                    ContentSpec::clusterDefinition)
            .optional("bundle", TEXT, ImmutableContentSpec.Builder::bundle, ContentSpec::bundle)
            .optional("registry", REGISTRY, ImmutableContentSpec.Builder::registry, ContentSpec::registry)
            .optional(
                    "inClusterRegistry",
                    IN_CLUSTER_REGISTRY,
                    ImmutableContentSpec.Builder::inClusterRegistry,
                    ContentSpec::inClusterRegistry);

    private static final Decoder<Disk> DISK = Shape.<Disk, ImmutableDisk.Builder>of(
                    ImmutableDisk::builder, ImmutableDisk.Builder::build)
            .required("device", TEXT, ImmutableDisk.Builder::device, Disk::device)
            .required("size", TEXT, ImmutableDisk.Builder::size, Disk::size)
            .required("type", Axis.of(DiskType.class), ImmutableDisk.Builder::type, Disk::type)
            .required("use", Axis.of(DiskUse.class), ImmutableDisk.Builder::use, Disk::use);

    private static final Decoder<HostClass> HOST_CLASS = Shape.<HostClass, ImmutableHostClass.Builder>of(
                    ImmutableHostClass::builder, ImmutableHostClass.Builder::build)
            .required("arch", Axis.of(Architecture.class), ImmutableHostClass.Builder::arch, HostClass::arch)
            .optional("model", TEXT, ImmutableHostClass.Builder::model, HostClass::model)
            .optional("platform", Axis.of(Platform.class), ImmutableHostClass.Builder::platform, HostClass::platform)
            .required("cores", new WholeNumber(), ImmutableHostClass.Builder::cores, HostClass::cores)
            .required("memory", TEXT, ImmutableHostClass.Builder::memory, HostClass::memory)
            .required("disks", new Items<>(DISK), ImmutableHostClass.Builder::disks, HostClass::disks)
            .optional(
                    "afterInstall",
                    Axis.of(AfterInstall.class),
                    ImmutableHostClass.Builder::afterInstall,
                    HostClass::afterInstall);

    static final Decoder<ProfileSpec> SPEC = Shape.<ProfileSpec, ImmutableProfileSpec.Builder>of(
                    ImmutableProfileSpec::builder, ImmutableProfileSpec.Builder::build)
            .required("mode", Axis.of(ClusterMode.class), ImmutableProfileSpec.Builder::mode, ProfileSpec::mode)
            .optional("agent", AGENT, ImmutableProfileSpec.Builder::agent, ProfileSpec::agent)
            .required("os", OS, ImmutableProfileSpec.Builder::os, ProfileSpec::os)
            .required("kubernetes", KUBERNETES, ImmutableProfileSpec.Builder::kubernetes, ProfileSpec::kubernetes)
            .optional("fips", new Truth(), ImmutableProfileSpec.Builder::fips, ProfileSpec::fips)
            .required("network", NETWORK, ImmutableProfileSpec.Builder::network, ProfileSpec::network)
            .optional("storage", STORAGE, ImmutableProfileSpec.Builder::storage, ProfileSpec::storage)
            .optional("image", IMAGE, ImmutableProfileSpec.Builder::image, ProfileSpec::image)
            .optional("content", CONTENT, ImmutableProfileSpec.Builder::content, ProfileSpec::content)
            .required(
                    "hostClasses",
                    new Entries<>(HOST_CLASS),
                    ImmutableProfileSpec.Builder::hostClasses,
                    ProfileSpec::hostClasses)
            .optional("site", SiteShapes.SPEC, ImmutableProfileSpec.Builder::site, ProfileSpec::site);

    private ProfileShapes() {}
}
