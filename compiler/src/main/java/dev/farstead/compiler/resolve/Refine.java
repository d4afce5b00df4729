// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.read.Unwritable;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.NamedSources;
import dev.farstead.model.spec.AddressChoice;
import dev.farstead.model.spec.TextChoice;
import io.vavr.control.Validation;
import java.util.Optional;

/** Refines text to values: each gives the value, or one finding that says why it is none. */
final class Refine {
    private Refine() {}

    /** Reads a network: no host bits. */
    static Validation<Finding, Sourced<IpPrefix>> network(Located<String> text) {
        return prefix(text).flatMap(prefix -> {
            if (prefix.value().address().equals(prefix.value().network())) {
                return Validation.valid(prefix);
            }
            String mended = prefix.value().network() + "/" + prefix.value().length();
            return Validation.invalid(Problem.HOST_BITS
                    .at(text.place())
                    .message("`" + text.value() + "` has host bits set behind its /"
                            + prefix.value().length())
                    .label("this is an address in a network, not a network")
                    .addFixes(Fix.of(
                            "write the network `" + mended + "`",
                            SpecText.replace(text.place(), mended),
                            Fix.Applicability.GUESS))
                    .build());
        });
    }

    /** Reads the LAN of a site: a network with a host number. */
    static Validation<Finding, Sourced<IpPrefix>> lan(Located<String> text) {
        return network(text).flatMap(lan -> {
            if (mostHosts(lan.value()) > 0) {
                return Validation.valid(lan);
            }
            return Validation.invalid(Problem.HOST_NUMBER_OUTSIDE
                    .at(text.place())
                    .message("the LAN " + lan.value() + " has no host number: it is one address")
                    .addFixes(Fix.advice("write the network that the hosts of the site share, such as `10.20.4.0/24`"))
                    .build());
        });
    }

    /** Returns the highest host number: both addresses of a /31 are hosts, and the one of a /32 has the number 0. */
    private static long mostHosts(IpPrefix lan) {
        long last = (1L << (32 - lan.length())) - 1;
        return Math.max(last - 1, Math.min(last, 1));
    }

    /** Reads an address with its prefix length, host bits included. */
    static Validation<Finding, Sourced<IpPrefix>> prefix(Located<String> text) {
        return IpPrefix.parse(text.value())
                .filter(IpPrefix::isIpv4)
                .map(prefix -> Validation.<Finding, Sourced<IpPrefix>>valid(
                        new Sourced<>(prefix, new Origin.Written(text.place()))))
                .orElseGet(() -> Validation.invalid(notAPrefix(text)));
    }

    private static Finding notAPrefix(Located<String> text) {
        Finding.Builder finding = Problem.NOT_A_PREFIX.at(text.place());
        if (IpPrefix.parse(text.value()).isPresent()) {
            finding.message("`" + text.value() + "` is an IPv6 network, and sites are documented for IPv4 only");
        } else {
            finding.message("`" + text.value() + "` is not an IPv4 network in prefix notation");
            if (IpAddress.parse(text.value()).isPresent()) {
                finding.label("the prefix length is missing");
            }
        }
        return finding.addFixes(Fix.advice("write address and prefix length, such as `10.20.4.0/24`"))
                .build();
    }

    /** Reads an address. */
    static Validation<Finding, Sourced<IpAddress>> address(Located<String> text) {
        return IpAddress.parse(text.value())
                .filter(IpAddress::isIpv4)
                .map(address -> Validation.<Finding, Sourced<IpAddress>>valid(
                        new Sourced<>(address, new Origin.Written(text.place()))))
                .orElseGet(() -> Validation.invalid(notAnAddress(text)));
    }

