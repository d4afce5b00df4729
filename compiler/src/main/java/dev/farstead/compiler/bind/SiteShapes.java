// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import dev.farstead.compiler.bind.Choice.Way;
import dev.farstead.compiler.bind.Decoder.Axis;
import dev.farstead.compiler.bind.Decoder.Config;
import dev.farstead.compiler.bind.Decoder.Entries;
import dev.farstead.compiler.bind.Decoder.Items;
import dev.farstead.compiler.bind.Decoder.Text;
import dev.farstead.compiler.bind.Decoder.Truth;
import dev.farstead.compiler.bind.Decoder.WholeNumber;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.AddressChoice;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.ControlPlaneEndpoint;
import dev.farstead.model.spec.Host;
import dev.farstead.model.spec.ImmutableControlPlaneEndpoint;
import dev.farstead.model.spec.ImmutableHost;
import dev.farstead.model.spec.ImmutableMetadata;
import dev.farstead.model.spec.ImmutableProxy;
import dev.farstead.model.spec.ImmutableRegistration;
import dev.farstead.model.spec.ImmutableSiteKubernetes;
import dev.farstead.model.spec.ImmutableSiteNetwork;
import dev.farstead.model.spec.ImmutableSiteSpec;
import dev.farstead.model.spec.ImmutableUser;
import dev.farstead.model.spec.Metadata;
import dev.farstead.model.spec.Proxy;
import dev.farstead.model.spec.Registration;
import dev.farstead.model.spec.SecretRef;
import dev.farstead.model.spec.SiteKubernetes;
import dev.farstead.model.spec.SiteNetwork;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.model.spec.TextChoice;
import dev.farstead.model.spec.User;
import java.util.List;
import java.util.Map;

/** The shapes of what a site may say, and of what both kinds share. */
final class SiteShapes {
    static final Decoder<String> TEXT = new Text();
    static final Decoder<Map<String, Located<String>>> TEXTS = new Entries<>(TEXT);
    static final Decoder<Map<String, Located<ConfigValue>>> CONFIG = new Entries<>(new Config());

    private static final Way<AddressChoice, Integer> HOST_NUMBER = Way.of(
            "hostNumber",
            new WholeNumber(),
            AddressChoice.HostNumber::new,
            AddressChoice.HostNumber.class,
            AddressChoice.HostNumber::number);

    private static final Decoder<AddressChoice> ADDRESS = Choice.textOr(
            AddressChoice.Literal::new, AddressChoice.Literal.class, AddressChoice.Literal::text, List.of(HOST_NUMBER));

    private static final Decoder<AddressChoice> INTERFACE_ADDRESS = Choice.keyed(List.of(
            HOST_NUMBER,
            Way.of(
                    "address",
                    TEXT,
                    AddressChoice.Literal::new,
                    AddressChoice.Literal.class,
                    AddressChoice.Literal::text),
            Way.of(
                    "dhcp",
                    new Truth(),
                    AddressChoice.Dhcp::new,
                    AddressChoice.Dhcp.class,
                    AddressChoice.Dhcp::chosen)));

    private static final Decoder<TextChoice> TEXT_OR_FILE = Choice.textOr(
            TextChoice.Inline::new,
            TextChoice.Inline.class,
            TextChoice.Inline::text,
            List.of(Way.of(
                    "file",
                    TEXT,
                    TextChoice.NamedSource::new,
                    TextChoice.NamedSource.class,
                    TextChoice.NamedSource::name)));

    static final Decoder<SecretRef> SECRET =
            Choice.keyed(List.of(Way.of("secretRef", TEXT, SecretRef::new, SecretRef.class, SecretRef::name)));

    static final Decoder<Metadata> METADATA = Shape.<Metadata, ImmutableMetadata.Builder>of(
                    ImmutableMetadata::builder, ImmutableMetadata.Builder::build)
            .required("name", TEXT, ImmutableMetadata.Builder::name, Metadata::name)
            .optional("description", TEXT, ImmutableMetadata.Builder::description, Metadata::description)
            .optional("labels", TEXTS, ImmutableMetadata.Builder::labels, Metadata::labels);

    private static final Decoder<Registration> REGISTRATION = Shape.<Registration, ImmutableRegistration.Builder>of(
                    ImmutableRegistration::builder, ImmutableRegistration.Builder::build)
            .optional(
                    "method",
                    Axis.of(RegistrationMethod.class),
                    ImmutableRegistration.Builder::method,
                    Registration::method)
            .optional("endpoint", TEXT, ImmutableRegistration.Builder::endpoint, Registration::endpoint)
            .optional("url", TEXT, ImmutableRegistration.Builder::url, Registration::url)
            .optional("project", TEXT, ImmutableRegistration.Builder::project, Registration::project)
            .optional("token", SECRET, ImmutableRegistration.Builder::token, Registration::token)
            .optional("tags", TEXTS, ImmutableRegistration.Builder::tags, Registration::tags);

    private static final Decoder<ControlPlaneEndpoint> CONTROL_PLANE_ENDPOINT =
            Shape.<ControlPlaneEndpoint, ImmutableControlPlaneEndpoint.Builder>of(
                            ImmutableControlPlaneEndpoint::builder, ImmutableControlPlaneEndpoint.Builder::build)
                    .optional("vip", ADDRESS, ImmutableControlPlaneEndpoint.Builder::vip, ControlPlaneEndpoint::vip)
                    .optional("ddns", TEXT, ImmutableControlPlaneEndpoint.Builder::ddns, ControlPlaneEndpoint::ddns)
                    .optional(
                            "loadBalancer",
                            ADDRESS,
                            ImmutableControlPlaneEndpoint.Builder::loadBalancer,
                            ControlPlaneEndpoint::loadBalancer);

