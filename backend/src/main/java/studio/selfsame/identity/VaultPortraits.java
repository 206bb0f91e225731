package studio.selfsame.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.vault.Vault;

/** Embeddings of approved portraits, from the vault. */
@Service
class VaultPortraits implements Portraits {
    private final VerificationTable table;
    private final Vault vault;

    VaultPortraits(VerificationTable table, Vault vault) {
        this.table = table;
        this.vault = vault;
    }

    @Override
    public Optional<FaceEmbedding> verifiedPortraitOf(PersonId person) {
        return table.newestApproved(person)
                .filter(row -> !vault.isDestroyed(row.dataKey()))
                .map(this::read);
    }

    private FaceEmbedding read(VerificationRow row) {
        try {
            return StoredEmbedding.read(vault.read(row.dataKey(), row.embedding()));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding of verification " + row.id() + " cannot be read", e);
        }
    }
}
