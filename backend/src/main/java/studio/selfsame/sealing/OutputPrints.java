package studio.selfsame.sealing;

import java.util.Optional;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.SoundFingerprint;

/**
 * What a sealed file looks and sounds like, taken from the file as it was delivered, label and mark included.
 *
 * @param sound empty where it has none
 */
public record OutputPrints(PictureFingerprint picture, Optional<SoundFingerprint> sound) {}
