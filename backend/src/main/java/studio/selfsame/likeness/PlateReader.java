package studio.selfsame.likeness;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;

/**
 * Gives plates from the sealed footage, forwards frame by frame and backwards in blocks, so that a stretch played back
 * and forth does not seek for every frame.
 */
final class PlateReader implements AutoCloseable {
    private static final long MEMORY = 64L << 20;
    /** Enough to see the same frame again; whatever is held longer, the collector of garbage copies. */
    private static final int FORWARDS = 2;

    private final MediaReader reader;
    private final TreeMap<Integer, Long> timesUs = new TreeMap<>();
    private final TreeMap<Integer, VideoFrame> kept = new TreeMap<>();
    private int next = -1;
    /** Last frame of the block that is read to be played backwards; -1 where none is. */
    private int blockEnd = -1;

    PlateReader(MediaReader reader, List<StabilisedFace> faces) {
        this.reader = reader;
        timesUs.put(0, 0L);
        faces.forEach(face -> timesUs.put(face.frameIndex(), face.presentationTimeUs()));
    }

    VideoFrame read(int frameIndex) throws IOException {
        VideoFrame have = kept.get(frameIndex);
        if (have != null) {
            return have;
        }
        if (frameIndex != next) {
            boolean backwards = !kept.isEmpty() && frameIndex < kept.firstKey() && frameIndex > kept.firstKey() - 3;
            int start = backwards ? blockStart(frameIndex) : frameIndex;
            blockEnd = backwards ? frameIndex : -1;
            kept.clear();
            // Where no face was seen the time is not known: then from the last known frame on.
            Map.Entry<Integer, Long> known = timesUs.floorEntry(start);
            reader.seek(known.getValue());
            next = known.getKey();
        }
        VideoFrame frame;
        do {
            Optional<VideoFrame> read = reader.nextFrame();
            frame = read.orElseThrow(() -> new IOException("the footage ends before frame " + frameIndex));
            keep(next++, frame);
        } while (next <= frameIndex);
        return frame;
    }

    private void keep(int index, VideoFrame frame) {
        kept.put(index, frame);
        int most = index <= blockEnd ? capacity(frame) : FORWARDS;
        while (kept.size() > most) {
            kept.pollFirstEntry();
        }
    }

    private static int capacity(VideoFrame frame) {
        return (int) Math.clamp(MEMORY / (frame.y().length * 3L / 2), 4, 64);
    }

    private int blockStart(int frameIndex) {
        int start = frameIndex;
        int block = capacity(kept.firstEntry().getValue());
        while (frameIndex - start + 1 < block && timesUs.containsKey(start - 1)) {
            start--;
        }
        return start;
    }

    @Override
    public void close() {
        reader.close();
    }
}
