package studio.selfsame.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Puts db-scheduler under the room: every role submits, those that execute run a {@link WorkScheduler}. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {
    static final String TABLE = "work_schedule";

    @Bean
    SchedulerClient workSchedulerClient(DataSource database) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .tableName(TABLE)
                .enablePriority()
                .build();
    }

    @Bean
    WorkScheduler workScheduler(
            WorkProperties properties,
            @Value("${selfsame.role:server}") String role,
            DataSource database,
            ObjectProvider<WorkHandler> handlers,
            WorkRunner runner,
            ObjectProvider<Clock> clock) {
        return new WorkScheduler(
                properties,
                properties.executes(role),
                database,
                handlers.stream().toList(),
                runner,
                clock.getIfAvailable(Clock::systemUTC));
    }
}
