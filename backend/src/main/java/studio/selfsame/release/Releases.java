package studio.selfsame.release;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads releases whole. */
@Component
class Releases {
    private final ReleaseRows rows;
    private final VersionRows versions;
    private final RestRows rests;

    Releases(ReleaseRows rows, VersionRows versions, RestRows rests) {
        this.rows = rows;
        this.versions = versions;
        this.rests = rests;
    }

    Optional<Release> find(ReleaseId id) {
        return rows.find(id).map(this::whole);
    }

    /** Until the transaction ends nobody else can take a step with it, nor spend anything of it. */
    Optional<Release> lock(ReleaseId id) {
        return rows.lock(id).map(this::whole);
    }

    List<Release> all(List<ReleaseId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    private Release whole(ReleaseRows.Row row) {
        return new Release(
                row.id(),
                row.organisation(),
                row.likeness(),
                row.signatory(),
                row.capacity(),
                row.dataKey(),
                row.draftedAt(),
                row.revocation(),
                versions.of(row.id()),
                rests.of(row.id()));
    }
}
