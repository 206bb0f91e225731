package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 0/000",
        "0, 1234067, 256, 0/x001/x234/067",
        "2, 999, 1, 2/999.p/1",
        "7, 1000, 255, 7/x001/000.p/255",
        "-1, 0, 112, entries/000.p/112"
    })
    void path_ofATile_isThatOfTheSpecificationAndReadBack(int level, long index, int width, String path) {
        var tile = new TilePath(level, index, width);

        assertThat(tile).hasToString(path);
        assertThat(TilePath.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "8/000",
                "00/000",
                "-1/000",
                "0/x000/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000.p/",
                "0/../000",
                "0/x1/000",
                "entries",
                "data/000",
                "0/000/",
                "0/x001/x001/x001/x001/x001/000"
            })
    void path_ofAnyOtherForm_isNone(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    /** The example of the specification. */
    @Test
    void tiles_ofSeventyThousandEntries_areThoseOfTheSpecification() {
        assertThat(TilePath.hashes(0, 70_000) / 256).isEqualTo(273);
        assertThat(TilePath.partial(0, 70_000))
                .hasValueSatisfying(tile -> assertThat(tile.width()).isEqualTo(112));
        assertThat(TilePath.partial(1, 70_000)).contains(new TilePath(1, 1, 17));
        assertThat(TilePath.partial(2, 70_000)).contains(new TilePath(2, 0, 1));
        assertThat(TilePath.partial(3, 70_000)).isEmpty();
        assertThat(TilePath.partial(0, 256)).isEmpty();
        assertThat(TilePath.partial(1, 256)).contains(new TilePath(1, 0, 1));
    }
}
