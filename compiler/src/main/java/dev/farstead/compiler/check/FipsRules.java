// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.OsDistribution;
import dev.farstead.model.axis.OsFamily;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.FipsSystem;
import dev.farstead.schemas.OperatingSystem;
import dev.farstead.schemas.Pack;
import dev.farstead.schemas.PackLayer;
import java.util.List;
import java.util.stream.Stream;

/** Rules about what FIPS mode asks of everything around Kubernetes. */
final class FipsRules {
    private static final String PAGE = "Palette documentation, clusters/edge/edgeforge-workflow/palette-canvos/fips";

    /** The management plane that its maker runs. */
    private static final String SAAS = "spectrocloud.com";

    private static final String MODE = "kubernetes: {flavor: rke2}, fips: true, storage: null, "
            + "hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}, "
            + "site: {registration: {endpoint: vertex.example.com}}";
    private static final String UBUNTU =
            "os: {version: \"20.04\", baseImage: registry.example.com/os/ubuntu-fips:20.04}";

    private FipsRules() {}

    private record OnSystem(ResolvedProfile profile, Sourced<OsDistribution> distribution, List<FipsSystem> fips) {
        static Stream<OnSystem> of(ProfileContext context) {
            return inMode(context)
                    .flatMap(profile -> profile.osDistribution().stream()
                            .map(distribution -> new OnSystem(
                                    profile,
                                    distribution,
                                    context
                                            .catalogue()
                                            .operatingSystems()
                                            .distribution(distribution.value().text())
                                            .flatMap(OperatingSystem::fips)
                                            .stream()
                                            .toList())));
        }
    }

    private record OnRelease(ResolvedProfile profile, Sourced<OsDistribution> distribution, List<String> built) {
        /** The build takes `20` for `20.04`, and RHEL numbers its minor releases below the major one that is built. */
        boolean isBuilt() {
            String version = profile.osVersion().value();
            return built.stream()
                    .anyMatch(release -> release.equals(version)
                            || version.startsWith(release + ".")
                            || release.startsWith(version + "."));
        }
    }

    private record Member(ResolvedPack pack, Pack fact, Sourced<Boolean> fips) {
        boolean isUnmarked() {
            return fips.value() && !fact.fips(pack.version().value());
        }
    }

    private record Plane(Sourced<String> endpoint, Sourced<Boolean> fips) {}

    static final Rule<ProfileContext, ResolvedProfile> NO_BASE_IMAGE = Rule.profile("FIPS-030")
            .title("no base image is given for FIPS mode")
            .why("""
                    The base images of the build are not in FIPS mode, and nothing in the build puts them there. The base image for \
                    FIPS mode is built beforehand, with a subscription of the system's maker, and pushed to a registry of one's own.""")
            .evidence(PAGE + "; github.com/spectrocloud/CanvOS v4.4.12 README.md", "C-04")
            .good("profile: {spec: {" + UBUNTU + ", " + MODE + "}}")
            .bad("profile: {spec: {os: {version: \"20.04\"}, " + MODE + "}}")
            // Of a system of one's own the base image is asked for in any mode, and other families have none for this
            // one.
            .subjects(context ->
                    inMode(context).filter(profile -> profile.osFamily().value() == OsFamily.UBUNTU))
            .broken(profile -> profile.baseImage().isEmpty(), (profile, finding) -> {
                Written.at(finding, profile.osFamily());
                Written.related(finding, profile.fips(), "FIPS mode is chosen here");
                finding.message("FIPS mode needs a base image that is built for it, and `os.baseImage` is not given")
                        .effect("the image build takes its ordinary base image, and the hosts are not in FIPS mode")
                        .addFixes(Fix.advice("build the image in the folder `ubuntu-fips` of CanvOS, push it, and set "
                                + "`os.baseImage` to its reference"));
            });

