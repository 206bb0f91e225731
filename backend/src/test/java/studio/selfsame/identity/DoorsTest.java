package studio.selfsame.identity;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import studio.selfsame.SignedIn;
import studio.selfsame.StudioTest;

@StudioTest
class DoorsTest {
    @Autowired
    MockMvc http;

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/api/verifications?state=awaiting-referee", "/api/anything-new"})
    void api_signedOut_is401ProblemAndNoRedirect(String path) throws Exception {
        http.perform(get(path))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(jsonPath("$.stage").value("sign-in"))
                .andExpect(jsonPath("$.remedy").value(containsString("/oauth2/authorization/keycloak")));
    }

    @Test
    void me_signedIn_tellsIdRolesAndStanding() throws Exception {
        http.perform(get("/api/me").with(SignedIn.creator(UUID.randomUUID().toString())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.personId").isNotEmpty())
                .andExpect(jsonPath("$.roles[0]").value("creator"))
                .andExpect(jsonPath("$.verification.state").value("none"));
    }

    @Test
    void refereesDesk_creator_is403() throws Exception {
        http.perform(get("/api/verifications?state=awaiting-referee").with(SignedIn.creator("somebody")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.stage").value("verification"));
    }

    @Test
    void refereesDesk_referee_is200() throws Exception {
        http.perform(get("/api/verifications?state=awaiting-referee").with(SignedIn.referee("a-referee")))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/v3/other"})
    void internals_anybody_areClosed(String path) throws Exception {
        http.perform(get(path).with(SignedIn.referee("a-referee"))).andExpect(status().isForbidden());
    }

    @Test
    void metrics_throughAProxy_areForOperatorsOnly() throws Exception {
        RequestPostProcessor elsewhere = request -> from(request, "203.0.113.7");
        http.perform(get("/actuator/prometheus").with(elsewhere)).andExpect(status().isUnauthorized());
        http.perform(get("/actuator/prometheus").with(elsewhere).with(SignedIn.creator("somebody")))
                .andExpect(status().isForbidden());
    }

    @Test
    void health_anybody_isOpen() throws Exception {
        http.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    @Test
    void session_withoutTheCookiesToken_isRefused() throws Exception {
        http.perform(post("/api/verifications").with(SecurityMockMvcRequestPostProcessors.oidcLogin()))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.remedy").value(containsString("X-XSRF-TOKEN")));
    }

    @Test
    void anyAnswer_hasThePolicyOfOwnContentOnly() throws Exception {
        http.perform(get("/api/me"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Permissions-Policy", containsString("publickey-credentials-get=(self)")))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(cookie().exists("XSRF-TOKEN"));
    }

    @Test
    void signIn_asked_goesToTheRealmWithPkce() throws Exception {
        http.perform(get("/oauth2/authorization/keycloak"))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", containsString("code_challenge_method=S256")));
    }

    private static MockHttpServletRequest from(MockHttpServletRequest request, String address) {
        request.setRemoteAddr(address);
        return request;
    }
}
