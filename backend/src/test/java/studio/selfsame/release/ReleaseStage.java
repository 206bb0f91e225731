package studio.selfsame.release;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.Passkeys;

@TestConfiguration(proxyBeanMethods = false)
class ReleaseStage {
    @Bean
    @Primary
    ShiftedClock shiftedClock() {
        return new ShiftedClock();
    }

    @Bean
    @Primary
    WatchedPasskeys watchedPasskeys(@Qualifier("studio.selfsame.identity.StudioPasskeys") Passkeys passkeys) {
        return new WatchedPasskeys(passkeys);
    }

    @Bean
    Cast cast(MockMvc http, JdbcClient jdbc, LikenessRegister likenesses) {
        return new Cast(http, jdbc, likenesses);
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    Recorded recorded(JdbcClient jdbc, Heard heard) {
        return new Recorded(jdbc, heard);
    }

    @Bean
    Play play(MockMvc http, Cast cast) {
        return new Play(http, cast);
    }
}
