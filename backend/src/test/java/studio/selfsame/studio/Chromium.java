package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The system's own Chromium, driven by Playwright. Playwright's driver and axe-core are fetched once, at the versions of
 * {@code src/test/browser/package-lock.json}. Where there is no {@code chromium} or no {@code node} the test fails.
 */
final class Chromium implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/browser");
    private static final Path HOME = Path.of("target/browser-driver").toAbsolutePath();
    private static final List<String> FILES = List.of("package.json", "package-lock.json");
    private static final int LAUNCH_MS = 30_000;
    /** As long as {@link Visitor} waits for anything else. */
    private static final int EXPECTED_WITHIN_MS = 20_000;

    private static final int INSTALL_MINUTES = 3;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() throws IOException, InterruptedException {
        Path executable = onPath("chromium", "Install the system's Chromium: `apt-get install chromium`.");
        install();
        System.setProperty("playwright.cli.dir", HOME.toString());
        PlaywrightAssertions.setDefaultAssertionTimeout(EXPECTED_WITHIN_MS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setTimeout(LAUNCH_MS)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--no-first-run")));
            return new Chromium(playwright, browser);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** Somebody with cookies of their own. */
    Visitor visitor(String name, String baseUrl) {
        return new Visitor(name, browser, baseUrl);
    }

    /** The rules of axe-core as a script for a page. */
    static Path axe() {
        return HOME.resolve("node_modules/axe-core/axe.min.js");
    }

    /** Playwright wants a folder with {@code node} and its {@code package}, and waits for ever without one of them. */
    private static void install() throws IOException, InterruptedException {
        Path node = onPath("node", "Install Node.js 20.19 or later.");
        Path installed = HOME.resolve(".installed");
        Files.createDirectories(HOME);
        Path lock = HOME.resolve("package-lock.json");
        boolean current = Files.exists(installed) && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
        if (!current) {
            for (String file : FILES) {
                Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            npmCi();
            Files.writeString(installed, "");
        }
        link(HOME.resolve("node"), node);
        link(HOME.resolve("package"), HOME.resolve("node_modules/playwright-core"));
        assertThat(HOME.resolve("package/cli.js")).exists();
    }

    private static void npmCi() throws IOException, InterruptedException {
        Path log = HOME.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            npm.destroyForcibly();
        }
        assertThat(npm.waitFor()).as(Files.readString(log)).isZero();
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static Path onPath(String program, String remedy) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new AssertionError("There is no `" + program + "` on the PATH. " + remedy);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
