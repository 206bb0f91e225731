package studio.selfsame.consent;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.policy.PolicyDecisionPoint;

/** What the enforcement point stands on: the policies and the key that authorizations are signed with. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {
    /** A policy that does not validate stops the start here. */
    @Bean
    PolicyDecisionPoint policyDecisionPoint() {
        return new PolicyDecisionPoint();
    }

    @Bean
    AuthorizationSeal authorizationSeal(@Value("${selfsame.home}") Path home) {
        return new AuthorizationSeal(
                AuthorizationKey.openOrGenerate(home.resolve("keys").resolve("authorization.key")));
    }
}
