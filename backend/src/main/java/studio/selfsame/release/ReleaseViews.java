package studio.selfsame.release;

import org.springframework.stereotype.Component;
import studio.selfsame.identity.PersonId;

/** Shows releases as they stand now. */
@Component
class ReleaseViews {
    private final ReleaseDoor door;
    private final ReleaseClock clock;

    ReleaseViews(ReleaseDoor door, ReleaseClock clock) {
        this.door = door;
        this.clock = clock;
    }

    ReleaseView of(Release release, PersonId viewer) {
        return ReleaseView.of(release, Standing.of(release, release.day(clock.now())), door.sides(viewer, release));
    }
}
