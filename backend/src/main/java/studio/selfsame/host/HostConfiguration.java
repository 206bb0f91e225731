package studio.selfsame.host;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import studio.selfsame.identity.SignInRealm;

/** What a studio's process stands on: its database; in the server also the realm and the workers. */
@Configuration(proxyBeanMethods = false)
class HostConfiguration {

    @Bean
    StudioDatabase studioDatabase(DatabaseSettings database, StudioSettings studio, HostSettings host) {
        return StudioDatabase.of(database, studio, host);
    }

    @Bean
    @ConditionalOnWebApplication
    StudioRealm studioRealm(
            KeycloakSettings keycloak,
            StudioSettings studio,
            HostSettings host,
            StudioDatabase database,
            @Value("${server.port}") int studioPort) {
        return StudioRealm.of(keycloak, studio, host, database, studioPort);
    }

    @Bean
    @ConditionalOnWebApplication
    SignInRealm signInRealm(StudioRealm realm) {
        return realm.realm();
    }

    @Bean
    @ConditionalOnWebApplication
    WorkerProcesses workerProcesses(
            StudioSettings studio, HostSettings host, StudioDatabase database, ConfigurableEnvironment environment) {
        return new WorkerProcesses(studio.studioHome(), host, WorkerSettings.of(studio, database, environment));
    }
}
