package studio.selfsame.likeness;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;

/**
 * The frames into which a person is drawn, and where their face is in each: their enrolled footage, or a recording of theirs
 * that is followed frame for frame.
 *
 * @param clock their times, and the rate at which they are played
 * @param frames of the whole recording
 * @param faces of this person in it, in frame order
 * @param whole the recording is shown as it is, frame for frame; else a calm stretch of it is chosen
 */
record Plates(
        int widthPx,
        int heightPx,
        FrameClock clock,
        int frames,
        List<StabilisedFace> faces,
        boolean whole,
        PlateReader reader)
        implements AutoCloseable {

    static Plates enrolled(LikenessModel model, MediaReader footage) {
        int frames = model.faces().getLast().frameIndex() + 1;
        return new Plates(
                model.widthPx(),
                model.heightPx(),
                new FrameClock(model.frameRate(), new long[0]),
                frames,
                model.faces(),
                false,
                new PlateReader(footage, model.faces()));
    }

    /** @param faces stabilised in the model's space */
    static Plates recording(MediaReader recording, List<StabilisedFace> faces, int frames) throws IOException {
        MediaProbe.Video video =
                recording.probe().video().orElseThrow(() -> new IOException("a recording without picture"));
        return new Plates(
                video.widthPx(),
                video.heightPx(),
                new FrameClock(recording.evenRate(), recording.unevenTimesUs()),
                frames,
                faces,
                true,
                new PlateReader(recording, faces));
    }

    FrameRate frameRate() {
        return clock.rate();
    }

    /** Index of the frame that is on show at step {@code i} of the recording played from its start. */
    int shown(int step) {
        return clock.frameAt(step);
    }

    /** Its faces as they are seen when it is played at its rate, one for each step. */
    List<StabilisedFace> inStep() {
        return clock.inStep(faces);
    }

    Map<Integer, StabilisedFace> facesByFrame() {
        Map<Integer, StabilisedFace> map = new HashMap<>();
        faces.forEach(face -> map.put(face.frameIndex(), face));
        return map;
    }

    VideoFrame read(int frameIndex) throws IOException {
        return reader.read(frameIndex);
    }

    @Override
    public void close() {
        reader.close();
    }
}
