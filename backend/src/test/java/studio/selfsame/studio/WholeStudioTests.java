package studio.selfsame.studio;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All tests of this package as one: the build runs test classes in two JVMs side by side, and these belong into one, so
 * that there is one {@link WholeStudio}. Those with a studio of their own come first, while that one is not there yet.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("studio.selfsame.studio")
@IncludeClassNamePatterns(".*Test")
@ConfigurationParameter(key = ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, value = WholeStudioTests.OWN_FIRST)
class WholeStudioTests {
    static final String OWN_FIRST = "org.junit.jupiter.api.ClassOrderer$OrderAnnotation";
}
