package studio.selfsame.watermark;

/**
 * A guess how the clock and the pitch of a {@link SoundMap} relate to those of the mark.
 *
 * @param tempo of the map relative to the mark
 * @param pitch factor of the frequencies
 * @param start where in the mark's cycle of pilots the map begins, in marked frames of 8 ms
 * @param score how well the pilots fit there, in standard deviations
 */
record SoundPlace(double tempo, double pitch, double start, double score) {

    /** The frame of the map at which a slot of the mark is centred. */
    double frameOf(int slot) {
        return (slot * SoundSpectra.PER_SLOT - start) / tempo;
    }

    int firstSlot() {
        return (int) Math.ceil(start / SoundSpectra.PER_SLOT);
    }

    int slots(int frames) {
        return (int) Math.max(0, Math.floor((start + (frames - 1) * tempo) / SoundSpectra.PER_SLOT) - firstSlot() + 1);
    }

    /** The bin of the map at which a band of the mark is centred. */
    double binOf(int band) {
        return (SoundMap.centreBin(band) + SoundSpectra.LOW_BIN) * pitch - SoundSpectra.LOW_BIN;
    }

    /** The same middle of a map, but other clocks. */
    SoundPlace changed(double byTempo, double byPitch, double byStart, int frames) {
        double newTempo = tempo * byTempo;
        return new SoundPlace(newTempo, pitch * byPitch, start + byStart + (tempo - newTempo) * frames / 2, score);
    }

    /** The same place in a map that begins some frames earlier, or later if negative. */
    SoundPlace earlier(long frames) {
        return new SoundPlace(tempo, pitch, start - frames * tempo, score);
    }
}
