package studio.selfsame.sealing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.performance.PerformanceKind;
import studio.selfsame.sealing.c2pa.IncomingManifest;
import studio.selfsame.sealing.c2pa.ManifestDraft;

/**
 * What was done, and to what, for each kind of performance (C2PA 2.4, section 18.15). Pictures made anew begin with a creation,
 * their likeness and recording being put in; an altered recording begins with its opening, and what came with it is carried on.
 *
 * @param spoken by an engine, not recorded
 * @param outputId which the watermark holds
 * @param incoming the credentials that the recording came with
 */
record RenderActions(PerformanceKind kind, boolean spoken, String outputId, Optional<IncomingManifest> incoming) {
    private static final String SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    /** IPTC's name for what a model made. */
    static final String GENERATED = SOURCE_TYPE + "trainedAlgorithmicMedia";
    /** IPTC's name for a recording into which a model drew. */
    static final String COMPOSITE = SOURCE_TYPE + "compositeWithTrainedAlgorithmicMedia";

    /** Adds ingredients, soft binding and actions. */
    void addTo(ManifestDraft draft, Map<String, Object> agent, Instant now) {
        List<Map<String, Object>> actions = new ArrayList<>();
        Map<String, Object> likeness = likeness(draft);
        if (kind.isAltered()) {
            Map<String, Object> recording = draft.addIngredient("Recording of that person", "parentOf", incoming);
            actions.add(action("c2pa.opened", List.of(recording)));
            Map<String, Object> edited = action("c2pa.edited", List.of(likeness));
            edited.put("digitalSourceType", COMPOSITE);
            actions.add(edited);
            if (spoken) {
                actions.add(action("c2pa.dubbed", List.of()));
            }
        } else {
            List<Map<String, Object>> inputs = new ArrayList<>(List.of(likeness));
            if (kind == PerformanceKind.TAKE) {
                inputs.add(draft.addIngredient("Recording of that person that was followed", "inputTo", incoming));
            } else if (kind == PerformanceKind.SOUND) {
                inputs.add(draft.addIngredient("Recorded speech that was followed", "inputTo", Optional.empty()));
            }
            actions.add(created(inputs));
        }
        draft.add(
                "c2pa.soft-binding",
                Map.of(
                        "alg",
                        OutputDisclosures.MARK,
                        "blocks",
                        List.of(Map.of(
                                "scope", Map.of(), "value", HexFormat.of().parseHex(outputId))),
                        "pad",
                        new byte[0]));
        actions.add(action("c2pa.watermarked.bound", List.of()));
        add(draft, actions, agent, now);
    }

    /** Of a picture drawn while a likeness is trained: created, and no more. */
    static void addSample(ManifestDraft draft, Map<String, Object> agent, Instant now) {
        add(draft, List.of(created(List.of(likeness(draft)))), agent, now);
    }

    private static Map<String, Object> likeness(ManifestDraft draft) {
        return draft.addIngredient(
                "Likeness model, trained and used with the consent of the person it shows",
                "inputTo",
                Optional.empty());
    }

    private static Map<String, Object> created(List<Map<String, Object>> inputs) {
        Map<String, Object> created = action("c2pa.created", inputs);
        created.put("digitalSourceType", GENERATED);
        return created;
    }

    private static void add(
            ManifestDraft draft, List<Map<String, Object>> actions, Map<String, Object> agent, Instant now) {
        actions.forEach(each -> {
            each.put("when", ManifestDraft.date(now));
            each.put("softwareAgent", agent);
        });
        draft.add("c2pa.actions.v2", Map.of("actions", actions, "allActionsIncluded", true));
    }

    private static Map<String, Object> action(String name, List<Map<String, Object>> ingredients) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("action", name);
        if (!ingredients.isEmpty()) {
            action.put("parameters", Map.of("ingredients", ingredients));
        }
        return action;
    }
}
