package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
    @Test
    void options_ofADivisibleBench_areUnderstood() {
        var options = BenchOptions.parse(List.of(
                "watermark",
                "--only",
                "V3,V5",
                "--clips",
                "4",
                "--out",
                "there",
                "--quick",
                "--json",
                "--again",
                "--renders",
                "drawn"));

        assertThat(options)
                .isEqualTo(new BenchOptions(
                        "watermark",
                        true,
                        true,
                        List.of("V3", "V5"),
                        4,
                        Optional.of(Path.of("there")),
                        true,
                        Optional.empty(),
                        Optional.of(Path.of("drawn"))));
        assertThat(BenchCommand.chosen(options)).isInstanceOf(WatermarkBench.class);
    }

    @Test
    void parts_ofABenchThatIsWhole_areRefused() {
        assertThat(BenchOptions.parse(List.of("render", "--quick")))
                .extracting(BenchCommand::chosen)
                .isInstanceOf(RenderBench.class);
        assertThat(BenchCommand.chosen(BenchOptions.parse(List.of("render", "--clips", "2"))))
                .isNull();
        assertThat(BenchCommand.chosen(BenchOptions.parse(List.of("conjure")))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--quick", "render watermark", "watermark --clips", "watermark --clips 0", "watermark --fast"
            })
    void arguments_ofNoForm_areNotUnderstood(String line) {
        assertThat(BenchOptions.parse(line.isEmpty() ? List.of() : List.of(line.split(" "))))
                .isNull();
    }
}
