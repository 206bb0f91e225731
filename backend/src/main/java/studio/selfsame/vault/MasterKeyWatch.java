package studio.selfsame.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Tells the ledger which version of the master key wraps: a rotation happens on the files, perhaps without a studio. */
@Component
class MasterKeyWatch {
    private final MasterKey master;
    private final KeyLedger ledger;

    MasterKeyWatch(MasterKey master, KeyLedger ledger) {
        this.master = master;
        this.ledger = ledger;
    }

    void look() throws IOException, GeneralSecurityException {
        if (master instanceof RotatingMasterKey rotating) {
            ledger.wrapsNow(rotating.versions().getLast());
        }
    }
}
