package studio.selfsame.watermark;

final class Trial {
    static final boolean LOG = Boolean.getBoolean("wm.log");
    static final boolean DIAG = System.getProperty("wm.scale") != null;

    private Trial() {}

    static void diag(
            PictureKey key, PictureEvidence ev, ChipLattice lattice, PilotView view, double reach, Sighting noise) {
        double k = Double.parseDouble(System.getProperty("wm.scale"));
        Sighting s = new PilotFit(key.tables(), view, reach).judged(noise, Placement.of(1 / k, 1 / k, 0));
        System.err.printf("DIAG strength %.1f start %.2f : ", s.strength(), s.start());
        key.reader(true).diag(ev, s, lattice);
    }
}
