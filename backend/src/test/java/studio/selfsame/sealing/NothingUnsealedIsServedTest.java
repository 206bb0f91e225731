package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.ServletException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Person;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.vault.ObjectStore;

/** Every address that answers is asked by everybody: none gives a picture, a video or a sound but the sealed file. */
@StudioTest
@Import(SealingRoom.class)
class NothingUnsealedIsServedTest {
    private static final Runnable NOTHING = () -> {};
    private static final List<String> BEGINNINGS =
            List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "RIFF", "OggS", "ID3", "fLaC", "GIF8", "\u001aE\u00df\u00a3");

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
            return http.perform(signedIn ? request.with(jwt()) : request)
                    .andReturn()
                    .getResponse();
        } catch (ServletException failed) {
            return new MockHttpServletResponse();
        }
    }

    private static boolean isMedia(MockHttpServletResponse answer) {
        String type = Optional.ofNullable(answer.getContentType()).orElse("");
        byte[] body = answer.getContentAsByteArray();
        String text = new String(body, 0, Math.min(16, body.length), StandardCharsets.ISO_8859_1);
        return answer.getStatus() < 300
                && (type.matches("(image|video|audio)/.*")
                        || text.startsWith("ftyp", 4)
                        || BEGINNINGS.stream().anyMatch(text::startsWith));
    }
}
