package studio.selfsame.enrolment;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import studio.selfsame.enrolment.EnrolmentRow.State;
import studio.selfsame.vault.Vault;

/** Hands out accepted enrolments whose key is alive. */
@Service
class VaultEnrolments implements Enrolments {
    private final EnrolmentTable table;
    private final Vault vault;

    VaultEnrolments(EnrolmentTable table, Vault vault) {
        this.table = table;
        this.vault = vault;
    }

    @Override
    public Optional<VerifiedEnrolment> verified(EnrolmentId id) {
        return table.find(id)
                .filter(row -> row.state() == State.ACCEPTED && !vault.isDestroyed(row.dataKey()))
                .map(row -> new VerifiedEnrolment(
                        row.id(),
                        row.person(),
                        row.likeness(),
                        row.dataKey(),
                        row.footage(),
                        row.tracking(),
                        Objects.requireNonNull(row.footageSha256()),
                        Optional.ofNullable(row.report()).map(EnrolmentReport::coverage)));
    }
}
