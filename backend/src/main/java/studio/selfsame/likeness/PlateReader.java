package studio.selfsame.likeness;

import java.io.IOException;
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

    private final MediaReader reader;
    private final java.util.Map<Integer, StabilisedFace> faces;
    private final TreeMap<Integer, VideoFrame> kept = new TreeMap<>();
    private int next = -1;

    PlateReader(MediaReader reader, java.util.Map<Integer, StabilisedFace> faces) {
        this.reader = reader;
        this.faces = faces;
    }

    VideoFrame read(int frameIndex) throws IOException {
        VideoFrame have = kept.get(frameIndex);
        if (have != null) {
            return have;
        }
        if (frameIndex != next) {
            boolean backwards = !kept.isEmpty() && frameIndex < kept.firstKey() && frameIndex > kept.firstKey() - 3;
            int start = backwards ? blockStart(frameIndex) : frameIndex;
            kept.clear();
            reader.seek(face(start).presentationTimeUs());
            next = start;
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
        if (kept.size() > capacity(frame)) {
            kept.pollFirstEntry();
        }
    }

    private static int capacity(VideoFrame frame) {
        return (int) Math.clamp(MEMORY / (frame.y().length * 3L / 2), 4, 64);
    }

    private int blockStart(int frameIndex) {
        int start = frameIndex;
        int block = capacity(kept.firstEntry().getValue());
        while (frameIndex - start + 1 < block && faces.containsKey(start - 1)) {
            start--;
        }
        return start;
    }

    private StabilisedFace face(int frameIndex) throws IOException {
        StabilisedFace face = faces.get(frameIndex);
        if (face == null) {
            throw new IOException("no tracked face in frame " + frameIndex);
        }
        return face;
    }

    @Override
    public void close() {
        reader.close();
    }
}
