package studio.selfsame.release;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.PersonId;
import studio.selfsame.release.document.Contract;
import studio.selfsame.release.document.Statement;

/** What was delivered under a release, for either side. */
@Component
class Statements {
    private final ReleaseDoor door;
    private final Documents documents;
    private final UsageLedger ledger;

    Statements(ReleaseDoor door, Documents documents, UsageLedger ledger) {
        this.door = door;
        this.documents = documents;
        this.ledger = ledger;
    }

    /** @param to included; both are days where the release counts them */
    Statement of(PersonId person, ReleaseId id, LocalDate from, LocalDate to) {
        var release = door.open(person, id);
        var agreed = release.agreed()
                .orElseThrow(() -> ReleaseProblems.conflict(
                        "Not both sides have signed this release, so nothing was made under it.",
                        "Ask for a statement when they have."));
        if (to.isBefore(from)) {
            throw ReleaseProblems.unusable("A period cannot end before it begins.", "Give `from`, then `to`.");
        }
        var contract = Contract.read(
                documents.text(release.dataKey(), Documents.Place.of(release, agreed, Documents.Paper.CONTRACT)));
        return Statement.of(contract, from, to, ledger.delivered(id));
    }
}
