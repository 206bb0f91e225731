package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.ServletException;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Person;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.vault.ObjectStore;

/**
 * Every address that answers is asked by everybody: none gives a picture, a video or a sound but the sealed file, in whatever
 * wrapping. What can answer with bytes at all is known by name.
 */
@StudioTest
@Import(SealingRoom.class)
class NothingUnsealedIsServedTest {
    private static final Runnable NOTHING = () -> {};
    private static final List<String> BEGINNINGS =
            List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "RIFF", "OggS", "ID3", "fLaC", "GIF8", "\u001aE\u00df\u00a3");
    /** Kinds of answers that hold no picture, no sound and no bytes of any kind, but for what is written in letters. */
    private static final String PLAIN =
            "(application/([a-z-]+\\+)?json|application/pdf|application/ttml\\+xml|application/x-pem-file"
                    + "|text/(plain|vtt|html|csv)).*";
    /** How PNG, JPEG, RIFF, Matroska and an MP4's first box look in Base64. */
    private static final Pattern IN_LETTERS =
            Pattern.compile("iVBORw0KGgo|/9j/[24]|UklGR|GkXfo|AAAA[A-Za-z0-9+/]{2}(Z0eX|mdHlw|ZnR5c)");

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    @Autowired
    SealingWork work;

    @Autowired
    SealingRoom.Station station;

    @Autowired
    SealingRoom.SignedIn signedIn;

    @Autowired
    PlayedRenders renders;

    @Autowired
    ObjectStore store;

    @Autowired
    MockMvc http;

    @Test
    void get_everyAddressByEverybody_givesNoMediaButTheSealedFileToItsOwner() throws Exception {
        Person owner = SealingRoom.SignedIn.fresh();
        LikenessId likeness = station.likenessOf(owner);
        UUID render = station.muteRender(owner, likeness, NOTHING);
        UUID waiting = station.muteRender(owner, likeness, NOTHING);
        SealingRoom.work(work, render);
        String output = renders.outputOf(render).orElseThrow();
        List<String> ids = Stream.of(output, render, waiting, likeness.value(), UUID.randomUUID())
                .map(Object::toString)
                .toList();
        Set<String> addresses = addresses(ids);
        assertThat(addresses).hasSizeGreaterThan(100).contains("/api/outputs/" + output + "/file");

        Map<String, byte[]> media = new TreeMap<>();
        for (var asker : askers(owner).entrySet()) {
            asker.getValue().ifPresent(signedIn::as);
            for (String address : addresses) {
                MockHttpServletResponse answer = ask(address, asker.getValue().isPresent());
                if (isMedia(answer)) {
                    media.put(asker.getKey() + " " + address, answer.getContentAsByteArray());
                }
            }
        }

        assertThat(media.keySet()).containsExactly("owner /api/outputs/" + output + "/file");
        try (var channel = store.open(Delivery.objectOf(new RenderId(render)))) {
            assertThat(media.values())
                    .containsExactly(Channels.newInputStream(channel).readAllBytes());
        }
    }

    @Test
    void methods_thatCanAnswerWithBytes_areKnown() {
        assertThat(mapping.getHandlerMethods().values().stream()
                        .filter(NothingUnsealedIsServedTest::answersBytes)
                        .map(handler -> handler.getBeanType().getSimpleName() + "."
                                + handler.getMethod().getName()))
                .containsExactlyInAnyOrder(
                        "AuditController.tile",
                        "BasicErrorController.error",
                        "BasicErrorController.errorHtml",
                        "BindingController.manifest",
                        "IdentityController.portrait",
                        "OpenApiWebMvcResource.openapiJson",
                        "OpenApiWebMvcResource.openapiYaml",
                        "OutputController.file",
                        "PaperController.contractJson",
                        "PaperController.contractPdf",
                        "PaperController.sealedPdf",
                        "PreviewController.preview",
                        "StatementController.releaseStatementPdf");
    }

    private static boolean answersBytes(HandlerMethod handler) {
        return Stream.concat(
                        Stream.of(handler.getMethod().getGenericReturnType()),
                        Arrays.stream(handler.getMethod().getGenericParameterTypes()))
                .map(Type::getTypeName)
                .anyMatch(
                        name -> name.matches(
                                ".*(byte\\[\\]|Resource|StreamingResponseBody|ResponseBodyEmitter|Stream\\b"
                                        + "|Buffer|Channel|HttpServletResponse|ServletResponse|ResponseEntity<\\?>|Object\\b).*"));
    }

    /** Nobody, the owner, and strangers of every role. */
    private static Map<String, Optional<Person>> askers(Person owner) {
        Map<String, Optional<Person>> askers = new TreeMap<>();
        askers.put("nobody", Optional.empty());
        askers.put("owner", Optional.of(owner));
        for (Person.Role role : Person.Role.values()) {
            askers.put(
                    "stranger as " + role,
                    Optional.of(
                            new Person(SealingRoom.SignedIn.fresh().id(), EnumSet.of(role), 2, Instant.now(), false)));
        }
        return askers;
    }

    /** Whatever can be read, each with every id in its place. */
    private Set<String> addresses(List<String> ids) {
        Set<String> addresses = new TreeSet<>();
        mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().isEmpty()
                        || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(info ->
                        !info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM))
                .flatMap(info -> info.getPatternValues().stream())
                .forEach(pattern -> ids.forEach(id -> addresses.add(pattern.replaceAll("\\{(step|version|index)}", "1")
                        .replaceAll("\\{\\*?[^}]+}", id)
                        .replaceAll("//", "/"))));
        return addresses;
    }

    private MockHttpServletResponse ask(String address, boolean signedIn) throws Exception {
        try {
            var request = get(URI.create(address));
            MvcResult asked =
                    http.perform(signedIn ? request.with(jwt()) : request).andReturn();
            // what is written by another thread comes after
            return asked.getRequest().isAsyncStarted()
                    ? http.perform(asyncDispatch(asked)).andReturn().getResponse()
                    : asked.getResponse();
        } catch (ServletException failed) {
            return new MockHttpServletResponse();
        }
    }

    private static boolean isMedia(MockHttpServletResponse answer) {
        String type = Optional.ofNullable(answer.getContentType()).orElse("");
        byte[] body = answer.getContentAsByteArray();
        String text = new String(body, 0, Math.min(16, body.length), StandardCharsets.ISO_8859_1);
        return answer.getStatus() < 300
                && body.length > 0
                && (!type.matches(PLAIN)
                        || IN_LETTERS
                                .matcher(new String(body, StandardCharsets.ISO_8859_1))
                                .find()
                        || text.startsWith("ftyp", 4)
                        || BEGINNINGS.stream().anyMatch(text::startsWith));
    }
}
