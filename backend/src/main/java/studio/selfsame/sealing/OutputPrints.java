package studio.selfsame.sealing;

import java.util.Optional;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.SoundFingerprint;

/**
 * What a sealed file looks and sounds like, label and mark included: its picture as it went to the encoder, its sound as it came back from
 * the file.
 *
 * @param sound empty where it has none
 */
public record OutputPrints(PictureFingerprint picture, Optional<SoundFingerprint> sound) {}
