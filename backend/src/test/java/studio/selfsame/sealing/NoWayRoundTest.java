package studio.selfsame.sealing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import studio.selfsame.media.Media;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.c2pa.CredentialsWriter;
import studio.selfsame.vault.ObjectStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No key, profile or field gives a file that is unsealed or unlabelled: nothing that seals can be told to do less, nothing else
 * can make a file, and with everything that can be configured turned off, what comes out is sealed.
 */
class NoWayRoundTest {
    // The studio's own classes tell all there is to know; reading every library's takes half a minute.
    private static final JavaClasses STUDIO = ArchConfiguration.withThreadLocalScope(configuration -> {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("studio.selfsame");
    });
    private static final String HERE = "studio.selfsame.sealing";
    /** Whatever has a hand in a finished file. */
    private static final String[] MAKERS = {
        HERE + "..", "studio.selfsame.rendering..", "studio.selfsame.media..", "studio.selfsame.watermark.."
    };
    /** What an environment variable or a property of the process can be read by. */
    private static final Set<String> READERS = Set.of(
            "System.getProperty",
            "System.getProperties",
            "System.getenv",
            "Boolean.getBoolean",
            "Integer.getInteger",
            "Long.getLong");

    /** What somebody might try. */
    private static final List<String> INVENTED = Stream.of(
                    "sealing", "sealing.label", "sealing.watermark", "sealing.mark", "sealing.credentials", "rendering")
            .flatMap(room ->
                    Stream.of("enabled", "skip", "required", "verify").map(key -> "selfsame." + room + "." + key))
            .toList();

    private static final String TELLING =
            "(?i).*(label|watermark|seal|disclos|credentials|c2pa|verif|skip|draft|debug|raw).*";

    @TempDir
    Path folder;

