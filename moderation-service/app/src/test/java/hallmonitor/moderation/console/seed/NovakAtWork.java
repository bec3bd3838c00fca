package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** An empty console with one moderator, novak, who is signed in. */
public class NovakAtWork {
  @Inject protected ConsoleDatabase database;

  protected Seed seed;
  protected DecidingSeed deciding;
  protected ConsoleBrowser novak;

  @BeforeEach
  void novakSignsIn() {
    seed = new Seed(database);
    deciding = new DecidingSeed(database, seed);
    deciding.nothing();
    seed.person("novak", "moderator", false);
    novak = ConsoleBrowser.signedIn("novak");
  }
}
