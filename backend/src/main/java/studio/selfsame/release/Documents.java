package studio.selfsame.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.KeyDestroyedException;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** A release's papers in the vault, under its own data key. What a transaction wrote that fails is deleted again. */
@Component
class Documents {
    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final Vault vault;
    private final ObjectStore objects;

    Documents(Vault vault, ObjectStore objects) {
        this.vault = vault;
        this.objects = objects;
    }

    /** A paper of a version's. */
    enum Paper {
        /** What the rights manager wrote, JSON. */
        DRAFT("draft.json"),
        /** Canonical JSON, UTF-8: what is signed. */
        CONTRACT("contract.json"),
        /** The same for reading: what is signed, too. */
        PDF("contract.pdf"),
        /** With both signatures and the studio's seal. */
        SEALED("sealed.pdf");

        private final String file;

        Paper(String file) {
            this.file = file;
        }
    }

    /** Where a paper lies. */
    record Place(ObjectKey object) {
        static Place of(ReleaseId release, UUID folder, Paper paper) {
            return new Place(new ObjectKey("release/" + release.value() + "/" + folder + "/" + paper.file));
        }

        static Place of(Release release, Version version, Paper paper) {
            return of(release.id(), version.folder(), paper);
        }

        /** The script that a use is asked for with. */
        static Place script(ReleaseId release, UUID use) {
            return new Place(new ObjectKey("release/" + release.value() + "/uses/" + use + "/script"));
        }

        /** What somebody said to their decision. */
        static Place note(ReleaseId release, UUID use, UUID note) {
            return new Place(new ObjectKey("release/" + release.value() + "/uses/" + use + "/" + note));
        }
    }

    DataKeyId createKey() {
        var key = vault.createKey();
        onRollback(() -> vault.destroy(key));
        return key;
    }

    void write(DataKeyId key, Place place, byte[] content) {
        onRollback(() -> objects.delete(place.object()));
        try {
            vault.seal(key, place.object(), out -> out.write(content));
        } catch (KeyDestroyedException e) {
            throw ReleaseProblems.erased();
        } catch (IOException e) {
            throw new UncheckedIOException("a release's paper could not be stored", e);
        }
    }

    void write(DataKeyId key, Place place, String content) {
        write(key, place, content.getBytes(StandardCharsets.UTF_8));
    }

    byte[] read(DataKeyId key, Place place) {
        try {
            return vault.read(key, place.object());
        } catch (KeyDestroyedException e) {
            throw ReleaseProblems.erased();
        } catch (IOException e) {
            throw new UncheckedIOException("a release's paper could not be read", e);
        }
    }

    String text(DataKeyId key, Place place) {
        return new String(read(key, place), StandardCharsets.UTF_8);
    }

    /** The papers of a version that was written anew. */
    void deleteOnCommit(ReleaseId release, UUID folder) {
        var prefix = new ObjectKey("release/" + release.value() + "/" + folder);
        onCompletion(TransactionSynchronization.STATUS_COMMITTED, () -> objects.deleteAll(prefix));
    }

    /** All papers of a release, for good, now: whatever becomes of the transaction. */
    void destroy(ReleaseId release, DataKeyId key) throws IOException {
        vault.destroy(key);
        objects.deleteAll(new ObjectKey("release/" + release.value()));
    }

    private static void onRollback(Deletion deletion) {
        onCompletion(TransactionSynchronization.STATUS_ROLLED_BACK, deletion);
    }

    private static void onCompletion(int wanted, Deletion deletion) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == wanted) {
                    run(deletion);
                }
            }
        });
    }

    private static void run(Deletion deletion) {
        try {
            deletion.run();
        } catch (IOException e) {
            LOG.error("papers that are needed no longer could not be deleted", e);
        }
    }

    @FunctionalInterface
    private interface Deletion {
        void run() throws IOException;
    }
}