    /** All of sealing that can be configured. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({SealingSettings.class, ProducerSettings.class})
    @Import({SealingConfiguration.class, ContentCredentials.class})
    static class Sealing {
        @Bean
        Media media() {
            return Media.alone();
        }

        @Bean
        Sealer sealer(
                Media media,
                MarkKeys marks,
                SigningIdentity identity,
                ContentCredentials credentials,
                ProducerSettings producer,
                ObjectProvider<Clock> clock) {
            return new Sealer(media, marks, identity, credentials, render -> SealedClip.GROUNDS, producer, clock);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "off", "0", "none", ""})
    void everyKey_turnedOff_startsNoStudioOrOneThatSealsAsEver(String off) {
        assertThat(keys())
                .contains(
                        "selfsame.sealing.signer",
                        "selfsame.sealing.pkcs11.library",
                        "selfsame.producer.name",
                        "selfsame.role",
                        "selfsame.host.workers",
                        "selfsame.vault.store")
                .hasSizeGreaterThan(60);
        List<String> taken = Stream.concat(keys().stream(), INVENTED.stream())
                .filter(key -> !key.equals("selfsame.home"))
                .filter(key -> starts(key + "=" + off))
                .map(key -> key + "=" + off)
                .toList();
        assertThat(taken).hasSizeGreaterThan(INVENTED.size() + 40);

        studio(taken.toArray(String[]::new)).run(studio -> {
            SealedFile file = SealedClip.brief(
                    new FileSealing(
                            studio.getBean(Media.class),
                            studio.getBean(MarkKeys.class),
                            studio.getBean(SigningIdentity.class),
                            studio.getBean(ContentCredentials.class)),
                    Files.createTempDirectory(folder, "scratch"));
            assertThat(file.found().faults()).isEmpty();
            assertThat(file.found().marks()).isEqualTo(new OutputMarks(true, true, true));
        });
    }

    private boolean starts(String property) {
        boolean[] started = {false};
        // what does not concern sealing changes nothing here: only what does is worth a start of its own
        if (!property.matches("selfsame\\.(sealing|producer)\\..*")) {
            return true;
        }
        studio(property).run(studio -> {
            started[0] = studio.getStartupFailure() == null;
            assertThat(!started[0] || studio.getBean(Sealer.class).getClass() == Sealer.class)
                    .isTrue();
        });
        return started[0];
    }

    private ApplicationContextRunner studio(String... properties) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Sealing.class)
                .withPropertyValues("selfsame.home=" + folder.resolve("home"))
                .withPropertyValues(properties);
    }

    /** Every key that any part of the studio reads, from its classes. */
    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (JavaClass type : STUDIO) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                String prefix =
                        type.getAnnotationOfType(ConfigurationProperties.class).value();
                components(prefix, type.reflect(), keys);
            }
            values(type)
                    .map(value -> value.replaceAll("^\\$\\{([^:}]*).*$", "$1"))
                    .forEach(keys::add);
        }
        return keys;
    }

    /** What is read by expression: into parameters of constructors and methods, and into fields. */
    private static Stream<String> values(JavaClass type) {
        Stream<? extends HasAnnotations<?>> parameters =
                type.getCodeUnits().stream().flatMap(code -> code.getParameters().stream());
        return Stream.concat(parameters, Stream.concat(type.getCodeUnits().stream(), type.getFields().stream()))
                .flatMap(place -> place.tryGetAnnotationOfType(Value.class).stream())
                .map(Value::value);
    }

    private static void components(String prefix, Class<?> record, Set<String> keys) {
        assertThat(record.isRecord()).as(record.getName()).isTrue();
        for (RecordComponent component : record.getRecordComponents()) {
            String key = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                components(key, component.getType(), keys);
            } else {
                keys.add(key);
            }
        }
    }

    @Test
    void code_thatSealsOrDraws_readsNoConfigurationAndIsNeverConditional() {
        // a worker has no doors, and may lack the classes that answer at them
        var condition = Predicates.resideInAPackage("org.springframework.boot.autoconfigure.condition..")
                .and(DescribedPredicate.not(Predicates.type(ConditionalOnWebApplication.class)));
        var switches = Predicates.resideInAPackage("org.springframework.core.env..")
                .or(condition)
                .or(Predicates.type(Profile.class))
                .or(Predicates.type(Conditional.class));
        noClasses()
                .that()
                .resideInAnyPackage(MAKERS)
                .should()
                .dependOnClassesThat(switches)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "read the process's own settings",
                        call -> READERS.contains(call.getTargetOwner().getSimpleName() + "." + call.getName())))
                .check(STUDIO);
        noClasses().should().beAnnotatedWith(Profile.class).check(STUDIO);
        assertThat(readsSettings("SealingSettings")).containsExactly(HERE + ".SealingConfiguration");
        assertThat(readsSettings("ProducerSettings")).containsExactly(HERE + ".Sealer");
        var makers = Predicates.resideInAnyPackage(MAKERS);
        assertThat(STUDIO.stream()
                        .filter(makers)
                        .flatMap(NoWayRoundTest::values)
                        .distinct())
                .containsExactly("${selfsame.home}");
    }

    /** Classes that know these settings. */
    private static List<String> readsSettings(String settings) {
        return STUDIO.get(HERE + "." + settings).getDirectDependenciesToSelf().stream()
                .map(dependency -> dependency.getOriginClass().getName())
                .filter(name -> !name.startsWith("studio.selfsame.host"))
                .distinct()
                .toList();
    }

    @Test
    void settings_ofSealing_areWhoSignsWhoIsToldAndWhoIsNamed() {
        Map<String, List<String>> settings = new TreeMap<>();
        STUDIO.stream()
                .filter(type -> type.getPackageName().startsWith(HERE))
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .forEach(type -> settings.put(type.getSimpleName(), fields(type.reflect())));

        assertThat(settings)
                .isEqualTo(Map.of(
                        "AlertSettings",
                        List.of("url"),
                        "ProducerSettings",
                        List.of("name"),
                        "SealingSettings",
                        List.of(
                                "signer",
                                "signerPassword",
                                "pkcs11",
                                "algorithm",
                                "trust",
                                "trustTsa",
                                "timestampUrl",
                                "timestampUser",
                                "timestampPassword")));
        assertThat(Path.of("src/main/resources"))
                .isDirectoryNotContaining(file -> file.getFileName().toString().matches("application-.*"));
    }

    @Test
    void file_ofADrawnPicture_isMadeAndStoredBySealingAlone() {
        assertThat(callers(Media.class, "createMp4", "createSound", "createLossless"))
                .filteredOn(caller -> !caller.startsWith("command.") && !caller.startsWith("media."))
                .containsExactly("rendering.SegmentDrawing", "sealing.DisclosedVideo", "sealing.SealTrial");
        assertThat(callers(UnsealedRender.class, "pictures", "sound"))
                .filteredOn(caller -> !caller.equals("rendering.UnsealedRender"))
                .containsExactly("sealing.Undisclosed");
        assertThat(callers(ObjectStore.class, "put"))
                .containsExactly("command.LikenessBackup", "sealing.Delivery", "vault.EnvelopeVault");
        assertThat(callers(DisclosedVideo.class, "<init>")).containsExactly("sealing.FileSealing");
        assertThat(callers(FileSealing.class, "<init>")).containsExactly("sealing.SealTrial", "sealing.Sealer");
        assertThat(callers(CredentialsWriter.class, "sign"))
                .filteredOn(caller -> !caller.equals("sealing.c2pa.CredentialsWriter"))
                .containsExactly("sealing.FileSealing", "sealing.SealTrial");
        assertThat(callers(SealTrial.class, "open", "transcode", "seal"))
                .containsExactly("command.SealBench", "command.SealMemory");
    }

    /** Who calls any of these methods, by room and class, in order. */
    private static Set<String> callers(Class<?> owner, String... methods) {
        Set<String> callers = new TreeSet<>();
        STUDIO.get(owner).getAccessesToSelf().stream()
                .filter(access -> List.of(methods).contains(access.getName()))
                .map(access -> access.getOriginOwner().getName())
                .map(name -> name.replaceFirst("^studio\\.selfsame\\.", "").replaceFirst("\\$.*", ""))
                .forEach(callers::add);
        return callers;
    }

    @Test
    void field_ofAnyRequest_saysNothingAboutSealing() throws Exception {
        JsonNode api = JsonMapper.shared().readTree(Files.readString(Path.of("../frontend/openapi.json")));
        Set<String> fields = new TreeSet<>();
        api.path("paths").properties().stream()
                // a passkey has a label of its own
                .filter(path -> !path.getKey().matches("/api/(passkeys|step-up).*"))
                .flatMap(path -> path.getValue().valueStream())
                .forEach(method -> {
                    schemas(api, method.path("requestBody"), fields);
                    method.path("parameters")
                            .forEach(parameter ->
                                    fields.add(parameter.path("name").asString()));
                });

        assertThat(fields).contains("performanceId", "likenessId", "steps").noneMatch(name -> name.matches(TELLING));
    }

    @Test
    void render_onItsWayFromTheRequestToTheFile_hasNoRoomForAFlag() throws Exception {
        JsonNode schemas = JsonMapper.shared()
                .readTree(Files.readString(Path.of("../frontend/openapi.json")))
                .path("components")
                .path("schemas");
        assertThat(schemas.path("RenderRequest").path("properties").propertyNames())
                .containsExactly("performanceId");
        assertThat(schemas.path("Script").path("properties").propertyNames())
                .containsExactlyInAnyOrder("language", "likenessId", "releaseUseId", "script");
        assertThat(schemas.path("RecordedRequest").path("properties").propertyNames())
                .containsExactlyInAnyOrder("kind", "language", "likenessId", "releaseUseId", "rest", "script", "voice");
        assertThat(fields(Undisclosed.class))
                .containsExactly("widthPx", "heightPx", "frameRate", "frames", "pictures", "sound", "declared");
        assertThat(fields(Declared.class)).containsExactly("disclosure", "language", "grounds", "producer");
        assertThat(fields(UnsealedRender.class))
                .containsExactly(
                        "id",
                        "likeness",
                        "authorization",
                        "widthPx",
                        "heightPx",
                        "frameRate",
                        "frames",
                        "pictures",
                        "sound",
                        "kind",
                        "synthesizer",
                        "language",
                        "recording");
        assertThat(Stream.of(DisclosedVideo.class, FileSealing.class, Sealer.class)
                        .flatMap(maker -> Arrays.stream(maker.getDeclaredFields()))
                        .map(Field::getType))
                .doesNotContain(boolean.class, Boolean.class);
    }

    /** By name, in the order in which they are written. */
    private static List<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList();
    }

    private static void schemas(JsonNode api, JsonNode node, Set<String> fields) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals("$ref")) {
                String name = entry.getValue().asString().replaceFirst(".*/", "");
                schemas(api, api.path("components").path("schemas").path(name), fields);
            } else if (entry.getKey().equals("properties")) {
                entry.getValue().properties().forEach(property -> {
                    if (fields.add(property.getKey())) {
                        schemas(api, property.getValue(), fields);
                    }
                });
            } else {
                schemas(api, entry.getValue(), fields);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> schemas(api, item, fields));
        }
    }
}
