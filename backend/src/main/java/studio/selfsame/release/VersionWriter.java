package studio.selfsame.release;

import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.PersonId;
import studio.selfsame.release.document.ContractDigest;
import studio.selfsame.release.document.ContractPdf;
import studio.selfsame.vault.DataKeyId;

/** Keeps versions that nobody has signed: their papers in the vault, what policy must know in the database. */
@Component
class VersionWriter {
    private final VersionRows rows;
    private final Documents documents;
    private final ReleaseClock clock;

    VersionWriter(VersionRows rows, Documents documents, ReleaseClock clock) {
        this.rows = rows;
        this.documents = documents;
        this.clock = clock;
    }

    void insert(ReleaseId release, DataKeyId key, int number, Sheet sheet, PersonId by) {
        rows.insert(release, number, written(release, key, sheet), by, clock.now());
    }

    /** In place of a version whose papers go with the commit. */
    void replace(Release release, Version unsigned, Sheet sheet, PersonId by) {
        rows.rewrite(release.id(), unsigned.number(), written(release.id(), release.dataKey(), sheet), by, clock.now());
        documents.deleteOnCommit(release.id(), unsigned.folder());
    }

    private VersionRows.Written written(ReleaseId release, DataKeyId key, Sheet sheet) {
        documents.write(key, place(release, sheet, Documents.Paper.DRAFT), sheet.text());
        return new VersionRows.Written(
                sheet.terms(),
                sheet.folder(),
                sheet.signer(),
                sheet.bound() ? Optional.of(contract(release, key, sheet)) : Optional.empty());
    }

    /** @return the digest of both documents */
    private String contract(ReleaseId release, DataKeyId key, Sheet sheet) {
        var json = sheet.contract().canonicalJson();
        var pdf = ContractPdf.render(sheet.contract(), sheet.template());
        documents.write(key, place(release, sheet, Documents.Paper.CONTRACT), json);
        documents.write(key, place(release, sheet, Documents.Paper.PDF), pdf);
        return ContractDigest.hex(json, pdf);
    }

    private static Documents.Place place(ReleaseId release, Sheet sheet, Documents.Paper paper) {
        return Documents.Place.of(release, sheet.folder(), paper);
    }
}
