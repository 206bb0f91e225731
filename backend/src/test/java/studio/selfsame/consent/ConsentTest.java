package studio.selfsame.consent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import studio.selfsame.StudioTest;

/** The studio with people, a clock and a listener that the test sets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StudioTest
@Import(ConsentTestRoom.class)
@interface ConsentTest {}
