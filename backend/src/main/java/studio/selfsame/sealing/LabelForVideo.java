package studio.selfsame.sealing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.selfsame.face.FaceFinder;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.label.FaceGlimpse;
import studio.selfsame.sealing.label.Label;
import studio.selfsame.sealing.label.LabelWords;
import studio.selfsame.work.WorkMonitor;

/** Lays a video's label out, once for all attempts to seal it. */
final class LabelForVideo {
    private LabelForVideo() {}

    static Label of(Undisclosed video, WorkMonitor monitor) throws IOException {
        Declared declared = video.declared();
        return Label.of(
                declared.words(),
                LabelWords.of(declared.language()).language(),
                video.widthPx(),
                video.heightPx(),
                video.frameRate(),
                video.frames(),
                faces(video.pictures(), monitor));
    }

    /** Where faces are, looked for in one picture of each second. */
    static List<FaceGlimpse> faces(UnsealedRender.Frames pictures, WorkMonitor monitor) throws IOException {
        monitor.progress("finding a place for the label", 0, Map.of());
        List<FaceGlimpse> glimpses = new ArrayList<>();
        try (FaceFinder faces = FaceFinder.open()) {
            pictures.glimpses(picture -> {
                monitor.checkCancelled();
                glimpses.add(new FaceGlimpse(picture.presentationTimeUs(), faces.find(picture)));
            });
        }
        return glimpses;
    }
}
