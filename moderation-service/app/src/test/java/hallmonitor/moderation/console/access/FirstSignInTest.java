package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.JvmFolder;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@ConsoleTest
class FirstSignInTest {
  private static final Path FILE = JvmFolder.of("secrets/first-sign-in");

  @Inject ConsoleDatabase database;
  @Inject FirstSignIn firstSignIn;

  @Test
  void theFirstStartLeavesAPasswordThatOnlyItsOwnerCanReadAndThatMustBeChanged() throws Exception {
    new Seed(database).nothing();

    firstSignIn.makeAdministratorIfThereIsNobody();

    List<String> words = List.of(Files.readString(FILE).strip().split(" "));
    assertThat(words.get(0)).matches("admin-[a-z0-9]{5}");
    assertThat(words.get(1)).hasSizeGreaterThanOrEqualTo(20);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FILE)))
        .isEqualTo("rw-------");
    ConsoleBrowser browser = new ConsoleBrowser();
    assertThat(browser.signIn(words.get(0), words.get(1)).header("Location")).endsWith("/");
    assertThat(browser.get("/people").header("Location")).endsWith("/password");
  }

  @Test
  void aLaterStartMakesNobody() throws Exception {
    new Seed(database).nothing();
    firstSignIn.makeAdministratorIfThereIsNobody();
    Files.delete(FILE);

    firstSignIn.makeAdministratorIfThereIsNobody();

    assertThat(FILE).doesNotExist();
  }

  @Test
  void twoInstancesThatStartAtOnceMakeOneAdministratorAndLeaveThatPassword() throws Exception {
    new Seed(database).nothing();
    ExecutorService instances = Executors.newFixedThreadPool(2);
    Runnable start = firstSignIn::makeAdministratorIfThereIsNobody;
    CompletableFuture.allOf(
            CompletableFuture.runAsync(start, instances),
            CompletableFuture.runAsync(start, instances))
        .join();
    instances.shutdown();

    List<String> words = List.of(Files.readString(FILE).strip().split(" "));
    assertThat(
            database.<List<String>>read(
                h ->
                    h.select("select user_name from console_user where first_administrator")
                        .mapTo(String.class)
                        .list()))
        .containsExactly(words.get(0));
    assertThat(new ConsoleBrowser().signIn(words.get(0), words.get(1)).header("Location"))
        .endsWith("/");
  }
}
