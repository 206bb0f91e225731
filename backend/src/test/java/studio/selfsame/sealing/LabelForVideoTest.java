package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.label.FaceGlimpse;
import studio.selfsame.sealing.label.Label;
import studio.selfsame.sealing.label.LabelPlace;
import studio.selfsame.sealing.label.LabelTrack;

class LabelForVideoTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;
    private static final FrameRate RATE = new FrameRate(25, 1);
    private static final int FRAMES = 75;

    @ParameterizedTest
    @CsvSource({"0, TOP_RIGHT", "480, TOP_LEFT"})
    void label_besideAFaceInTheUpperPartOfThePicture_standsOnTheOtherSide(int faceFromPx, LabelPlace place)
            throws Exception {
        VideoFrame picture = withAda(faceFromPx);
        UnsealedRender.Frames pictures = sink -> {
            for (int i = 0; i < FRAMES; i++) {
                sink.accept(new VideoFrame(WIDTH, HEIGHT, RATE.timeUs(i), picture.y(), picture.u(), picture.v()));
            }
        };

        List<FaceGlimpse> faces = LabelForVideo.faces(pictures, new SealingRoom.Unwatched());

        assertThat(faces).extracting(FaceGlimpse::timeUs).containsExactly(0L, 1_000_000L, 2_000_000L);
        assertThat(faces).allSatisfy(seen -> assertThat(seen.faces()).hasSize(1));
        Label label = Label.of("AI GENERATED", Locale.ENGLISH, WIDTH, HEIGHT, RATE, FRAMES, faces);
        assertThat(label.track()).isEqualTo(new LabelTrack(List.of(new LabelTrack.Stay(0, place))));
    }

    @Test
    void disclosure_ofWhatWasMadeAndWhatWasChanged_hasItsOwnWordsInEachLanguage() {
        assertThat(Disclosure.GENERATED.words(Locale.GERMANY)).isEqualTo("KI-GENERIERT");
        assertThat(Disclosure.MODIFIED.words(Locale.GERMANY)).isEqualTo("KI-VERÄNDERT");
        assertThat(Disclosure.GENERATED.words(Locale.of("tlh"))).isEqualTo("AI GENERATED");
    }

    /** Grey, with Ada from this column on, moved up by a part of the empty space above her. */
    private static VideoFrame withAda(int leftPx) throws URISyntaxException {
        Path clip = Path.of(Objects.requireNonNull(LabelForVideoTest.class.getResource("/footage/ada_4s.mp4"))
                .toURI());
        try (var reader = Media.alone().open(clip)) {
            VideoFrame ada = reader.nextFrame().orElseThrow();
            return new VideoFrame(
                    WIDTH,
                    HEIGHT,
                    0,
                    pasted(ada.y(), ada.widthPx(), WIDTH, leftPx, 60),
                    pasted(ada.u(), ada.chromaWidthPx(), WIDTH / 2, leftPx / 2, 30),
                    pasted(ada.v(), ada.chromaWidthPx(), WIDTH / 2, leftPx / 2, 30));
        }
    }

    private static byte[] pasted(byte[] plane, int width, int wide, int left, int up) {
        byte[] all = new byte[plane.length / width * wide];
        Arrays.fill(all, (byte) 128);
        for (int row = up; row < plane.length / width; row++) {
            System.arraycopy(plane, row * width, all, (row - up) * wide + left, width);
        }
        return all;
    }
}
