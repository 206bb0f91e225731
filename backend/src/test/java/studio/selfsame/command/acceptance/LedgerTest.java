package studio.selfsame.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final Attack FIRST = Attack.picture("V1", "first", Tier.A);
    private static final Attack SECOND = Attack.picture("V2", "second", Tier.B);
    private static final Row FEW = new Row("V2 second", "B", 1, 0, 0, List.of("a"));
    private static final Row MANY = new Row("V2 second", "B", 2, 1, 0, List.of("b"));

    @TempDir
    Path folder;

    @Test
    void rows_ofEarlierRuns_areKnownForTheSameAttackOnTheSameMaterialOnly() throws IOException {
        open(false).add(MANY, files("a", "b"));

        assertThat(open(false).known(SECOND, files("a", "b"))).contains(MANY);
        assertThat(open(false).known(SECOND, files("a", "c"))).isEmpty();
        assertThat(open(false).known(SECOND, files("a"))).isEmpty();
        assertThat(open(false).known(FIRST, files("a", "b"))).isEmpty();
        assertThat(open(true).known(SECOND, files("a", "b"))).isEmpty();
        assertThat(Ledger.in(Optional.of(folder), true, false).known(SECOND, files("a", "b")))
                .isEmpty();
    }

    @Test
    void table_hasThisRunsRowsAndThoseOnMostMaterialOfOthers() throws IOException {
        open(false).add(FEW, files("a"));
        open(false).add(MANY, files("a", "b"));
        Ledger other = open(false);
        Row first = new Row("V1 first", "A", 1, 1, 0, List.of());
        other.add(first, files("a"));
        assertThat(other.rows(List.of(FIRST, SECOND))).containsExactly(first, MANY);

        Ledger same = open(false);
        assertThat(same.known(SECOND, files("a"))).contains(FEW);
        assertThat(same.rows(List.of(SECOND, FIRST))).containsExactly(FEW, first);
    }

    @Test
    void row_measuredAgain_replacesTheOld() throws IOException {
        open(false).add(FEW, files("a"));
        Row better = new Row("V2 second", "B", 1, 1, 0, List.of());
        open(true).add(better, files("a"));

        assertThat(open(false).known(SECOND, files("a"))).contains(better);
    }

    @Test
    void row_withAFailedAttack_isToldButNotKept() throws IOException {
        Ledger ledger = open(false);
        Row failed = new Row("V2 second", "B", 1, 0, 0, List.of("a" + Row.FAILED));
        ledger.add(failed, files("a"));

        assertThat(ledger.rows(List.of(SECOND))).containsExactly(failed);
        assertThat(open(false).known(SECOND, files("a"))).isEmpty();
    }

    @Test
    void file_ofSomethingElse_isRefused() throws IOException {
        for (String content : List.of("", "{}", "[1", "{\"rows\":[null]}")) {
            Files.writeString(folder.resolve(Ledger.FILE), content);
            assertThatThrownBy(() -> open(false))
                    .as(content)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("--out");
        }
    }

    @Test
    void ledgerWithoutAFolder_keepsThisRunsRows() throws IOException {
        Ledger ledger = Ledger.none();
        ledger.add(FEW, files("a"));

        assertThat(ledger.rows(List.of(SECOND))).containsExactly(FEW);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private Ledger open(boolean again) throws IOException {
        return Ledger.in(Optional.of(folder), false, again);
    }

    private static List<Marked> files(String... names) {
        return Arrays.stream(names)
                .map(name -> new Marked(name, Path.of(name), Path.of(name), BenchKeys.id(name), 64, 64, 10))
                .toList();
    }
}
