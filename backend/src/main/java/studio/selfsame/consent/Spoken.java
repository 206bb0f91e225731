package studio.selfsame.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is to be said. Under a release it must be what the use was asked for with.
 *
 * @param scriptSha256 of the script's UTF-8, 64 hex digits
 * @param language as the script says it is in
 */
public record Spoken(String scriptSha256, Locale language) {
    List<AuthorizationDecision.Reason> against(ReleasedUses.ReleasedUse use) {
        var reasons = new ArrayList<AuthorizationDecision.Reason>();
        if (!use.scriptSha256().equals(scriptSha256)) {
            reasons.add(RefusalReason.OTHER_SCRIPT.reason());
        }
        var tag = language.toLanguageTag();
        if (use.terms().languages().stream().noneMatch(named -> named.tag().equals(tag))) {
            reasons.add(RefusalReason.OTHER_LANGUAGE.reason());
        }
        return reasons;
    }
}
