package studio.selfsame.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.watermark.Likeness;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.SoundFingerprint;

/**
 * Outputs that show and say the same. Picture and sound must both agree: a picture alone may be that of the recording that
 * an output was drawn over, and a sound alone that of the person's own voice.
 */
@Repository
public class OutputCopies {
    private static final int AT_ONCE = 200;
    private static final String SOME = """
            select output_id, picture_print, sound_print from output_disclosure join sealed_output using (output_id)
            where output_id > ? %s order by output_id limit %d
            """;

    private final JdbcClient jdbc;

    OutputCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(String outputId, OutputPrints prints) {}

    /** Ids of all that show and say what this does. What cannot be heard is a copy of nothing here. */
    public List<String> of(OutputPrints prints) {
        if (isMute(prints.sound())) {
            return List.of();
        }
        return search("", kept -> isSame(kept.prints(), prints));
    }

    /**
     * The output of which this is a copy, where that was taken down or is held. Here the mute are compared with the mute, by
     * their picture: better to refuse one that was drawn over the same recording than to let the same one in again.
     *
     * @param prints of a file that is about to be delivered, or that was handed in
     */
    public Optional<String> takenDown(OutputPrints prints) {
        return search(
                        "and state = 'TAKEN_DOWN'",
                        kept -> isSame(kept.prints(), prints)
                                || (isMute(kept.prints().sound())
                                        && isMute(prints.sound())
                                        && isSamePicture(kept.prints(), prints)))
                .stream()
                .findFirst();
    }

    private List<String> search(String which, Predicate<Kept> wanted) {
        List<String> found = new ArrayList<>();
        String after = "";
        for (List<Kept> some = some(which, after); !some.isEmpty(); some = some(which, after)) {
            some.stream().filter(wanted).map(Kept::outputId).forEach(found::add);
            after = some.getLast().outputId();
        }
        return List.copyOf(found);
    }

    private List<Kept> some(String which, String after) {
        return jdbc.sql(SOME.formatted(which, AT_ONCE))
                .param(after)
                .query((row, number) -> new Kept(
                        row.getString("output_id"),
                        new OutputPrints(
                                PictureFingerprint.ofBytes(row.getBytes("picture_print")),
                                Optional.ofNullable(row.getBytes("sound_print")).map(SoundFingerprint::ofBytes))))
                .list();
    }

    private static boolean isSame(OutputPrints one, OutputPrints other) {
        return one.sound().isPresent()
                && other.sound().isPresent()
                && one.sound().get().compare(other.sound().get()) instanceof Likeness.Same
                && isSamePicture(one, other);
    }

    private static boolean isSamePicture(OutputPrints one, OutputPrints other) {
        return one.picture().compare(other.picture()) instanceof Likeness.Same;
    }

    /** Nothing is known again by its sound that is not known by it now. */
    private static boolean isMute(Optional<SoundFingerprint> sound) {
        return sound.filter(heard -> heard.compare(heard) instanceof Likeness.Same)
                .isEmpty();
    }
}
