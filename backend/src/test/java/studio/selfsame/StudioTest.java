package studio.selfsame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * The studio as a Spring context, role server, MockMvc, on a real Postgres that all tests of the JVM share (so use fresh
 * ids); no Keycloak, no worker processes: sign in with spring-security-test's {@code jwt()}, run handlers yourself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Selfsame.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestStudio.class)
public @interface StudioTest {}
