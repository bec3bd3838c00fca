package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** A console with one person of each role, with the principal of one building signed in. */
public class PrincipalAtWork {
  @Inject protected ConsoleDatabase database;

  protected Seed seed;
  protected StaffSeed staff;
  protected ConsoleBrowser principal;

  @BeforeEach
  void principalSignsIn() {
    seed = new Seed(database);
    seed.nothing();
    staff = new StaffSeed(database, seed);
    staff.oneOfEach();
    principal = ConsoleBrowser.signedIn("principal");
  }
}
