package studio.selfsame.sealing;

import java.util.Locale;

/** Captions as browsers take them (W3C WebVTT). */
final class WebVtt {
    private WebVtt() {}

    static String of(CaptionTrack track) {
        var text = new StringBuilder("WEBVTT\n\nNOTE ")
                .append(escaped(track.words()))
                .append('\n');
        for (CaptionTrack.Cue cue : track.cues()) {
            text.append('\n')
                    .append(time(cue.startUs()))
                    .append(" --> ")
                    .append(time(cue.endUs()))
                    .append('\n')
                    .append(text(cue, track))
                    .append('\n');
        }
        return text.toString();
    }

    private static String text(CaptionTrack.Cue cue, CaptionTrack track) {
        String text = escaped(cue.text());
        return cue.disclosure() && track.isMixed()
                ? "<lang " + track.wordsLanguage().toLanguageTag() + ">" + text + "</lang>"
                : text;
    }

    /** Markup would be left out, and an empty line or an arrow would end the cue. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\R+", " ");
    }

    private static String time(long us) {
        long ms = us / 1_000;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000);
    }
}
