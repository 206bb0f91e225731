package studio.selfsame.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a release stands on a day: reckoned from its facts alone.
 *
 * @param left what must still be done before the newest version holds, in this order
 * @param hindrances why nothing can be done under it today; empty exactly when it is in force
 */
record Standing(State state, List<Left> left, List<Hindrance> hindrances) {
    /** The first that applies, from the end of a life to its beginning. */
    enum State {
        REVOKED,
        EXPIRED,
        /** Not signed by the organisation. */
        DRAFT,
        /** Signed by the organisation, not by the talent. */
        OFFERED,
        SUSPENDED,
        /** Signed by both, its first day to come. */
        AGREED,
        IN_FORCE
    }

    /** A step of the newest version's. */
    enum Left {
        TALENT_BINDING,
        STUDIO_SIGNATURE,
        COUNTERSIGNATURE
    }

    /** @param code the id of the policy that refuses for this reason */
    record Hindrance(String code, String text) {}

    static Standing of(Release release, LocalDate today) {
        var terms = release.counting().terms();
        boolean revoked =
                release.revocation().filter(ended -> ended.holdsOn(today)).isPresent();
        boolean expired = today.isAfter(terms.lastDay());
        var hindrances = new ArrayList<Hindrance>();
        if (release.agreed().isEmpty()) {
            var newest = release.newest();
            when(
                    newest.studio().isEmpty(),
                    hindrances,
                    "release-not-signed-by-studio",
                    "The organisation has not signed.");
            when(
                    newest.talent().isEmpty(),
                    hindrances,
                    "release-not-countersigned",
                    "The person shown has not signed.");
        }
        when(today.isBefore(terms.firstDay()), hindrances, "release-not-yet-begun", "Its first day is still to come.");
        when(expired, hindrances, "release-expired", "Its last day has passed.");
        when(revoked, hindrances, "release-revoked", "It has been revoked.");
        for (var rest : release.rests()) {
            var side = rest.side() == Side.STUDIO ? "organisation" : "talent";
            switch (rest.reason()) {
                case STRIKE ->
                    hindrances.add(
                            new Hindrance("release-on-strike", "The " + side + " lets it rest because of a strike."));
                case DISPUTE ->
                    hindrances.add(
                            new Hindrance("release-in-dispute", "The " + side + " lets it rest because of a dispute."));
                case NO -> throw new IllegalStateException("a rest has a reason");
            }
        }
        return new Standing(
                state(release, today, revoked, expired), left(release, revoked || expired), List.copyOf(hindrances));
    }

    private static State state(Release release, LocalDate today, boolean revoked, boolean expired) {
        if (revoked) {
            return State.REVOKED;
        }
        if (expired) {
            return State.EXPIRED;
        }
        if (release.agreed().isEmpty()) {
            return release.newest().studio().isEmpty() ? State.DRAFT : State.OFFERED;
        }
        if (!release.rests().isEmpty()) {
            return State.SUSPENDED;
        }
        return today.isBefore(release.counting().terms().firstDay()) ? State.AGREED : State.IN_FORCE;
    }

    private static List<Left> left(Release release, boolean over) {
        var left = new ArrayList<Left>();
        if (!over) {
            if (!release.bound()) {
                left.add(Left.TALENT_BINDING);
            }
            if (release.newest().studio().isEmpty()) {
                left.add(Left.STUDIO_SIGNATURE);
            }
            if (release.newest().talent().isEmpty()) {
                left.add(Left.COUNTERSIGNATURE);
            }
        }
        return List.copyOf(left);
    }

    private static void when(boolean holds, List<Hindrance> hindrances, String code, String text) {
        if (holds) {
            hindrances.add(new Hindrance(code, text));
        }
    }
}
