package studio.selfsame.command.acceptance;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of another watermark after about the same attack.
 *
 * @param attacks labels of ours that it is compared with
 * @param percent bit accuracy, on material of their own, if the name does not say otherwise
 */
record Rival(String name, List<String> attacks, double percent) {
    static final List<String> NOTES = List.of(
            "The metrics differ. Ours: the exact 64-bit id was read, on this bench's own clips and tracks.",
            "Theirs: share of single bits that were right (50 % is chance), or lost and read, on other material than ours.",
            "Video Seal 1.0 (256 bits), published: bit accuracy on stills; its JPEG 50 to 80 stands beside our MJPEG, its"
                    + " crops of 77 to 95 % beside .84.",
            "RivaGAN (32 bits), measured with its published weights: .69 to .81 of bits right after x264 CRF 40; the middle"
                    + " is shown. imwatermark: measured.",
            "audiowmark 0.6.5 (128 bits), measured on ten seconds of speech: 100 where the message was read, 0 where not.",
            "Not shown, because no single attack is reported: AudioSeal (16 bits), .39 of messages right on average over"
                    + " attacks (XAttnMark's authors).");

    private static final List<Rival> ALL = List.of(
            new Rival("Video Seal 99.9", List.of("V0 as marked"), 99.9),
            new Rival("Video Seal 98.0", List.of("V4 crop .84", "V4 crop .84 scaled back"), 98.0),
            new Rival("Video Seal 99.7", List.of("V12 mjpeg q 50"), 99.7),
            new Rival("RivaGAN 69 to 81", List.of("V1 x264 crf 40"), 75),
            new Rival("imwatermark dwtDct lost", List.of("V1 x264 crf 30"), 0),
            new Rival("dwtDctSvd lost", List.of("V3 scale .5"), 0),
            new Rival(
                    "audiowmark read",
                    List.of("A1 mp3 32k", "A1 aac 64k", "A1 opus 32k", "A2 resample 16k", "A3 crop to 5 s"),
                    100),
            new Rival(
                    "audiowmark lost",
                    List.of(
                            "A1 aac 32k",
                            "A1 opus 16k",
                            "A2 echo",
                            "A3 noise at 20 dB",
                            "A3 tempo 0.95",
                            "A3 tempo 1.05",
                            "A3 pitch 0.95",
                            "A3 pitch 1.05"),
                    0));

    static List<Rival> of(String attack) {
        return ALL.stream().filter(rival -> rival.attacks().contains(attack)).toList();
    }

    /** In a line, empty where nothing is published. */
    static String told(String attack) {
        return of(attack).stream().map(Rival::name).collect(Collectors.joining("; "));
    }
}
