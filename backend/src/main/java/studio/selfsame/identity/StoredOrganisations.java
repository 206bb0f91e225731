package studio.selfsame.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What other rooms are told of organisations, straight from the rows. */
@Service
class StoredOrganisations implements Organisations {
    private final OrganisationTable table;

    StoredOrganisations(OrganisationTable table) {
        this.table = table;
    }

    @Override
    public Optional<Organisation> find(OrganisationId organisation) {
        return table.find(organisation);
    }

    @Override
    public Optional<Membership> membership(PersonId person, OrganisationId organisation) {
        return table.membership(person, organisation);
    }

    @Override
    public List<Membership> memberships(PersonId person) {
        return table.memberships(person);
    }
}
