// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines pass for the hash of a password. */
final class CryptHashTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/",
                "$6$testsalt$tJbUl1kXqW33QAR3uSZ526jhi2VR/8b5Oc.fgGcuj1amRP1gtYnGoqbDwnND9jnHaR.tZ1.Uag0nWYDafTUxX0",
                "$5$rounds=80000$wnsT7Yr92oJoP28r$cKhJImk5mfuSKV9b3mumNzlbstFUplKtQXXMo4G6Ep5",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7",
                "$7$CU..../....2Q9obwLhin8qvQl6sisAO/$sYayJj/h9M4kmCvlmbOKvRpWfHfvvFQmlpF0QCq1fH8",
                "$argon2id$v=19$m=65536$c2FsdA$aGFzaA",
                "$sha1$40000$jtNX3nZ2$hBNaIXkt4wBI2o5rsi8KejSjNqIq"
            })
    void aHashIsOne(String line) {
        assertThat(CryptHash.is(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kairos", "!", "*", "", "$", "$6$", "$6", "6$salt$hash", "$6$rounds=4096$abc$xyz", "$$salt$hash"
            })
    void anythingElseIsNone(String line) {
        assertThat(CryptHash.is(line)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "$1$salt$, 22",
        "$5$salt$, 43",
        "$5$rounds=1000$salt$, 43",
        "$6$$, 86",
        "$6$0123456789abcdef$, 86",
        "$6$rounds=999999999$salt$, 86",
        "$2a$10$, 53",
        "$2b$10$, 53",
        "$2x$10$, 53",
        "$2y$10$, 53"
    })
    void aHashOfAUsualMethodHasItsLength(String before, int length) {
        assertThat(CryptHash.is(before + "x".repeat(length))).isTrue();
        assertThat(CryptHash.is(before + "x".repeat(length - 1))).isFalse();
        assertThat(CryptHash.is(before + "x".repeat(length + 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"$1$123456789$, 22", "$6$0123456789abcdefg$, 86", "$6$rounds=0$salt$, 86", "$6$a:b$, 86", "$2b$1$, 53"})
    void norIsWhatStandsBeforeIt(String before, int length) {
        assertThat(CryptHash.is(before + "x".repeat(length))).isFalse();
    }
}
