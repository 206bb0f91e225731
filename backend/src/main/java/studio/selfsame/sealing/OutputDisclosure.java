package studio.selfsame.sealing;

import java.util.Locale;
import studio.selfsame.sealing.c2pa.StoredManifest;

/**
 * How a file was disclosed.
 *
 * @param label words of the visible label
 * @param language spoken in it
 */
record OutputDisclosure(String label, Locale language, StoredManifest manifest, OutputPrints prints) {}
