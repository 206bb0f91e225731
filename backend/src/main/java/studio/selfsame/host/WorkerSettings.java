package studio.selfsame.host;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a worker must be told to work for this server, as Spring reads it from the environment: not from the command
 * line, which everybody on the machine can see.
 */
record WorkerSettings(String json) {
    private static final String COMMAND_LINE = "commandLineArgs";

    /** What this server was told on its own command line, and where its database is. */
    static WorkerSettings of(StudioSettings studio, StudioDatabase database, ConfigurableEnvironment environment) {
        var settings = new HashMap<String, Object>();
        PropertySource<?> given = environment.getPropertySources().get(COMMAND_LINE);
        if (given instanceof EnumerablePropertySource<?> named) {
            for (var name : named.getPropertyNames()) {
                settings.put(name, String.valueOf(named.getProperty(name)));
            }
        }
        settings.putAll(Map.of(
                "selfsame.home", studio.studioHome().path().toString(),
                "selfsame.database.url", database.getJdbcUrl(),
                "selfsame.database.username", database.getUsername(),
                "selfsame.database.password", database.getPassword()));
        return new WorkerSettings(new JsonMapper().writeValueAsString(settings));
    }

    @Override
    public String toString() {
        return "WorkerSettings[hidden]";
    }
}
