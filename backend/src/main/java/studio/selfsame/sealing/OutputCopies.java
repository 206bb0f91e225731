package studio.selfsame.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.sealing.OutputSounds.Among;
import studio.selfsame.watermark.Likeness;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.SoundFingerprint;

/**
 * Outputs that show and say the same. Picture and sound must both agree: a picture alone may be that of the recording that
 * an output was drawn over, and a sound alone that of the person's own voice.
 */
@Repository
public class OutputCopies {
    private static final String TAKEN_DOWN =
            "select output_id from sealed_output where state = 'TAKEN_DOWN' order by output_id";

    private final JdbcClient jdbc;
    private final OutputSounds sounds;
    private final OutputDisclosures disclosures;

    OutputCopies(JdbcClient jdbc, OutputSounds sounds, OutputDisclosures disclosures) {
        this.jdbc = jdbc;
        this.sounds = sounds;
        this.disclosures = disclosures;
    }

    /** Ids of all that show and say what this does. What cannot be heard is a copy of nothing here. */
    public List<String> of(OutputPrints prints) {
        List<String> found = new ArrayList<>();
        if (!isMute(prints.sound())) {
            sounds.same(prints.sound().orElseThrow(), Among.ALL, () -> true, output -> {
                if (looksLike(output, prints)) {
                    found.add(output);
                }
                return true;
            });
        }
        return List.copyOf(found);
    }

    /**
     * The output of which this is a copy, where that was taken down or is held. Here the mute are compared with the mute, by
     * their picture: better to refuse one that was drawn over the same recording than to let the same one in again.
     *
     * @param prints of a file that is about to be delivered, or that was handed in
     */
    public Optional<String> takenDown(OutputPrints prints) {
        if (isMute(prints.sound())) {
            return mute(prints);
        }
        List<String> found = new ArrayList<>();
        sounds.same(prints.sound().orElseThrow(), Among.TAKEN_DOWN, () -> true, output -> {
            if (looksLike(output, prints)) {
                found.add(output);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private Optional<String> mute(OutputPrints prints) {
        return jdbc.sql(TAKEN_DOWN).query(String.class).list().stream()
                .filter(output -> disclosures
                        .prints(output)
                        .filter(kept -> isMute(kept.sound()) && isSamePicture(kept.picture(), prints))
                        .isPresent())
                .findFirst();
    }

    private boolean looksLike(String output, OutputPrints prints) {
        return disclosures
                .prints(output)
                .filter(kept -> isSamePicture(kept.picture(), prints))
                .isPresent();
    }

    private static boolean isSamePicture(PictureFingerprint kept, OutputPrints prints) {
        return kept.compare(prints.picture()) instanceof Likeness.Same;
    }

    /** Nothing is known again by its sound that is not known by it now. */
    private static boolean isMute(Optional<SoundFingerprint> sound) {
        return sound.filter(heard -> heard.compare(heard) instanceof Likeness.Same)
                .isEmpty();
    }
}
