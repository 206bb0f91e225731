package studio.selfsame.command.acceptance;

import static studio.selfsame.command.acceptance.Attack.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * V1 to V12. Unless an attack is a codec itself, x264 at CRF 23 (30 for scaling and cropping) stores what it made. x265
 * and VP9 work at fast presets, which keep less than their slow ones do at the same quality setting.
 */
final class PictureAttacks {
    private static final String EVEN = "scale=trunc(iw*%1$s/2)*2:trunc(ih*%1$s/2)*2";
    /** Off the middle: 30 % of what goes is cut on the left, 70 % at the top. */
    private static final String CROP = "crop=trunc(iw*%1$s/2)*2:trunc(ih*%1$s/2)*2:(iw-ow)*.3:(ih-oh)*.7";

    private PictureAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.add(picture("V0", "as marked", Tier.A));
        codecs(all);
        shapes(all);
        values(all);
        times(all);
        combined(all);
        return List.copyOf(all);
    }

    private static void codecs(List<Attack> all) {
        all.add(picture("V1", "x264 crf 23", Tier.A, x264("null", 23)));
        all.add(picture("V1", "x264 crf 30", Tier.A, x264("null", 30)));
        all.add(picture("V1", "x264 crf 35", Tier.B, x264("null", 35)));
        all.add(picture("V1", "x264 crf 40", Tier.B, x264("null", 40)));
        all.add(picture("V1", "x264 crf 50", Tier.REPORTED, x264("null", 50)));
        all.add(picture("V2", "x265 crf 23", Tier.A, x265(23)));
        all.add(picture("V2", "x265 crf 30", Tier.A, x265(30)));
        all.add(picture("V2", "x265 crf 35", Tier.REPORTED, x265(35)));
        all.add(picture("V2", "x265 crf 40", Tier.C, x265(40)));
    }

    private static void shapes(List<Attack> all) {
        for (String factor : List.of(".71", ".55", ".5")) {
            all.add(picture("V3", "scale " + factor, Tier.A, x264(EVEN.formatted(factor), 30)));
        }
        for (String factor : List.of(".9", ".84", ".71")) {
            String crop = CROP.formatted(factor);
            all.add(picture("V4", "crop " + factor, Tier.A, x264(crop, 30)));
            all.add(picture("V4", "crop " + factor + " scaled back", Tier.A, x264(crop + ",scale={w}:{h}", 30)));
        }
        all.add(picture("V5", "rotate 2", Tier.A, x264(rotate(2), 23)));
        all.add(picture("V5", "rotate 5", Tier.A, x264(rotate(5), 23)));
        all.add(picture("V5", "rotate 10", Tier.REPORTED, x264(rotate(10), 23)));
        all.add(picture("V5", "transpose", Tier.REPORTED, x264("transpose=1", 23)));
        all.add(picture("V5", "hflip", Tier.A, x264("hflip", 23)));
    }

    private static void values(List<Attack> all) {
        all.add(picture(
                "V6",
                "brightness .1 contrast 1.3 gamma 1.2",
                Tier.A,
                x264("eq=brightness=.1:contrast=1.3:gamma=1.2", 23)));
        all.add(picture("V6", "contrast .5", Tier.A, x264("eq=contrast=.5", 23)));
        all.add(picture("V6", "contrast 1.5", Tier.A, x264("eq=contrast=1.5", 23)));
        all.add(picture("V6", "grey", Tier.A, x264("hue=s=0", 23)));
        all.add(picture("V7", "gblur 1.7", Tier.A, x264("gblur=sigma=1.7", 23)));
        all.add(picture("V7", "median 4", Tier.A, x264("median=radius=4", 23)));
        all.add(picture("V7", "noise 20", Tier.A, x264("noise=alls=20:allf=t", 23)));
    }

    private static void times(List<Attack> all) {
        for (int rate : List.of(12, 15, 60)) {
            all.add(picture("V8", rate + " fps", Tier.A, x264("null", 23) + " -r " + rate));
        }
        all.add(picture("V8", "1.25 times faster", Tier.A, x264("setpts=PTS/1.25", 23) + " -r 25"));
        all.add(picture("V8", "drop 20 %", Tier.A, x264("select=mod(n\\,5)", 23) + " -r 25"));
        all.add(picture("V8", "swap 20 %", Tier.A, x264("shuffleframes=0|1|3|2|4|5|6|7|8|9", 23)));
        all.add(picture("V8", "tmix 3", Tier.A, x264("tmix=frames=3", 23)));
        all.add(picture("V8", "trim to 3 s", Tier.A, "-ss 2.2 -t 3 " + x264("null", 23)));
    }

    private static void combined(List<Attack> all) {
        String half = CROP.formatted(".9") + ",scale=trunc({w}/4)*2:trunc({h}/4)*2";
        all.add(picture("V9", "crop .9, half size, crf 30", Tier.A, x264(half, 30)));
        all.add(picture("V9", "crop .9, half size, crf 40", Tier.C, x264(half, 40)));
        all.add(picture("V9", "crop .71, crf 40", Tier.B, x264(CROP.formatted(".71"), 40)));
        String pale = CROP.formatted(".71") + ",eq=contrast=.5";
        all.add(picture("V9", "crop .71, contrast .5, crf 23", Tier.A, x264(pale, 23)));
        all.add(picture("V9", "crop .71, contrast .5, crf 30", Tier.A, x264(pale, 30)));
        all.add(picture("V9", "crop .71, contrast .5, crf 40", Tier.B, x264(pale, 40)));
        all.add(picture(
                "V10",
                "720p crf 28, then 480p crf 32",
                Tier.B,
                x264(shorterSide(720), 28),
                x264(shorterSide(480), 32).replace("{preset}", "veryfast")));
        String screen = "perspective=x0=W*.02:y0=H*.015:x1=W*.985:y1=0:x2=0:y2=H*.99:x3=W:y3=H,"
                + "gblur=sigma=.8,eq=gamma=1.15,noise=alls=8:allf=t,fps=30";
        all.add(picture("V11", "recaptured", Tier.C, x264(screen, 28)));
        all.add(picture("V12", "vp9 crf 33", Tier.C, "-c:v libvpx-vp9 -crf 33 -b:v 0 -deadline realtime -cpu-used 8"));
        all.add(picture("V12", "av1 crf 35", Tier.C, "-c:v libsvtav1 -preset 10 -crf 35"));
        // MPEG's quantiser 8 divides like the tables of JPEG at quality 50
        all.add(picture("V12", "mjpeg q 50", Tier.C, "-c:v mjpeg -q:v 8 -pix_fmt yuvj420p"));
        all.add(picture(
                "V12",
                "picture in picture 60 %",
                Tier.C,
                "-filter_complex testsrc2=s={w}x{h}:r=25[ground];[0:v]scale=trunc(iw*.3)*2:trunc(ih*.3)*2[shown];"
                        + "[ground][shown]overlay=W*.3:H*.1:shortest=1 -c:v libx264 -preset {preset} -crf 23"));
    }

    private static String x264(String filter, int crf) {
        return "-vf " + filter + " -c:v libx264 -preset {preset} -crf " + crf;
    }

    private static String x265(int crf) {
        return "-c:v libx265 -preset veryfast -x265-params log-level=error:pools=1 -crf " + crf;
    }

    private static String rotate(int degrees) {
        return "rotate=" + degrees + "*PI/180";
    }

    /** The filter that makes the shorter side so long. */
    static String shorterSide(int pixels) {
        return "scale=w='if(gt(iw,ih),-2,%1$d)':h='if(gt(iw,ih),%1$d,-2)'".formatted(pixels);
    }
}
