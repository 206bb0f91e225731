package studio.selfsame.media;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** The H.264 encoders that may be there, best first, and what our quality 0..1 means to each. */
enum H264 {
    NVENC("h264_nvenc") {
        @Override
        Map<String, String> options(double quality) {
            return Map.of("preset", "p5", "rc", "vbr", "cq", quantiser(quality), "bf", "0", "profile", "high");
        }
    },
    X264("libx264") {
        @Override
        Map<String, String> options(double quality) {
            return Map.of("preset", "fast", "crf", quantiser(quality), "profile", "high");
        }
    },
    OPENH264("libopenh264") {
        @Override
        Map<String, String> options(double quality) {
            return Map.of("rc_mode", "quality", "allow_skip_frames", "0", "profile", "high", "coder", "cabac");
        }

        // Its rate control starves still backgrounds: a generous rate with a narrow range of quantisers is in effect
        // a constant quality.
        @Override
        void tune(AVCodecContext codec, Media.Picture picture) {
            double bitsPerPixel = 0.04 * Math.pow(2, 4 * picture.quality());
            double perSecond = picture.frameRate().perSecond();
            codec.bit_rate((long) (bitsPerPixel * picture.widthPx() * picture.heightPx() * perSecond));
            int centre = Integer.parseInt(quantiser(picture.quality()));
            codec.qmin(Math.max(1, centre - 6));
            codec.qmax(Math.min(51, centre + 4));
        }
    };

    final String codec;

    H264(String codec) {
        this.codec = codec;
    }

    abstract Map<String, String> options(double quality);

    void tune(AVCodecContext codec, Media.Picture picture) {}

    /** 0.8 becomes 18, about visually lossless; 0.5 becomes 26. */
    static String quantiser(double quality) {
        return Integer.toString((int) Math.round(39.3 - 26.6 * Math.clamp(quality, 0, 1)));
    }
}
