package studio.selfsame.inspection;

import studio.selfsame.watermark.Alteration;

/**
 * A mark that was read.
 *
 * @param id of the output that it names, 16 hex digits
 * @param alteration what had to be undone to read it
 */
record Sighting(String id, Alteration alteration) {}
