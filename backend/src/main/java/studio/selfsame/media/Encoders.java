package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/** Opens encoders: the first of each list that really starts on this machine. */
final class Encoders {
    /** MPEG's usual clock: a whole number of ticks for all common frame rates. */
    private static final int CLOCK_HZ = 90_000;

    /** Those that did not start once are not tried again: looking for a graphics card takes time and prints. */
    private static final Set<H264> MISSING = ConcurrentHashMap.newKeySet();

    private Encoders() {}

    /** H.264: the graphics card's encoder where there is one, then x264 where the build has it, then OpenH264. */
    static AVCodecContext h264(Media.Picture picture, boolean globalHeader) {
        for (H264 candidate : H264.values()) {
            if (MISSING.contains(candidate)) {
                continue;
            }
            AVCodecContext codec = picture(candidate.codec, picture, globalHeader);
            if (codec != null) {
                candidate.tune(codec, picture);
                if (open(codec, candidate.options(picture.quality()))) {
                    return codec;
                }
            }
            if (candidate != H264.OPENH264) {
                MISSING.add(candidate);
            }
        }
        throw MediaProblems.cannotEncode("H.264 video of " + picture.widthPx() + "x" + picture.heightPx() + " pixels");
    }

    static AVCodecContext lossless(Media.Picture picture) {
        // Ut Video takes a third of FFV1's processor time for about twice its bytes. It carries no checksum: the vault
        // has one.
        AVCodecContext quick = picture("utvideo", picture, true);
        if (quick != null && open(quick, Map.of("pred", "left"))) {
            return quick;
        }
        // Any size, not only even ones.
        AVCodecContext any = picture("ffv1", picture, true);
        if (any != null && open(any, Map.of("level", "3", "slicecrc", "1", "slices", "4", "context", "0"))) {
            return any;
        }
        throw MediaProblems.cannotEncode("Lossless video");
    }

    static AVCodecContext aac(Media.Sound sound, boolean globalHeader) {
        AVCodecContext codec = sound("aac", sound, AV_SAMPLE_FMT_FLTP, globalHeader);
        if (codec != null) {
            codec.bit_rate(sound.bitRate());
            if (open(codec, Map.of())) {
                return codec;
            }
        }
        throw MediaProblems.cannotEncode("AAC sound of " + sound.sampleRateHz() + " Hz");
    }

    /** @param name of an encoder that keeps every bit of 24 */
    static AVCodecContext whole(String name, Media.Sound sound, boolean globalHeader) {
        AVCodecContext codec = sound(name, sound, AV_SAMPLE_FMT_S32, globalHeader);
        if (codec != null) {
            codec.bits_per_raw_sample(24);
            if (open(codec, Map.of())) {
                return codec;
            }
        }
        throw MediaProblems.cannotEncode(name + " sound of " + sound.sampleRateHz() + " Hz");
    }

    private static @Nullable AVCodecContext sound(
            String name, Media.Sound sound, int sampleFormat, boolean globalHeader) {
        AVCodecContext codec = allocate(name, globalHeader);
        if (codec != null) {
            codec.sample_rate(sound.sampleRateHz());
            codec.sample_fmt(sampleFormat);
            codec.time_base(Ticks.rational(1, sound.sampleRateHz()));
            av_channel_layout_default(codec.ch_layout(), sound.channels());
        }
        return codec;
    }

    private static @Nullable AVCodecContext picture(String name, Media.Picture picture, boolean globalHeader) {
        AVCodecContext codec = allocate(name, globalHeader);
        if (codec == null) {
            return null;
        }
        FrameRate rate = picture.frameRate();
        codec.width(picture.widthPx());
        codec.height(picture.heightPx());
        codec.pix_fmt(AV_PIX_FMT_YUV420P);
        codec.time_base(Ticks.rational(1, CLOCK_HZ));
        codec.framerate(Ticks.rational(rate.numerator(), rate.denominator()));
        codec.gop_size(Media.keyPictureEvery(rate));
        codec.color_range(AVCOL_RANGE_MPEG);
        codec.colorspace(AVCOL_SPC_BT709);
        codec.color_primaries(AVCOL_PRI_BT709);
        codec.color_trc(AVCOL_TRC_BT709);
        codec.thread_count(2);
        return codec;
    }

    private static @Nullable AVCodecContext allocate(String name, boolean globalHeader) {
        AVCodec encoder = avcodec_find_encoder_by_name(name);
        if (encoder == null) {
            return null;
        }
        AVCodecContext codec = avcodec_alloc_context3(encoder);
        if (globalHeader) {
            codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        return codec;
    }

    private static boolean open(AVCodecContext codec, Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
        boolean opened = avcodec_open2(codec, codec.codec(), dictionary) >= 0;
        av_dict_free(dictionary);
        if (!opened) {
            avcodec_free_context(codec);
        }
        return opened;
    }
}
