package studio.selfsame.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;

/** Does something the first time that a moment comes. */
final class Interfering extends WatchedMasterKey {
    private final String moment;
    private final Deed deed;
    private boolean done;

    Interfering(RotatingMasterKey watched, String moment, Deed deed) {
        super(watched);
        this.moment = moment;
        this.deed = deed;
    }

    interface Deed {
        void run() throws IOException, GeneralSecurityException;
    }

    @Override
    void at(String now) throws IOException, GeneralSecurityException {
        if (!done && now.equals(moment)) {
            done = true;
            deed.run();
        }
    }
}
