package studio.selfsame.identity;

import java.util.List;
import java.util.Optional;

/** Organisations and who acts for them. */
public interface Organisations {
    /** @param name as it signs contracts */
    record Organisation(OrganisationId id, String name) {}

    Optional<Organisation> find(OrganisationId organisation);

    /** Empty when there is no such organisation or the person is not, or no longer, of it. */
    Optional<Membership> membership(PersonId person, OrganisationId organisation);

    /** All of the person's memberships that stand now, oldest first. */
    List<Membership> memberships(PersonId person);
}