    private static final Decoder<Proxy> PROXY = Shape.<Proxy, ImmutableProxy.Builder>of(
                    ImmutableProxy::builder, ImmutableProxy.Builder::build)
            .optional("http", TEXT, ImmutableProxy.Builder::http, Proxy::http)
            .optional("https", TEXT, ImmutableProxy.Builder::https, Proxy::https)
            .optional("noProxy", new Items<>(TEXT), ImmutableProxy.Builder::noProxy, Proxy::noProxy);

    private static final Decoder<SiteNetwork> NETWORK = Shape.<SiteNetwork, ImmutableSiteNetwork.Builder>of(
                    ImmutableSiteNetwork::builder, ImmutableSiteNetwork.Builder::build)
            .optional("lan", TEXT, ImmutableSiteNetwork.Builder::lan, SiteNetwork::lan)
            .optional("gateway", ADDRESS, ImmutableSiteNetwork.Builder::gateway, SiteNetwork::gateway)
            .optional(
                    "nameservers",
                    new Items<>(ADDRESS),
                    ImmutableSiteNetwork.Builder::nameservers,
                    SiteNetwork::nameservers)
            .optional(
                    "ntpServers",
                    new Items<>(ADDRESS),
                    ImmutableSiteNetwork.Builder::ntpServers,
                    SiteNetwork::ntpServers)
            .optional("proxy", PROXY, ImmutableSiteNetwork.Builder::proxy, SiteNetwork::proxy)
            .optional(
                    "caCertificates",
                    new Items<>(TEXT_OR_FILE),
                    ImmutableSiteNetwork.Builder::caCertificates,
                    SiteNetwork::caCertificates)
            .optional("podCidr", TEXT, ImmutableSiteNetwork.Builder::podCidr, SiteNetwork::podCidr)
            .optional("serviceCidr", TEXT, ImmutableSiteNetwork.Builder::serviceCidr, SiteNetwork::serviceCidr);

    private static final Decoder<SiteKubernetes> KUBERNETES = Shape.<SiteKubernetes, ImmutableSiteKubernetes.Builder>of(
                    ImmutableSiteKubernetes::builder, ImmutableSiteKubernetes.Builder::build)
            .optional("config", CONFIG, ImmutableSiteKubernetes.Builder::config, SiteKubernetes::config);

    private static final Decoder<User> USER = Shape.<User, ImmutableUser.Builder>of(
                    ImmutableUser::builder, ImmutableUser.Builder::build)
            .required("name", TEXT, ImmutableUser.Builder::name, User::name)
            .optional("groups", new Items<>(TEXT), ImmutableUser.Builder::groups, User::groups)
            .optional("passwordHash", SECRET, ImmutableUser.Builder::passwordHash, User::passwordHash)
            .optional(
                    "sshAuthorizedKeys",
                    new Items<>(TEXT_OR_FILE),
                    ImmutableUser.Builder::sshAuthorizedKeys,
                    User::sshAuthorizedKeys);

    private static final Decoder<Host> HOST = Shape.<Host, ImmutableHost.Builder>of(
                    ImmutableHost::builder, ImmutableHost.Builder::build)
            .required("name", TEXT, ImmutableHost.Builder::name, Host::name)
            .optional("role", Axis.of(HostRole.class), ImmutableHost.Builder::role, Host::role)
            .optional("class", TEXT, ImmutableHost.Builder::hostClass, Host::hostClass)
            .optional(
                    "interfaces", new Entries<>(INTERFACE_ADDRESS), ImmutableHost.Builder::interfaces, Host::interfaces)
            .optional("absent", new Truth(), ImmutableHost.Builder::absent, Host::absent);

    static final Decoder<SiteSpec> SPEC = Shape.<SiteSpec, ImmutableSiteSpec.Builder>of(
                    ImmutableSiteSpec::builder, ImmutableSiteSpec.Builder::build)
            .optional("profile", TEXT, ImmutableSiteSpec.Builder::profile, SiteSpec::profile)
            .optional("registration", REGISTRATION, ImmutableSiteSpec.Builder::registration, SiteSpec::registration)
            .optional(
                    "controlPlaneEndpoint",
                    CONTROL_PLANE_ENDPOINT,
                    ImmutableSiteSpec.Builder::controlPlaneEndpoint,
                    SiteSpec::controlPlaneEndpoint)
            .optional("clusterToken", SECRET, ImmutableSiteSpec.Builder::clusterToken, SiteSpec::clusterToken)
            .optional("network", NETWORK, ImmutableSiteSpec.Builder::network, SiteSpec::network)
            .optional("kubernetes", KUBERNETES, ImmutableSiteSpec.Builder::kubernetes, SiteSpec::kubernetes)
            .optional("users", new Items<>(USER), ImmutableSiteSpec.Builder::users, SiteSpec::users)
            .optional("hosts", new Items<>(HOST), ImmutableSiteSpec.Builder::hosts, SiteSpec::hosts);

    private SiteShapes() {}
}