    static final Rule<ProfileContext, OnRelease> OTHER_RELEASE = Rule.profile("FIPS-031")
            .warning()
            .title("the image build has no recipe for this release of the system in FIPS mode")
            .why("""
                    Each agent release brings recipes for base images in FIPS mode, for few releases of Ubuntu and RHEL. A base image \
                    of another release may have validated modules; nobody has built and seen it with this agent.""")
            .evidence("github.com/spectrocloud/CanvOS v4.4.12, v4.5.15 ubuntu-fips, rhel-fips; " + PAGE, "C-03")
            .good("profile: {spec: {" + UBUNTU + ", " + MODE + "}}")
            .bad("profile: {spec: {os: {version: \"22.04\", baseImage: registry.example.com/os/ubuntu-fips:22.04}, "
                    + MODE + "}}")
            .subjects(context -> OnSystem.of(context)
                    .flatMap(system -> system.profile().agent().stream()
                            .flatMap(agent -> system.fips().stream()
                                    .map(fips -> new OnRelease(
                                            system.profile(), system.distribution(), fips.versions(agent.version()))))))
            .broken(subject -> !subject.isBuilt(), (subject, finding) -> {
                Written.at(finding, subject.profile().osVersion());
                Written.related(finding, subject.profile().fips(), "FIPS mode is chosen here");
                finding.message("the image build has no recipe for "
                                + subject.distribution().value().text() + " `"
                                + subject.profile().osVersion().value() + "` in FIPS mode")
                        .addValues("releases with a recipe: " + String.join(", ", subject.built()))
                        .effect("the base image is on its own: whether the hosts reach FIPS mode is not known")
                        .addFixes(Fix.advice("choose " + String.join(" or ", subject.built())
                                + ", or check `/proc/sys/crypto/fips_enabled` on a first host"));
            });

    static final Rule<ProfileContext, Member> PACK = Rule.profile("FIPS-032")
            .warning()
            .title("a pack is not marked for FIPS mode")
            .why("""
                    Every pack of a profile in FIPS mode should be built for it: what a pod encrypts with modules that are not \
                    validated is not FIPS compliant, whatever its host does. A pack counts as marked when its page carries the mark, or \
                    a release note lists its version among the packs for FIPS mode.""")
            .evidence("Palette documentation, clusters/edge/architecture/architecture; pages of the packs", "C-14")
            .good("profile: {spec: {content: {inClusterRegistry: {name: harbor-edge-native-config}}, "
                    + "hostClasses: {small-box: {cores: 8}}}}")
            .bad("profile: {spec: {" + UBUNTU + ", kubernetes: {flavor: rke2}, fips: true, "
                    + "content: {inClusterRegistry: {name: harbor-edge-native-config}}, "
                    + "hostClasses: {small-box: {cores: 8}}}}")
            // Storage is an axis, whose table tells of it; the pack of a network of one's own holds no program.
            .subjects(context -> context.profile().packs().stream()
                    .flatMap(pack -> context
                            .catalogue()
                            .pack(pack.name().value())
                            .filter(fact -> fact.layer() != PackLayer.CSI
                                    && !fact.name().equals("cni-custom"))
                            .map(fact ->
                                    new Member(pack, fact, context.profile().fips()))
                            .stream()))
            .broken(Member::isUnmarked, (member, finding) -> {
                Written.at(finding, member.pack().name());
                Written.related(finding, member.fips(), "FIPS mode is chosen here");
                finding.message("pack " + member.pack().name().value() + " "
                                + member.pack().version().value() + " is not marked for FIPS mode")
                        .effect("what its pods encrypt is not FIPS compliant, and the site is not end to end")
                        .addFixes(
                                Fix.advice(
                                        "choose another version or pack, or have it accepted by whoever answers for compliance"));
            });

    static final Rule<ProfileContext, ResolvedProfile> RESOLVER = Rule.profile("FIPS-033")
            .note()
            .title("hosts in FIPS mode may come up without name resolution")
            .why("""
                    On hosts in FIPS mode `systemd-resolved` may fail at its start, for want of rights on `/var/tmp`. The host then has no \
                    name server, and neither registers nor pulls images. Two commands on the host mend it: \
                    `chmod a+rwxt /var/tmp` and `systemctl enable --now systemd-resolved.service`.""")
            .evidence(PAGE + "; troubleshooting/edge/edge", "C-17")
            .good("{}")
            .bad("profile: {spec: {" + UBUNTU + ", " + MODE + "}}")
            .subjects(context -> Stream.of(context.profile()).filter(ResolvedProfile::hasAgent))
            .broken(profile -> profile.fips().value(), (profile, finding) -> {
                Written.at(finding, profile.fips());
                finding.message("hosts in FIPS mode may come up without name resolution")
                        .effect("a host on which `systemd-resolved` fails neither registers nor pulls images")
                        .addFixes(Fix.advice("on such a host run `chmod a+rwxt /var/tmp` and "
                                + "`systemctl enable --now systemd-resolved.service`"));
            });

