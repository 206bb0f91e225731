package studio.selfsame.command.acceptance;

import java.util.Set;
import studio.selfsame.watermark.Search;

/** About a third of the attacks, of every kind one that is neither the mildest nor hopeless. */
final class QuickPart {
    static final Set<String> ATTACKS = Set.of(
            "V1 x264 crf 30",
            "V1 x264 crf 40",
            "V2 x265 crf 30",
            "V3 scale .5",
            "V4 crop .84",
            "V4 crop .71 scaled back",
            "V5 rotate 5",
            "V5 hflip",
            "V6 contrast .5",
            "V7 gblur 1.7",
            "V8 15 fps",
            "V8 1.25 times faster",
            "V9 crop .9, half size, crf 30",
            "V12 vp9 crf 33",
            "A1 mp3 64k",
            "A1 aac 32k",
            "A1 opus 32k",
            "A2 resample 8k",
            "A2 highpass 1500",
            "A2 echo",
            "A3 tempo 1.05",
            "A3 pitch 0.95",
            "A3 crop to 5 s");

    private static final Set<String> OUT_OF_PLACE = Set.of("V4", "V5", "V9", "V11", "A3");

    private QuickPart() {}

    /** The full search, which takes its time where there is nothing, only for what shifts, turns or stretches. */
    static Search search(Attack attack) {
        return OUT_OF_PLACE.contains(attack.group()) ? Search.FULL : Search.COMMON;
    }
}
