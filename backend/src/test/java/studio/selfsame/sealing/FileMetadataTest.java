package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.audit.AuditCheckpoint;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Territory;

/** What is told where. */
class FileMetadataTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "en-US, ADVERTISING, US, synthetic-performer",
        "en-US, ADVERTISING, world, synthetic-performer aigc",
        "en-US, ENTERTAINMENT, US, ''",
        "en-US, ADVERTISING, GB, ''",
        "en-US, INTERNAL, CN, aigc",
        "zh-Hans, INTERNAL, GB, aigc",
        "zh-TW, ADVERTISING, US, synthetic-performer aigc",
    })
    void notices_ofARelease_followPurposeTerritoryAndLanguage(
            String language, Purpose purpose, String territory, String codes) {
        var release = new Grounds.Release(UUID.randomUUID(), purpose, Set.of(new Territory(territory)));

        var notices = declared(Disclosure.GENERATED, language, "Studio", Optional.of(release))
                .notices();

        assertThat(String.join(" ", Notice.codes(notices))).isEqualTo(codes);
    }

    @Test
    void metadata_ofOnesOwnLikenessInEnglish_hasNoChineseTag() throws Exception {
        var metadata = new FileMetadata(
                declared(Disclosure.MODIFIED, "en-GB", "Studio", Optional.empty()), "0123456789abcdef");

        assertThat(metadata.tags()).isEmpty();
        assertThat(Xmp.of(metadata.xmp()))
                .containsEntry("Iptc4xmpExt:DigitalSourceType", RenderActions.COMPOSITE)
                .containsEntry("dc:description", "AI MODIFIED")
                .doesNotContainKey("TC260:AIGC");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, en", "de-AT, de", "zh-TW, zh-Hant", "sw-KE, en"})
    void words_inMetadata_areTaggedWithTheLanguageThatTheyAreIn(String spoken, String words) {
        var metadata = new FileMetadata(
                declared(Disclosure.GENERATED, spoken, "Studio", Optional.empty()), "0123456789abcdef");

        assertThat(metadata.xmp()).contains("xml:lang=\"" + words + "\">").doesNotContain("sw");
    }

    @Test
    void metadata_producersNameFullOfMarkup_isTextAllTheSame() throws Exception {
        String name = "<\"Müller\" & 山>]]>'";
        var metadata =
                new FileMetadata(declared(Disclosure.GENERATED, "zh-CN", name, Optional.empty()), "0123456789abcdef");

        assertThat(Xmp.of(metadata.xmp()))
                .containsEntry("TC260:AIGC", metadata.tags().get("AIGC"));
        assertThat(metadata.tags().get("AIGC")).contains("山");
    }

    @Test
    void box_appended_isReadBackAndNothingElseIs() throws Exception {
        Path file = Files.write(folder.resolve("a.mp4"), new byte[] {0, 0, 0, 9, 'f', 'r', 'e', 'e', 1});

        assertThat(XmpBox.read(file)).isEmpty();
        XmpBox.append(file, "<x>ä</x>");

        assertThat(XmpBox.read(file)).contains("<x>ä</x>");
        assertThat(XmpBox.read(Files.write(folder.resolve("b.mp4"), new byte[] {0, 0, 0, 0, 'u', 'u', 'i', 'd', 1})))
                .isEmpty();
    }

    private static Declared declared(
            Disclosure disclosure, String language, String producer, Optional<Grounds.Release> release) {
        var grounds = new Grounds(
                new AuditTrail.Entry(0, "ab".repeat(32)), new AuditCheckpoint(1, "ab".repeat(32), ""), release);
        return new Declared(disclosure, Locale.forLanguageTag(language), grounds, producer);
    }
}
