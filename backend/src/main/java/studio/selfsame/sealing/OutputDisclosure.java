package studio.selfsame.sealing;

import java.util.Locale;
import java.util.Set;
import studio.selfsame.sealing.c2pa.StoredManifest;

/**
 * How a file was disclosed.
 *
 * @param label words of the visible label
 * @param language spoken in it
 * @param markKey public name of the key that its invisible mark was made with
 */
record OutputDisclosure(
        String label,
        Locale language,
        StoredManifest manifest,
        OutputPrints prints,
        String markKey,
        Grounds grounds,
        Set<Notice> notices) {}
