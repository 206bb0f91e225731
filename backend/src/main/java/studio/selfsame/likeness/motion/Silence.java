package studio.selfsame.likeness.motion;

import java.util.Arrays;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.SpeechFeatures;

/**
 * Where nobody speaks, and how far from speech. Lips set out for the first sound before it is heard and need time to
 * settle after the last, so silence deepens from 0 to 1 with the distance from speech.
 */
final class Silence {
    private static final int STEP_US = SpeechFeatures.STEP_US;
    private static final float SPEAKS = 0.5f;
    private static final int BEFORE = 18;
    private static final int AFTER = 22;
    private static final float FADE = 14;

    private final float[] depth;

    private Silence(float[] depth) {
        this.depth = depth;
    }

    /** By the ear where the sound was heard, by the pauses between phones where only they are known. */
    static Silence of(SpeechFeatures speech) {
        int n = speech.steps();
        boolean[] speaks = new boolean[n];
        for (int i = 0; i < n; i++) {
            speaks[i] = speech.speech()[i] >= SPEAKS;
        }
        if (!speech.heard()) {
            Arrays.fill(speaks, false);
            for (Phone phone : speech.timeline().phones()) {
                if (!Viseme.SILENT.contains(phone.symbol())) {
                    int to = (int) Math.min(n, phone.endUs() / STEP_US + 1);
                    Arrays.fill(speaks, (int) Math.min(to, phone.startUs() / STEP_US), to, true);
                }
            }
        }
        float[] depth = new float[n];
        int far = Integer.MAX_VALUE / 2;
        int since = far;
        for (int i = 0; i < n; i++) {
            since = speaks[i] ? 0 : Math.min(far, since + 1);
            depth[i] = fade(since - AFTER);
        }
        int until = far;
        for (int i = n - 1; i >= 0; i--) {
            until = speaks[i] ? 0 : Math.min(far, until + 1);
            depth[i] = Math.min(depth[i], fade(until - BEFORE));
        }
        return new Silence(depth);
    }

    private static float fade(int steps) {
        return Math.clamp(steps / FADE, 0, 1);
    }

    /** 0 in and near speech, 1 in silence; silence after the end. */
    float depth(long timeUs) {
        int step = (int) Math.max(0, timeUs / STEP_US);
        return step < depth.length ? depth[step] : 1;
    }
}
