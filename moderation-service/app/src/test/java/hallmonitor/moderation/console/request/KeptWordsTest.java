package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.drafting.DocumentFiles;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edit of the file changes no ground that was given. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class KeptWordsTest extends RedactionsAtWork {
  @Inject DocumentFiles files;

  @BeforeEach
  void anItem() throws SQLException {
    found("91", "Zora Pell", "The bus left Toby Wren");
  }

  @AfterEach
  void asShipped() {
    new PolicySeed(database).nothing();
    files.refresh();
  }

  private void reworded() {
    PolicySeed.edit("requests.yaml", "5 ILCS 140/7(1)(b)", "5 ILCS 140/7(1)(new)");
    files.refresh();
  }

  @Test
  void whatWasWithheldKeepsTheWordsThatWereTold() {
    database.write(h -> h.execute("update records_request set language = 'es'"));
    decide(0, "withhold", "exemption", GROUND);

    reworded();

    assertThat(page(officer, at(0))).contains("(5 ILCS 140/7(1)(new))", "(5 ILCS 140/7(1)(b))");
    assertThat(preview(0)).contains("(5 ILCS 140/7(1)(b))").doesNotContain("(new)");
    assertThat(page(officer, path + "/exemptions"))
        .contains("Private information", "(5 ILCS 140/7(1)(b))")
        .doesNotContain("(new)");
    assertThat(page(officer, path + "/exemptions.csv"))
        .contains("Retenido: todo el registro", "\"5 ILCS 140/7(1)(b)\"")
        .doesNotContain("(new)");
  }

  @Test
  void marksKeepTheWordsThatWereTold() {
    redact(0, "words", "Toby Wren");

    reworded();

    assertThat(preview(0)).contains(MARK).doesNotContain("(new)");
    redact(0, "words", "bus", "version", "1");
    assertThat(preview(0)).contains(MARK, "[redacted: 5 ILCS 140/7(1)(new)]");
  }
}
