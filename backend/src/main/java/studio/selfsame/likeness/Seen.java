package studio.selfsame.likeness;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** When the mouth is seen in a frame that pixels may be taken from: times in microseconds. */
final class Seen implements LongPredicate {
    private final TreeMap<Long, Long> untilByStart = new TreeMap<>();

    Seen(LikenessModel model) {
        long frameUs = model.frameRate().timeUs(1);
        model.sources().forEach(source -> {
            long start = source.face().presentationTimeUs();
            untilByStart.put(start, start + frameUs);
        });
    }

    @Override
    public boolean test(long timeUs) {
        Map.Entry<Long, Long> frame = untilByStart.floorEntry(timeUs);
        return frame != null && timeUs < frame.getValue();
    }
}
