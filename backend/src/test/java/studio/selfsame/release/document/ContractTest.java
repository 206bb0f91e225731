package studio.selfsame.release.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.policy.Term;

class ContractTest {
    private static final Contract CONTRACT = Contracts.lighthouse();
    private static final String JSON = CONTRACT.canonicalJson();

    @Test
    void contract_writtenAndRead_isTheSame() {
        assertThat(Contract.read(JSON)).isEqualTo(CONTRACT);
        assertThat(Terms.read(CONTRACT.terms().canonicalJson())).isEqualTo(CONTRACT.terms());
    }

    /** Changes only with what a contract says, or how: signed digests would not be found again. */
    @Test
    void canonicalJson_ofTheExample_hasItsDigest() {
        assertThat(Hex.sha256(CONTRACT.terms().canonicalJson()))
                .isEqualTo("98d2a91e01e38a331374b1473dbeec5a55df851c4701397b40dd66f798cdfdd4");
    }

    @Test
    void contract_asPolicySeesIt_saysTheSame() {
        var terms = CONTRACT.terms(Optional.of(Duration.ofSeconds(90)), Optional.of(3));

        assertThat(terms.project()).isEqualTo(new Term("the lighthouse"));
        assertThat(terms.exclusions()).contains(new Term("acme cola"));
        assertThat(terms.languages()).isEqualTo(CONTRACT.terms().languages());
        assertThat(terms.timeLeft()).contains(Duration.ofSeconds(90));
        var period = CONTRACT.period(Optional.of(LocalDate.of(2027, 5, 1)));
        assertThat(period.revokedFrom()).contains(LocalDate.of(2027, 5, 1));
        assertThat(period.lastDay()).isEqualTo(LocalDate.of(2028, 12, 31));
    }

