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
 * @param frames of the whole recording
 * @param faces of this person in it, in frame order
 * @param whole the recording is shown as it is, frame for frame; else a calm stretch of it is chosen
 */
record Plates(
        int widthPx,
        int heightPx,
        FrameRate frameRate,
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
                model.frameRate(),
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
                video.frameRate(),
                frames,
                faces,
                true,
                new PlateReader(recording, faces));
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
