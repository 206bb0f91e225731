package studio.selfsame;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The studio's Spring application; the rooms are the packages below this one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Selfsame {}
