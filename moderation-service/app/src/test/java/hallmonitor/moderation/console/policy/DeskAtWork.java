package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.drafting.FileSynchronizer;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A console with two signed-in administrators, brandt and haddad, who change documents. */
class DeskAtWork {
  @Inject ConsoleDatabase database;
  @Inject FileSynchronizer files;

  PolicyDesk desk;
  ConsoleBrowser brandt;
  ConsoleBrowser haddad;

  @BeforeEach
  void openDesk() {
    desk = PolicyDesk.open(database, files);
    brandt = desk.brandt;
    haddad = desk.haddad;
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }
}
