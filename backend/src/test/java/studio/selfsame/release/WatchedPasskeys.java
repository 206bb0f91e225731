package studio.selfsame.release;

import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.PersonId;

/** The studio's own, which nobody may ask for a verdict while they hold a connection; and what happens meanwhile. */
class WatchedPasskeys implements Passkeys {
    private final Passkeys passkeys;
    private volatile Meanwhile meanwhile = () -> {};

    WatchedPasskeys(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @FunctionalInterface
    interface Meanwhile {
        void happen() throws Exception;
    }

    /** Once, right after the next verdict. */
    void meanwhile(Meanwhile event) {
        meanwhile = event;
    }

    @Override
    public boolean any(PersonId person) {
        return passkeys.any(person);
    }

    @Override
    public Ceremony begin(PersonId signer, byte[] digest) {
        return passkeys.begin(signer, digest);
    }

    @Override
    public Signature verify(PersonId signer, byte[] digest, Assertion assertion) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new AssertionError("a passkey is judged within a transaction that holds a connection");
        }
        var signature = passkeys.verify(signer, digest, assertion);
        var event = meanwhile;
        meanwhile = () -> {};
        try {
            event.happen();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return signature;
    }
}
