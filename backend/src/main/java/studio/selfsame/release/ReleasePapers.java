package studio.selfsame.release;

import org.springframework.stereotype.Component;

/** Reads a release's papers for those who may see it, who still may when it is over. */
@Component
class ReleasePapers {
    private final Documents documents;
    private final Contracts contracts;

    ReleasePapers(Documents documents, Contracts contracts) {
        this.documents = documents;
        this.contracts = contracts;
    }

    /** The newest version as it was written. */
    DraftForm draft(Release release) {
        return contracts.draft(documents.text(
                release.dataKey(), Documents.Place.of(release, release.newest(), Documents.Paper.DRAFT)));
    }

    byte[] paper(Release release, int number, Documents.Paper paper) {
        var version = release.version(number).orElseThrow(() -> ReleaseProblems.unknown("version"));
        if (version.digest().isEmpty()) {
            throw ReleaseProblems.notBound();
        }
        if (paper == Documents.Paper.SEALED && version.sealedSha256().isEmpty()) {
            throw ReleaseProblems.conflict(
                    "Not both sides have signed this version, so it is not sealed.", "Read `contract.pdf` instead.");
        }
        return documents.read(release.dataKey(), Documents.Place.of(release, version, paper));
    }
}
