package studio.selfsame.sealing;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the law of some place asks to be told besides. */
enum Notice {
    /** A performer in an advertisement is synthetic: New York, General Business Law § 396-b. */
    SYNTHETIC_PERFORMER,
    /** Metadata {@code AIGC}: China, GB 45438-2025. */
    AIGC;

    private static final String CHINESE = "zh";

    /** @param language that is spoken */
    static Set<Notice> of(Locale language, Grounds grounds) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        if (grounds.isAdvertisementInTheUnitedStates()) {
            notices.add(SYNTHETIC_PERFORMER);
        }
        if (language.getLanguage().equals(CHINESE) || grounds.shownIn("CN")) {
            notices.add(AIGC);
        }
        return Set.copyOf(notices);
    }

    /** As on record, e.g. {@code synthetic-performer}; in one order, whatever the set's. */
    static List<String> codes(Set<Notice> notices) {
        return notices.stream().sorted().map(Notice::code).toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
