package studio.selfsame.inspection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.selfsame.inspection.child.Evidence;
import studio.selfsame.watermark.Alteration;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.SoundFingerprint;

/**
 * The invisible marks of a file, and the fingerprints of what it shows.
 *
 * @param picture found in the picture
 * @param sound found in the sound
 * @param picturePrint empty where there is no picture to be looked at
 * @param soundPrint empty where there is no sound
 * @param remarks why one could not be looked for properly, in plain words
 */
record Marks(
        Optional<Sighting> picture,
        Optional<Sighting> sound,
        Optional<PictureFingerprint> picturePrint,
        Optional<SoundFingerprint> soundPrint,
        List<String> remarks) {
    /**
     * As a child found them.
     *
     * @throws IllegalArgumentException for what no child of ours says
     */
    static Marks of(Evidence evidence) {
        return new Marks(
                evidence.picture().flatMap(seen -> sighting(seen.id(), seen.alteration())),
                evidence.sound().flatMap(heard -> sighting(heard.id(), heard.alteration())),
                evidence.picture().flatMap(Evidence.Seen::print).map(PictureFingerprint::ofBytes),
                evidence.sound().flatMap(Evidence.Heard::print).map(SoundFingerprint::ofBytes),
                evidence.remarks());
    }

    private static Optional<Sighting> sighting(Optional<String> id, Optional<? extends Alteration> alteration) {
        return id.flatMap(
                of -> alteration.map(undone -> new Sighting(Payload.ofHex(of).toHex(), undone)));
    }

    /** The output that the marks name; the picture's counts before the sound's. */
    Optional<String> any() {
        return pictureId().or(this::soundId);
    }

    boolean disagree() {
        return picture.isPresent() && sound.isPresent() && !pictureId().equals(soundId());
    }

    Marks remarking(String remark) {
        List<String> all = Stream.concat(remarks.stream(), Stream.of(remark)).toList();
        return new Marks(picture, sound, picturePrint, soundPrint, all);
    }

    private Optional<String> pictureId() {
        return picture.map(Sighting::id);
    }

    private Optional<String> soundId() {
        return sound.map(Sighting::id);
    }
}
