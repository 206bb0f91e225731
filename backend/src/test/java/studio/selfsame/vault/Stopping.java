package studio.selfsame.vault;

/** Stops a rotation at one of the moments between its steps; those around unwrapping change nothing and do not count. */
final class Stopping extends WatchedMasterKey {
    private int left;

    Stopping(RotatingMasterKey watched, int moments) {
        super(watched);
        this.left = moments;
    }

    @Override
    void at(String moment) {
        if (!moment.endsWith("unwrap") && left-- == 0) {
            throw new Stop(moment);
        }
    }

    static final class Stop extends RuntimeException {
        private Stop(String moment) {
            super(moment);
        }
    }
}
