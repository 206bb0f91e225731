package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import studio.selfsame.performance.SpokenLine;

class CaptionsTest {
    private static final long SECOND = 1_000_000;
    private static final List<SpokenLine> LINES = List.of(
            new SpokenLine("Q & A <b>about</b> a --> b", 500_000, 3_250_000),
            new SpokenLine("The end.", 3_661 * SECOND, 3_662 * SECOND));

    @Test
    void track_ofElevenMinutes_beginsWithTheDisclosureAndRepeatsItEveryFive() {
        var track = CaptionTrack.of("AI MODIFIED", Locale.US, 660 * SECOND, LINES);

        assertThat(track.cues().getFirst()).isEqualTo(new CaptionTrack.Cue(0, 5 * SECOND, "[AI MODIFIED]", true));
        assertThat(track.cues())
                .filteredOn(CaptionTrack.Cue::disclosure)
                .extracting(CaptionTrack.Cue::startUs)
                .containsExactly(0L, 300 * SECOND, 600 * SECOND);
        assertThat(CaptionTrack.of("AI GENERATED", Locale.US, 0, List.of()).cues())
                .hasSize(1);
    }

    @Test
    void webVtt_ofATrack_hasItsCuesAndNoMarkupOfTheScript() {
        String text = WebVtt.of(CaptionTrack.of("AI GENERATED", Locale.US, 8 * SECOND, LINES));

        assertThat(text).isEqualTo("""
                WEBVTT

                NOTE AI GENERATED

                00:00:00.000 --> 00:00:05.000
                [AI GENERATED]

                00:00:00.500 --> 00:00:03.250
                Q &amp; A &lt;b&gt;about&lt;/b&gt; a --&gt; b

                01:01:01.000 --> 01:01:02.000
                The end.
                """);
    }

    @Test
    void captions_inALanguageWithoutALabel_sayThatTheLabelIsEnglish() {
        var track = CaptionTrack.of("AI GENERATED", Locale.of("sw"), 8 * SECOND, LINES);

        assertThat(WebVtt.of(track)).contains("\n<lang en>[AI GENERATED]</lang>\n", "\nThe end.\n");
        assertThat(Ttml.of(track))
                .contains("xml:lang=\"sw\"", "xml:lang=\"en\">AI GENERATED<", "xml:lang=\"en\">[AI GENERATED]<")
                .containsOnlyOnce(" xml:lang=\"sw\"");
    }

    /** Of an output that was sealed before there were words for its language. */
    @Test
    void label_inEnglish_staysEnglishWhenItsLanguageGetsWords() {
        assertThat(CaptionTrack.of("AI GENERATED", Locale.GERMANY, SECOND, List.of())
                        .wordsLanguage())
                .isEqualTo(Locale.ENGLISH);
        assertThat(CaptionTrack.of(Disclosure.MODIFIED.words(Locale.GERMANY), Locale.GERMANY, SECOND, List.of())
                        .wordsLanguage())
                .isEqualTo(Locale.GERMAN);
    }

    @Test
    void ttml_ofATrack_isXmlInTheSpokenLanguageWithTheDisclosureInARegionOfItsOwn() throws Exception {
        String text =
                Ttml.of(CaptionTrack.of("\u0630\u0643\u0627\u0621", Locale.forLanguageTag("ar"), 8 * SECOND, LINES));

        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element tt = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
        var cues = tt.getElementsByTagNameNS("http://www.w3.org/ns/ttml", "p");
        assertThat(tt.getAttribute("xml:lang")).isEqualTo("ar");
        assertThat(cues.getLength()).isEqualTo(3);
        assertThat(cues.item(0).getTextContent()).isEqualTo("[\u0630\u0643\u0627\u0621]");
        assertThat(((Element) cues.item(0)).getAttribute("region")).isEqualTo("disclosure");
        assertThat(((Element) cues.item(1)).getAttribute("begin")).isEqualTo("0.500s");
        assertThat(cues.item(1).getTextContent()).isEqualTo("Q & A <b>about</b> a --> b");
    }
}
