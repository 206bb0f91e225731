package studio.selfsame.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.selfsame.policy.OrganisationRole;

/** Roles in an organisation as rows and requests write them. */
final class OrganisationRoles {
    private static final List<OrganisationRole> ALL = List.of(OrganisationRole.values());

    private OrganisationRoles() {}

    /** In one order, whatever the set's. */
    static List<String> texts(Set<OrganisationRole> roles) {
        return roles.stream().sorted().map(Codes::of).toList();
    }

    static String joined(Set<OrganisationRole> roles) {
        return String.join(" ", texts(roles));
    }

    static Set<OrganisationRole> ofRow(String[] texts) {
        return Arrays.stream(texts)
                .map(text -> Codes.parse(OrganisationRole.class, text))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrganisationRole.class)));
    }

    /** Those that are known; each that is not is a fault, and so is none at all. */
    static Set<OrganisationRole> ofRequest(Collection<String> texts, Faults faults) {
        var roles = EnumSet.noneOf(OrganisationRole.class);
        for (var text : texts) {
            Codes.find(ALL, text)
                    .ifPresentOrElse(roles::add, () -> faults.add("`" + text + "` is no role in an organisation"));
        }
        if (texts.isEmpty()) {
            faults.add("no role is named");
        }
        return roles;
    }
}
