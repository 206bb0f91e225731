package studio.selfsame.sealing.c2pa;

/**
 * A box of an ISO base media file (ISO/IEC 14496-12).
 *
 * @param type four letters
 * @param offset of its first byte in the file
 * @param headerBytes 8 or 16
 * @param size of the whole box, bytes
 */
record BmffBox(String type, long offset, int headerBytes, long size) {
    long end() {
        return offset + size;
    }

    long contentOffset() {
        return offset + headerBytes;
    }
}
