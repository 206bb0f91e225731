package studio.selfsame.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the vault does when a process of the studio starts: a destruction that a restored database or key folder forgot is
 * told to it again by the one that remembers, and a rotation that happened meanwhile is recorded.
 */
@Component
class VaultStart {
    private final DataKeys keys;
    private final MasterKeyWatch watch;
    private final KeyLedger ledger;

    VaultStart(DataKeys keys, MasterKeyWatch watch, KeyLedger ledger) {
        this.keys = keys;
        this.watch = watch;
        this.ledger = ledger;
    }

    @EventListener(ApplicationReadyEvent.class)
    void reconcile() throws IOException, GeneralSecurityException {
        for (var id : ledger.destroyed()) {
            keys.destroy(id);
        }
        for (var id : keys.destroyed()) {
            if (!ledger.isDestroyed(id)) {
                ledger.destroyed(id);
            }
        }
        watch.look();
    }
}