    /** One thing wrong at a time: what is replaced in the contract, by what, and where that is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            selfsame talent release 1 | selfsame talent release 2 | format: `selfsame
            },"version":1} | },"version":0} | version: Versions count from 1.
            },"version":1} | },"version":2} | supersedes: A later version
            },"version":1} | },"version":1.5} | version: This is a whole number
            "capacity":"self" | "capacity":"boss" | capacity: `boss` is none of self, guardian, estate.
            "capacity":"self" | "capacity":"guardian" | talent.signatoryName: Who signs for the talent
            "id":"rider" | "id":"../etc" | template.id: A template's id
            "name":"Zoë Nguyễn-Müller" | "name":" " | talent.name: It is empty.
            "name":"Zoë Nguyễn-Müller" | "name":"Zo\\u202Eë" | talent.name: It has characters that cannot be seen
            "name":"Zoë Nguyễn-Müller" | "name":"Zo\\u200Bë" | (U+200B); type it again
            "name":"Zoë Nguyễn-Müller" | "name":"Аnna" | talent.name: It mixes alphabets
            "name":"Zoë Nguyễn-Müller" | "name":"山田太郎" | give the Latin form, for a name the one in the passport.
            "name":"Zoë Nguyễn-Müller" | "name":"عمر" | talent.name: The contract's font cannot show
            "name":"Zoë Nguyễn-Müller" | "name":"Zo\\uFE0Fë" | (U+FE0F)
            "name":"Zoë Nguyễn-Müller" | "name":"\\uD83D\\uDE00 A" | (U+1F600)
            "name":"Zoë Nguyễn-Müller" | "name":"a\\u0331\\u0332\\u0333b" | piles more than two accents
            "name":"Zoë Nguyễn-Müller" | "nom":"Zoë" | talent.name: This is missing.
            "name":"Zoë Nguyễn-Müller" | "nom":"Zoë","name":"Zoë" | talent: `nom` is not known here.
            "title":"The Lighthouse" | "title":"Acme  cola" | terms.exclusions[0]: A release cannot exclude the project
            "AT","CI","DE" | "AT","world" | `world` stands for every territory
            "AT","CI","DE" | "UK" | `UK` is no territory
            "AT","CI","DE" |  | terms.territories: A release names at least one territory.
            "AT","CI","DE" | "AT","AT" | terms.territories: One entry stands there twice.
            "de","pt-BR" | "xx-QQ" | terms.languages[0]: `xx-QQ` is no language
            "purposes":["entertainment"] | "purposes":["fun"] | `fun` is none of
            "media":["streaming","television"] | "media":"cinema" | terms.media: This is a list
            2028-12-31 | 2026-12-31 | terms.period.lastDay: A release cannot end (2026-12-31) before it begins (2027-01-01).
            2028-12-31 | 2028-02-30 | `2028-02-30` is no day of the calendar
            Europe/Berlin | Mars/North | `Mars/North` is no time zone
            "Fur" | "acme  COLA" | terms.exclusions[1]: The same stands in exclusions[0].
            "sensitive":["violence"] | "sensitive":["sexual"] | terms.sensitive: No release can allow `sexual`.
            "training":false | "training":"no" | terms.training: This is true or false
            "renders":24 | "renders":0 | terms.limits.renders: A limit is 1 render or more
            "seconds":5400 | "seconds":-1 | terms.limits.seconds: A limit is 1 second or more
            "union":"BFFS" | "counsel2":"x" | terms.representation.agreement: A collective agreement is named together
            "currency":"EUR", |  | terms.compensation.currency: Amounts need a currency
            "currency":"EUR" | "currency":"XAU" | `XAU` is no currency
            "flatMinor":500000 | "flatMinor":-5 | terms.compensation.flatMinor: An amount lies between
            "noticeDays":30 | "noticeDays":91 | terms.revocation.noticeDays: A notice runs for 0 to 90 days.
            "noticeDays":30 | "noticeDays":30,"noticeDays":30 | a name stands twice in one object
            """)
    void contract_withOneFault_tellsIt(String from, String to, String fault) {
        assertThat(JSON).contains(from);
        var json = JSON.replace(from, to == null ? "" : to);

        assertThat(faults(json)).anyMatch(told -> told.contains(fault));
    }

    @Test
    void strikeHold_withoutUnion_isRefused() {
        var json = JSON.replace("\"agreement\":\"Vertrag 2025\",", "").replace(",\"union\":\"BFFS\"", "");

        assertThat(faults(json))
                .containsExactly("terms.strikeHold: A release can rest during strikes only where it names the union, in"
                        + " `representation.union`.");
    }

    @Test
    void contract_withManyFaults_tellsAllAtOnce() {
        var json = JSON.replace("\"renders\":24", "\"renders\":0")
                .replace("\"de\",\"pt-BR\"", "\"qqq\"")
                .replace("\"AT\",\"CI\",\"DE\"", "\"EU\",\"world\",\"DE\"")
                .replace("2028-12-31", "2026-01-01")
                .replace("\"union\":\"BFFS\"", "\"union\":\"B\"")
                .replace("\"violence\"", "\"hate\"")
                .replace("\"Anneliese Brøgger\"", "7")
                .replace("\"version\":1},", "\"version\":1},\"more\":true,");

        assertThat(faults(json).stream().map(fault -> fault.split(":")[0]))
                .contains(
                        "terms.limits.renders",
                        "terms.languages[0]",
                        "terms.territories[0]",
                        "terms.territories",
                        "terms.period.lastDay",
                        "terms.representation.union",
                        "terms.sensitive",
                        "studio.signatory.name");
        assertThat(faults(json)).anyMatch(fault -> fault.contains("`more` is not known here"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01,2036-12-31,true",
        "2027-01-01,2037-01-01,false",
        "2028-02-29,2038-02-27,true",
        "2028-02-29,2038-02-28,false",
        "2027-03-01,2027-03-01,true",
        "2000-01-01,2000-01-01,true",
        "1999-12-31,2000-01-01,false",
        "9999-01-01,9999-12-31,false"
    })
    void period_ofTenYearsAtMost_isAccepted(LocalDate first, LocalDate last, boolean accepted) {
        var zone = CONTRACT.terms().period().zone();

        if (accepted) {
            assertThat(new Terms.Period(first, last, zone).lastDay()).isEqualTo(last);
        } else {
            assertThatThrownBy(() -> new Terms.Period(first, last, zone)).isInstanceOf(InvalidContractException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "O'Brien",
        "Łukasz Żółć",
        "Nguyễn Thị Hồng",
        "Анна Каренина",
        "Νίκος Καζαντζάκης",
        "Jean-Luc D’Arc III.",
        "Ọláyínká"
    })
    void name_ofManyAlphabets_isKeptAsTyped(String name) {
        assertThat(Contract.read(JSON.replace("Zoë Nguyễn-Müller", name))
                        .talent()
                        .name())
                .isEqualTo(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC));
    }

    @Test
    void name_composedOrNot_isTheSameContract() {
        var decomposed = JSON.replace("Zoë", "Zoe\u0308");

        assertThat(Contract.read(decomposed).canonicalJson()).isEqualTo(JSON);
    }

    @Test
    void tenMegabytesOfExclusions_areRefusedByCountLengthAndSize() {
        var many = IntStream.range(0, 600_000)
                .mapToObj(i -> "\"matter " + i + "\u202E\"")
                .collect(Collectors.joining(","));
        var json = JSON.replace("\"Acme Cola\"", many + ",\"" + "x".repeat(100_000) + "\"")
                .replace("\"renders\":24", "\"renders\":0");
        assertThat(json.length()).isGreaterThan(10_000_000);

        var faults = faults(json);

        assertThat(faults)
                .anyMatch(fault -> fault.contains("characters; 1048576 are allowed"))
                .anyMatch(fault -> fault.equals("terms.exclusions: It has 600003 entries; 500 are allowed."))
                .anyMatch(fault -> fault.startsWith("terms.exclusions[0]: It has characters that cannot be seen"))
                .anyMatch(fault -> fault.startsWith("terms.limits.renders:"))
                .hasSizeLessThan(110);
    }

    @Test
    void oneExclusion_ofTenMegabytes_isRefusedByLength() {
        var json = JSON.replace("Acme Cola", "x".repeat(10_000_000));

        assertThat(faults(json))
                .anyMatch(fault -> fault.equals("terms.exclusions[0]: It has 10000000 characters; 120 are allowed."));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"''", "[]", "null", "{", "7", "{}", "\"text\"", "{\"terms\":[]}"},
            quoteCharacter = '\'')
    void anyText_thatIsNoContract_isRefused(String json) {
        assertThat(faults(json)).isNotEmpty();
    }

    @Test
    void nestingWithoutEnd_isRefused() {
        assertThat(faults("[".repeat(100_000))).hasSize(1);
    }

    @Test
    void contract_printed_namesNobody() {
        assertThat(CONTRACT.toString() + CONTRACT.talent()).doesNotContain("Zo");
        assertThat(CONTRACT.studio().toString())
                .doesNotContain(CONTRACT.studio().signatory().name());
        var counsel = new Terms.Representation(Optional.of("Ines Anwalt"), Optional.empty(), Optional.empty());
        assertThat(counsel.toString()).doesNotContain("Anwalt");
    }

    private static List<String> faults(String json) {
        return catchThrowableOfType(InvalidContractException.class, () -> Contract.read(json)).faults().stream()
                .map(Fault::toString)
                .toList();
    }
}
