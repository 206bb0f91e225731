package studio.selfsame.sealing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts alerts to an address of the operator's. Waits for nobody, and throws for nothing that happens there. */
@Component
class AlertCall {
    private static final Logger LOG = LoggerFactory.getLogger(AlertCall.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AlertSettings settings;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    AlertCall(AlertSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    void send(OperatorAlert alert) {
        URI url = settings.url();
        if (url == null) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(alert)))
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> tell(answer == null ? 0 : answer.statusCode(), failure));
    }

    private static void tell(int status, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("An alert could not be posted: {}", failure.getClass().getSimpleName());
        } else if (status >= 300) {
            LOG.warn("An alert was posted and answered with {}", status);
        }
    }
}
