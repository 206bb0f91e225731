package studio.selfsame.command.acceptance;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import studio.selfsame.watermark.Search;

/** About a third of the attacks, of every kind one that is neither the mildest nor hopeless. */
final class QuickPart {
    static final Set<String> ATTACKS = Set.of(
            "V1 x264 crf 30",
            "V1 x264 crf 40",
            "V2 x265 crf 30",
            "V3 scale .5",
            "V4 crop .84",
            "V6 brightness .1 contrast 1.3 gamma 1.2",
            "V5 rotate 2",
            "V5 hflip",
            "V6 contrast .5",
            "V7 gblur 1.7",
            "V8 15 fps",
            "V8 1.25 times faster",
            "V9 crop .9, half size, crf 30",
            "V10 720p crf 28, then 480p crf 32",
            "V11 recaptured",
            "V12 vp9 crf 33",
            "V12 mjpeg q 50",
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

    /** The attacks that fall to one of several clips, each to one in turn. */
    static List<Attack> share(List<Attack> attacks, int clip, int clips) {
        return IntStream.range(0, attacks.size())
                .filter(i -> i % clips == clip)
                .mapToObj(attacks::get)
                .toList();
    }

    /** The full search, which takes its time where there is nothing, only for what shifts, turns or stretches. */
    static Search search(Attack attack) {
        return OUT_OF_PLACE.contains(attack.group()) ? Search.FULL : Search.COMMON;
    }
}
