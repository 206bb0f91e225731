package studio.selfsame.command;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import studio.selfsame.Selfsame;

/** One worker process: decodes, trains, renders, seals. Started and stopped by the server, whose database it uses. */
final class Worker implements Command {
    private static final List<String> OWN_SETTINGS = List.of(
            "--selfsame.role=worker",
            // the server has brought the database up to date before it started us
            "--spring.flyway.enabled=false",
            "--spring.main.keep-alive=true",
            "--spring.datasource.hikari.maximum-pool-size=6",
            // our output is our log: structured, to the file that the server gave us
            "--logging.file.name=",
            "--logging.structured.format.console=ecs",
            "--logging.threshold.console=info");

    @Override
    public String name() {
        return "worker";
    }

    @Override
    public String summary() {
        return "one more worker for the studio that runs on this home (the studio starts its own)";
    }

    @Override
    public int run(List<String> arguments) {
        var all = new ArrayList<>(OWN_SETTINGS);
        all.addAll(arguments);
        new SpringApplicationBuilder(Selfsame.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
        return 0;
    }
}
