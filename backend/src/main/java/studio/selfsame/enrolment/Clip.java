package studio.selfsame.enrolment;

import java.util.Locale;
import studio.selfsame.face.FaceTrack.Shot;
import studio.selfsame.media.MediaProbe;

/** The footage's picture and its clock. */
record Clip(double durationSeconds, int widthPx, int heightPx, double framesPerSecond) {
    static Clip of(MediaProbe probe, MediaProbe.Video video) {
        return new Clip(
                probe.durationUs() / 1e6,
                video.widthPx(),
                video.heightPx(),
                video.frameRate().perSecond());
    }

    double seconds(int frames) {
        return frames / framesPerSecond;
    }

    double start(Shot shot) {
        return seconds(shot.firstFrame());
    }

    double end(Shot shot) {
        return seconds(shot.lastFrame() + 1);
    }

    /** {@code m:ss}, for sentences. */
    static String clock(double seconds) {
        int whole = (int) Math.floor(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    static String length(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
