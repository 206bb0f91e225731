package studio.selfsame.sealing;

import studio.selfsame.sealing.c2pa.StoredManifest;

/**
 * How a file was disclosed.
 *
 * @param markKey public name of the key that its invisible mark was made with
 */
record OutputDisclosure(Declared declared, StoredManifest manifest, OutputPrints prints, String markKey) {}
