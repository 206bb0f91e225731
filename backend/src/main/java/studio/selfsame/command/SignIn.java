package studio.selfsame.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An account signed in at the realm as the public client {@code selfsame-cli}: authorization code with PKCE, through the
 * realm's own form, as a browser would. Gives access tokens and renews them before they end.
 */
public final class SignIn implements Supplier<String> {
    private static final String CLIENT = "selfsame-cli";
    /** Nobody listens there: the code is read from the redirect itself. */
    private static final String REDIRECT = "http://127.0.0.1/signed-in";

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final String endpoints;
    private String accessToken = "";
    private String refreshToken = "";
    private Instant renewAt = Instant.EPOCH;

    private SignIn(URI issuer) {
        this.endpoints = issuer + "/protocol/openid-connect/";
    }

    /**
     * Signs in.
     *
     * @param issuer the realm, e.g. {@code http://localhost:8081/realms/selfsame}
     * @throws IllegalStateException if the realm does not accept the account
     */
    public static SignIn at(URI issuer, String username, String password) {
        var signIn = new SignIn(issuer);
        try {
            signIn.redeem(username, password);
            return signIn;
        } catch (IOException e) {
            throw new IllegalStateException("the sign-in at " + issuer + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** An access token that is valid for a minute at least. */
    @Override
    public synchronized String get() {
        if (Instant.now().isAfter(renewAt)) {
            try {
                keep(token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)));
            } catch (IOException e) {
                throw new IllegalStateException("the sign-in could not be renewed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return accessToken;
    }

    private void redeem(String username, String password) throws IOException, InterruptedException {
        var verifier = random();
        var page = http.send(
                HttpRequest.newBuilder(URI.create(endpoints + "auth?"
                                + form(Map.of(
                                        "client_id",
                                        CLIENT,
                                        "response_type",
                                        "code",
                                        "scope",
                                        "openid",
                                        "redirect_uri",
                                        REDIRECT,
                                        "state",
                                        random(),
                                        "code_challenge",
                                        challenge(verifier),
                                        "code_challenge_method",
                                        "S256"))))
                        .build(),
                BodyHandlers.ofString());
        var action = FORM.matcher(page.body());
        if (!action.find()) {
            throw new IllegalStateException("the realm showed no sign-in form but answered " + page.statusCode());
        }
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies(page))
                        .POST(BodyPublishers.ofString(form(Map.of("username", username, "password", password))))
                        .build(),
                BodyHandlers.ofString());
        var code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new IllegalStateException("the realm did not accept the account `" + username + "`");
        }
        keep(token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.group(1),
                "redirect_uri",
                REDIRECT,
                "code_verifier",
                verifier)));
    }

    private JsonNode token(Map<String, String> grant) throws IOException, InterruptedException {
        var parameters = new LinkedHashMap<>(grant);
        parameters.put("client_id", CLIENT);
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(endpoints + "token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(parameters)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the realm gave no token but answered " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }

    private void keep(JsonNode token) {
        accessToken = token.path("access_token").asString();
        refreshToken = token.path("refresh_token").asString();
        renewAt = Instant.now().plusSeconds(token.path("expires_in").asLong()).minus(EARLY);
    }

    /** The realm marks its cookies Secure, which Java's own cookie store would keep from http://localhost. */
    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(verifier));
    }

    @Override
    public String toString() {
        return "SignIn[" + endpoints + "]";
    }
}
