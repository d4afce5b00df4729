// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A key of a distribution's configuration file. Immutable. */
public final class ConfigKey {
    private final String name;
    private final List<String> aliases;
    private final ValueType type;
    private final Optional<String> component;
    private final Map<Command, Availability> commands;
    private final Optional<KubernetesMinor> deprecatedSince;
    private final Optional<String> replacedBy;
    private final List<KnownValue> values;
    private final boolean open;
    private final Changing defaultText;
    private final Optional<ValueForm> form;
    private final boolean perHost;
    private final boolean sameOnAllServers;
    private final Optional<SwitchEffect> onAllServers;
    private final String source;

    private ConfigKey(JsonRecord fact) {
        name = fact.text("name");
        aliases = fact.texts("aliases");
        type = fact.parse(fact.text("type"), Constants.of(ValueType.class));
        component = fact.optionalText("component");
        Availability availability = Availability.take(fact);
        Map<Command, Availability> found = new EnumMap<>(Command.class);
        for (Command command : fact.parsed("commands", Constants.of(Command.class))) {
            found.put(command, availability);
        }
        fact.optionalObject("agent").ifPresent(agent -> {
            found.put(Command.AGENT, Availability.take(agent));
            agent.end();
        });
        commands = Map.copyOf(found);
        deprecatedSince = fact.optionalParsed("deprecated", KubernetesMinor::parse);
        replacedBy = fact.optionalText("replacedBy");
        values = fact.objects("values", KnownValue::read);
        open = fact.flag("open");
        defaultText = Changing.take(fact, "default");
        form = fact.optionalParsed("form", Constants.of(ValueForm.class));
        perHost = fact.flag("perHost");
        sameOnAllServers = fact.flag("sameOnAllServers");
        onAllServers = fact.optionalObject("onAllServers").map(SwitchEffect::read);
        source = fact.source();
    }

    static ConfigKey read(JsonRecord fact) {
        return new ConfigKey(fact);
    }

    /**
     * Returns the key.
     *
     * @return the key, which is the long flag without dashes
     */
    public String name() {
        return name;
    }

    /**
     * Returns other spellings of the key.
     *
     * @return one-letter keys, which become short flags
     */
    public List<String> aliases() {
        return aliases;
    }

    /**
     * Returns what the key takes.
     *
     * @return the type
     */
    public ValueType type() {
        return type;
    }

    /**
     * Returns the component whose arguments the key lists.
     *
     * @return the name, such as {@code kube-apiserver}; empty for a key of the distribution itself
     */
    public Optional<String> component() {
        return component;
    }

    /**
     * Returns the commands that know the key in at least one release.
     *
     * @return one command or both
     */
    public Set<Command> commands() {
        return commands.keySet();
    }

    /**
     * Tells whether a command of a release knows the key.
     *
     * @param command the command
     * @param version the release; one behind the newest minor of the catalogue counts as the newest
     * @return whether it does, and since or until when
     */
    public Presence in(Command command, KubernetesVersion version) {
        Availability availability = commands.get(command);
        return availability == null ? new Presence.Elsewhere() : availability.in(version, replacedBy);
    }

    /**
     * Tells whether any command of a release knows the key.
     *
     * @param version the release; one behind the newest minor of the catalogue counts as the newest
     * @return whether one does, and since or until when
     */
    public Presence in(KubernetesVersion version) {
        return in(commands.containsKey(Command.SERVER) ? Command.SERVER : Command.AGENT, version);
    }

    /**
     * Tells whether the key is deprecated.
     *
     * @param minor the minor release
     * @return true where the program takes the key but advises against it
     */
    public boolean deprecatedIn(KubernetesMinor minor) {
        return deprecatedSince.filter(since -> since.compareTo(minor) <= 0).isPresent();
    }

    /**
     * Returns the key to use instead.
     *
     * @return its name, or empty when there is none
     */
    public Optional<String> replacedBy() {
        return replacedBy;
    }

    /**
     * Returns the values, or the items of a list, that the key knows by name.
     *
     * @param version the release
     * @return the values; empty when the key takes any
     */
    public List<String> values(KubernetesVersion version) {
        return KnownValue.names(values, version);
    }

    /**
     * Returns whether the key takes other values than those it knows by name.
     *
     * @return true where {@link #values} is advice, or empty
     */
    public boolean takesOtherValues() {
        return open || values.isEmpty();
    }

    /**
     * Returns what holds when the key is absent.
     *
     * @param minor the minor release
     * @return the text form, items of a list joined by commas; empty where there is no fixed default
     */
    public Optional<String> defaultIn(KubernetesMinor minor) {
        return defaultText.in(minor);
    }

    /**
     * Returns what the value, or an item of a list, has to be beyond its type.
     *
     * @return the form; empty where any value of the type will do
     */
    public Optional<ValueForm> form() {
        return form;
    }

    /**
     * Returns whether hosts of one cluster need different values.
     *
     * @return true for a key that names a host, or an address of one
     */
    public boolean perHost() {
        return perHost;
    }

    /**
     * Returns whether all servers of a cluster need the same value.
     *
     * @return true where a difference keeps a server from joining or splits the cluster
     */
    public boolean sameOnAllServers() {
        return sameOnAllServers;
    }

    /**
     * Returns what becomes of a cluster all of whose servers have this switch on.
     *
     * @return the effect; empty for a key that leaves the cluster whole, or is no switch
     */
    public Optional<SwitchEffect> onAllServers() {
        return onAllServers;
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository, tag and path
     */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return name;
    }
}
