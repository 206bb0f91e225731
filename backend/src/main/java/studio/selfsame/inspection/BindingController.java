package studio.selfsame.inspection;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import studio.selfsame.sealing.OutputDisclosures;

/**
 * From a mark to the credentials that a file has lost, for everybody: the reading part of the C2PA Soft Binding Resolution API
 * 1.0. Withdrawn outputs keep their credentials: these are no video.
 */
@RestController
@ConditionalOnWebApplication
class BindingController {
    private static final int ID_BYTES = 8;
    private static final Pattern HEX_ID = Pattern.compile("[0-9a-f]{16}");

    private final OutputDisclosures disclosures;
    private final CallerLimit limit;

    BindingController(OutputDisclosures disclosures, CallerLimit limit) {
        this.disclosures = disclosures;
        this.limit = limit;
    }

    /** @see #byBinding(String, String, int, HttpServletRequest) */
    @Schema(name = "BindingQuery")
    record Query(@NotNull String alg, @NotNull String value) {}

    @Schema(name = "BindingMatches")
    record Matches(List<Match> matches) {}

    /** @param manifestId of the active manifest */
    @Schema(name = "BindingMatch")
    record Match(String manifestId) {}

    @Schema(name = "BindingAlgorithms")
    record Algorithms(List<Algorithm> watermarks, List<Algorithm> fingerprints) {}

    @Schema(name = "BindingAlgorithm")
    record Algorithm(String alg) {}

    /**
     * @param value Base64 of the mark's 64 bits, or of their 16 hex digits as the manifest has them
     * @param maxResults 1 or more; a mark names one output at most
     */
    @GetMapping("/matches/byBinding")
    Matches byBinding(
            @RequestParam String alg,
            @RequestParam String value,
            @RequestParam(defaultValue = "10") int maxResults,
            HttpServletRequest request) {
        limit.require(Door.LOOK_UP, request.getRemoteAddr());
        if (maxResults < 1) {
            throw bad("`maxResults` must be 1 or more.");
        }
        return matches(alg, value);
    }

    /** The same for values that are too long for an address. */
    @PostMapping("/matches/byBinding")
    Matches byBinding(@Valid @RequestBody Query query, HttpServletRequest request) {
        return byBinding(query.alg(), query.value(), 1, request);
    }

    private Matches matches(String alg, String value) {
        if (!alg.equals(OutputDisclosures.MARK)) {
            throw bad("`alg` is none of those that /services/supportedAlgorithms names.");
        }
        return new Matches(disclosures.manifestIdOf(outputId(value)).map(Match::new).stream()
                .toList());
    }

    @GetMapping("/services/supportedAlgorithms")
    Algorithms algorithms() {
        return new Algorithms(List.of(new Algorithm(OutputDisclosures.MARK)), List.of());
    }

    /** The manifest store. */
    @ApiResponse(
            content = @Content(mediaType = "application/c2pa", schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/manifests/{id}", produces = "application/c2pa")
    byte[] manifest(@PathVariable String id, HttpServletRequest request) {
        limit.require(Door.LOOK_UP, request.getRemoteAddr());
        return disclosures
                .manifest(id)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no manifest of that id here."));
    }

    private static String outputId(String value) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException noBase64) {
            throw bad("`value` is not Base64.");
        }
        String hex = bytes.length == ID_BYTES
                ? HexFormat.of().formatHex(bytes)
                : new String(bytes, StandardCharsets.ISO_8859_1);
        return Optional.of(hex)
                .filter(HEX_ID.asMatchPredicate())
                .orElseThrow(() -> bad("`value` is not a mark of 64 bits."));
    }

    private static ResponseStatusException bad(String cause) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, cause);
    }
}