    static final Rule<SiteContext, Plane> NOT_END_TO_END = Rule.site("FIPS-034")
            .warning()
            .title("a site in FIPS mode registers with a management plane that is not")
            .why("""
                    Of the management planes only VerteX, which runs on machines of one's own, is in FIPS mode. With the one that its \
                    maker runs, what passes between site and management plane is not encrypted by validated modules.""")
            .evidence(PAGE, "C-12")
            .good("profile: {spec: {" + UBUNTU + ", " + MODE + "}}")
            .bad("{profile: {spec: {" + UBUNTU + ", " + MODE + "}}, "
                    + "site: {spec: {registration: {endpoint: api.spectrocloud.com}}}}")
            .subjects(context -> Stream.of(context.profile())
                    .filter(profile -> profile.hasAgent()
                            && profile.mode().value() == ClusterMode.CONNECTED
                            && profile.fips().value())
                    .flatMap(profile -> context.site().registration().endpoint().stream()
                            .map(endpoint -> new Plane(endpoint, profile.fips()))))
            .broken(plane -> isSaas(plane.endpoint().value()), (plane, finding) -> {
                Written.at(finding, plane.endpoint());
                Written.related(finding, plane.fips(), "FIPS mode is chosen here");
                finding.message("the management plane `" + plane.endpoint().value() + "` is not in FIPS mode")
                        .effect("the site is in FIPS mode, but not end to end")
                        .addFixes(Fix.advice("register with a VerteX of your own, or have this accepted by whoever "
                                + "answers for compliance"));
            });

    static final Rule<SiteContext, SshKeyRules.Key> KEY_TYPE = Rule.site("FIPS-035")
            .warning()
            .title("an SSH key is of a type that sshd does not accept in FIPS mode")
            .why("""
                    In FIPS mode sshd accepts ECDSA keys, and RSA keys with SHA-2. With a key of another type, Ed25519 above all, the user \
                    is asked for a password instead.""")
            .evidence("github.com/spectrocloud/CanvOS aec12ac2 ubuntu-fips/22.04/sshd_config.fips", "C-19", "C-190")
            .inferred()
            .good("profile: {spec: {" + UBUNTU + ", " + MODE + "}}")
            .bad("{profile: {spec: {" + UBUNTU + ", " + MODE + "}}, " + SshKeyRules.GOOD_KEY + "}")
            .subjects(SshKeyRules.Key::readable)
            .broken(
                    key -> key.fips().value()
                            && !SshPublicKey.fitsFipsMode(key.text().value()),
                    (key, finding) -> {
                        Written.at(finding, key.text());
                        Written.related(finding, key.fips(), "FIPS mode is chosen here");
                        finding.message("an SSH key " + key.of() + " is of type `"
                                        + SshPublicKey.type(key.text().value())
                                        + "`, which sshd does not accept in FIPS mode")
                                .effect("the user can't log in with it")
                                .addFixes(key.make());
                    });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(NO_BASE_IMAGE, OTHER_RELEASE, PACK, RESOLVER);

    static final List<Rule<SiteContext, ?>> SITE = List.of(NOT_END_TO_END, KEY_TYPE);

    /** Tells whether a host belongs to the management plane that its maker runs. */
    static boolean isSaas(String host) {
        return host.equals(SAAS) || host.endsWith("." + SAAS);
    }

    private static Stream<ResolvedProfile> inMode(ProfileContext context) {
        return Stream.of(context.profile())
                .filter(profile -> profile.hasAgent() && profile.fips().value());
    }
}
