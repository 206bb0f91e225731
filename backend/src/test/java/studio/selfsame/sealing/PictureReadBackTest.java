package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.measure.Frames;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;

/** Which pictures of a sealed file are decoded again; its runs are of 50 pictures. */
class PictureReadBackTest {
    private static final FrameRate RATE = new FrameRate(25, 1);

    @Test
    void pictures_untilTheMarkIsFound_areAllLookedAt() {
        assertThat(seen(230, 230, Integer.MAX_VALUE)).isEqualTo(range(0, 230));
    }

    @Test
    void pictures_onceTheMarkIsFound_areOneRunOfFiveAndTheLast() {
        List<Integer> expected = new ArrayList<>(range(0, 61));
        expected.addAll(range(250, 300));
        expected.addAll(range(500, 550));
        expected.addAll(range(650, 680));

        assertThat(seen(680, 680, 60)).isEqualTo(expected);
    }

    @Test
    void pictures_moreThanThereShouldBe_areSeenToBe() {
        assertThat(seen(105, 100, 10)).isEqualTo(range(0, 105));
    }

    @Test
    void pictures_fewerThanThereShouldBe_endWhereTheyEnd() {
        assertThat(seen(120, 300, 55)).last().isEqualTo(55);
    }

    @Test
    void label_illegibleOnItsWayToTheEncoder_isAsMissing() {
        var print = PictureFingerprinter.create(PictureFormat.of(64, 64)).finish();
        var whole = new SelfVerification.Found(new OutputMarks(true, true, true), List.of());

        var found = whole.drawn(new DisclosedVideo.Drawn(print, OptionalInt.of(7)));

        assertThat(found.marks()).isEqualTo(new OutputMarks(true, false, true));
        assertThat(found.faults()).containsExactly("The label cannot be read in picture 7.");
        assertThat(whole.drawn(new DisclosedVideo.Drawn(print, OptionalInt.empty())))
                .isEqualTo(whole);
    }

    /** @param settled picture at which the mark is found */
    private static List<Integer> seen(int pictures, int expected, int settled) {
        List<VideoFrame> all = IntStream.range(0, pictures)
                .mapToObj(i -> new VideoFrame(2, 2, RATE.timeUs(i), new byte[4], new byte[1], new byte[1]))
                .toList();
        var source = new PictureReadBack(new Frames(all, RATE), RATE, expected);
        List<Integer> seen = new ArrayList<>();
        for (Optional<VideoFrame> next = source.next(); next.isPresent(); next = source.next()) {
            seen.add(source.indexOf(next.get()));
            if (seen.getLast() == settled) {
                source.settle();
            }
        }
        return seen;
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