    private static Finding notAnAddress(Located<String> text) {
        boolean ipv6 = IpAddress.parse(text.value()).isPresent();
        Finding.Builder finding = Problem.NOT_AN_ADDRESS.at(text.place());
        finding.message(
                ipv6
                        ? "`" + text.value() + "` is an IPv6 address, and sites are documented for IPv4 only"
                        : "`" + text.value() + "` is not an IPv4 address");
        IpPrefix.parse(text.value())
                .ifPresent(prefix -> finding.addFixes(Fix.of(
                        "leave the prefix length out",
                        SpecText.replace(text.place(), prefix.address().toString()),
                        Fix.Applicability.GUESS)));
        return finding.addFixes(Fix.advice("write four decimal numbers, such as `10.20.4.1`, or a host number"))
                .build();
    }

    /**
     * Returns the address that a choice stands for. A host number in a site whose LAN is faulty gives nothing, and no second finding.
     */
    static Optional<Validation<Finding, Sourced<IpAddress>>> address(
            Located<AddressChoice> choice, Optional<Sourced<IpPrefix>> lan) {
        if (choice.value() instanceof AddressChoice.HostNumber host) {
            return lan.map(prefix -> number(host.number(), prefix));
        }
        return Optional.of(address(((AddressChoice.Literal) choice.value()).text()));
    }

    private static Validation<Finding, Sourced<IpAddress>> number(Located<Integer> number, Sourced<IpPrefix> lan) {
        Optional<IpAddress> address = lan.value().host(number.value()).filter(lan.value()::isHost);
        if (address.isPresent()) {
            Origin origin = Origin.inferred(
                    "host number " + number.value() + " of the LAN", new Origin.Written(number.place()), lan.origin());
            return Validation.valid(new Sourced<>(address.get(), origin));
        }
        long most = mostHosts(lan.value());
        Finding.Builder finding = Problem.HOST_NUMBER_OUTSIDE
                .at(number.place())
                .message("host number " + number.value() + " lies outside the LAN " + lan.value());
        lan.origin()
                .places()
                .findFirst()
                .ifPresent(place -> finding.addRelated(new Related(place.value(), "the LAN is set here")));
        return Validation.invalid(finding.addValues(lan.value() + " has the host numbers 1 to " + most)
                .addFixes(Fix.advice("choose a number from 1 to " + most))
                .build());
    }

    /** Reads an amount of bytes. */
    static Validation<Finding, Sourced<Quantity>> quantity(Located<String> text) {
        return Quantity.parse(text.value())
                .map(quantity -> Validation.<Finding, Sourced<Quantity>>valid(
                        new Sourced<>(quantity, new Origin.Written(text.place()))))
                .orElseGet(() -> Validation.invalid(Problem.NOT_A_QUANTITY
                        .at(text.place())
                        .message("`" + text.value() + "` is not an amount of bytes")
                        .addFixes(Fix.advice("write a number and a unit, such as `16Gi`"))
                        .build()));
    }

    /** Returns the text that a choice stands for. */
    static Validation<Finding, Sourced<String>> text(Located<TextChoice> choice, NamedSources sources) {
        if (choice.value() instanceof TextChoice.Inline inline) {
            return Validation.valid(Sourced.written(inline.text()));
        }
        Located<String> name = ((TextChoice.NamedSource) choice.value()).name();
        return sources.find(name.place().value().source(), name.value())
                .map(text -> named(name, text))
                .orElseGet(() -> Validation.invalid(Problem.SOURCE_NOT_FOUND
                        .at(name.place())
                        .message("the source `" + name.value() + "` was not handed in")
                        .addFixes(Fix.advice("put the file there, relative to "
                                + name.place().value().source() + ", or write its text here"))
                        .build()));
    }

    private static Validation<Finding, Sourced<String>> named(Located<String> name, String text) {
        return Unwritable.find(text)
                .map(bad -> Validation.<Finding, Sourced<String>>invalid(Problem.SOURCE_NOT_TEXT
                        .at(name.place())
                        .message("the source `" + name.value() + "` holds " + bad + ", which no text can")
                        .addFixes(Fix.advice("name a file of text in UTF-8"))
                        .build()))
                .orElseGet(() -> Validation.valid(new Sourced<>(
                        text, Origin.inferred("text of the named source", new Origin.Written(name.place())))));
    }
}
