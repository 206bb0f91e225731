package studio.selfsame.release;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import studio.selfsame.StudioTest;

/** The studio with a clock that the test can put forward. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StudioTest
@Import(ReleaseStage.class)
@interface ReleaseTest {}
